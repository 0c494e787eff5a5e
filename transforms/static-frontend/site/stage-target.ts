import { asPattern, type Evidence, type Facts } from '../../../src/transform.ts'

const scripts =
  /(^|\/)((GNU)?[Mm]akefile|[Jj]ustfile|Procfile|Jenkinsfile|package\.json|devcontainer\.json|[^/]+\.(sh|bash|ps1|bat|mk|md|ya?ml|tf))$/

/**
 * What builds a stage by its name: a compose file, a bake file or a workflow that does, or a script or a page of the project that says
 * so. Undefined where nothing does.
 */
export function targetOfStage({ project }: Facts, name: string): Evidence | undefined {
  const usage = project.usages().find(({ target }) => target?.toLowerCase() === name)
  if (usage !== undefined) return { path: usage.path, line: usage.line, text: `target: ${name}` }
  const asked = new RegExp(
    `\\btarget["']?(\\s*[=:]\\s*|\\s+)["']?${asPattern(name)}(?![\\w.-])`,
    'i',
  )
  for (const path of project.files()) {
    if (!scripts.test(path)) continue
    const lines = project.read(path)?.split('\n') ?? []
    const at = lines.findIndex((line) => asked.test(line))
    if (at >= 0) return { path, line: at + 1, text: (lines[at] ?? '').trim() }
  }
  return undefined
}
