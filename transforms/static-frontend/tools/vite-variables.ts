import { optionOf, textOf } from '../../javascript/config/value.ts'
import { readConfig } from '../../javascript/config/read-config.ts'
import { configFile } from '../../javascript/js-config.ts'
import { bare, nameOf, parseSource, walk } from '../../javascript/source/syntax.ts'
import { readFile, type StageView } from '../../javascript/stage-view.ts'

/** `envPrefix`, and the variables that vite.config itself reads. https://vite.dev/config/shared-options.html#envprefix */
export function publicPrefixes(cwd: string, view: StageView): readonly string[] {
  const path = configFile(view, cwd, 'vite.config')
  const config =
    path === undefined
      ? undefined
      : readConfig(path, {
          view,
          cwd,
          variable: view.env,
          given: [{ command: 'build', mode: 'production' }],
        })
  const option = optionOf(config, ['envPrefix'])
  const values =
    option.kind !== 'set' ? [] : option.value.kind === 'list' ? option.value.items : [option.value]
  const own = values.flatMap((value) => textOf(value) ?? [])
  const defined = optionOf(config, ['define'])
  const isAll =
    defined.kind === 'set' &&
    defined.value.kind === 'record' &&
    [...defined.value.entries.values()].some(({ kind }) => kind === 'environment')
  // `define: { 'process.env': process.env }` writes every variable into the site.
  if (isAll) return ['']
  return [...(own.length === 0 ? ['VITE_'] : own), ...variablesRead(view, path)]
}

/** Names that a configuration file reads from the environment: `process.env.API_URL`, `env.API_URL`. */
export function variablesRead(view: StageView, path: string | undefined): readonly string[] {
  const text = path === undefined ? undefined : readFile(view, path)
  const program = path === undefined || text === undefined ? undefined : parseSource(path, text)
  const names = new Set<string>()
  if (program !== undefined)
    walk(program, (node) => {
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
