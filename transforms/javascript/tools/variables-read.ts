import { bare, nameOf, parseSource, walk } from '../../../src/transform.ts'
import { readFile, type StageView } from '../stage-view.ts'

/** Names that a configuration file reads from the environment: `process.env.API_URL`, `env.API_URL`. */
export function variablesRead(view: StageView, path: string | undefined): readonly string[] {
  const text = path === undefined ? undefined : readFile(view, path)
  const program = path === undefined || text === undefined ? undefined : parseSource(path, text)
  const names = new Set<string>()
  if (program !== undefined)
    walk(program, true, (node) => {
      if (node.type !== 'MemberExpression' || node.computed) return true
      const object = bare(node.object)
      const owner = nameOf(object.type === 'MemberExpression' ? object.property : object)
      const name = nameOf(node.property)
      if (owner === 'env' && name !== undefined && !notPublic.has(name)) names.add(name)
      return true
    })
  return [...names].filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name))
}

/** What decides how a tool runs, not what it builds. */
const notPublic = new Set([
  'NODE_ENV',
  'PORT',
  'HOST',
  'CI',
  'DEBUG',
  'BROWSER',
  'HTTPS',
  'ANALYZE',
])
