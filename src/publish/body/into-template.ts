/** A heading that asks for what a body says. */
const asking =
  /^#{1,6}\s.*\b(description|summary|what|why|changes?|overview|motivation|purpose)\b.*$/im

/**
 * A body in the repository's own template: in its first section that asks for a description, in place of the words that only say what to
 * write there; above the template where no section asks. Its checklists and all else stay as they are: they are for a person to
 * answer, and a tick would claim what nobody has done.
 */
export function intoTemplate(template: string | undefined, body: string): string {
  const text = template?.replace(/\r\n/g, '\n').trim() ?? ''
  if (text === '') return body
  const heading = asking.exec(text)
  if (heading === null) return `${body}\n\n${text}`
  const start = heading.index + heading[0].length
  const next = /^#{1,6}\s/m.exec(text.slice(start))
  const end = next === null ? text.length : start + next.index
  const asked = text
    .slice(start, end)
    .replace(/<!--[^]*?-->/g, '')
    .trim()
  // Headings of ours go below the template's.
  const level = (/^#+/.exec(heading[0])?.[0].length ?? 2) + 1
  const own = body.replace(/^###(?=#? )/gm, '#'.repeat(Math.min(level, 5)))
  const isHint = asked === '' || !/^\s*[-*] \[[ x]\]/m.test(asked)
  const kept = isHint ? '' : `${asked}\n\n`
  return `${text.slice(0, start)}\n\n${own}\n\n${kept}${text.slice(end)}`.trimEnd()
}
