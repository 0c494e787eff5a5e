/** What `{{name}}` can stand for in a template. */
export const placeholders = [
  'title',
  'service',
  'summary',
  'sizes',
  'stages',
  'changes',
  'assumptions',
  'left-alone',
  'try',
  'files',
  'diff',
] as const
export type Placeholder = (typeof placeholders)[number]

/** A template with its placeholders filled in; what has no value is left out. */
export function fillTemplate(
  template: string,
  values: Partial<Readonly<Record<Placeholder, string>>>,
): string {
  return template.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name: string) => {
    const placeholder = placeholders.find((each) => each === name)
    return placeholder === undefined ? '' : (values[placeholder] ?? '').trimEnd()
  })
}

/** What is wrong with a template, as a sentence; undefined where nothing is. */
export function templateProblem(template: string): string | undefined {
  const names = [...template.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map(([, name]) => name ?? '')
  const unknown = names.find((name) => !placeholders.some((each) => each === name))
  return unknown === undefined
    ? undefined
    : `a template can't have {{${unknown}}}; it can have ${placeholders.map((name) => `{{${name}}}`).join(', ')}`
}
