import {
  parseSource,
  readScopes,
  sourceLines,
  type Evidence,
  type SyntaxNode as Node,
} from '../../../src/transform.ts'
import { readFile } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { Site } from '../app.ts'
import { modeChoices, type Makings } from './mode-choices.ts'
import { modeValue, type Exported, type Making } from './mode-value.ts'
import { buildsOf, inFolder } from './site-build.ts'

/** The first line of the sources that chooses by the mode between values, addresses before others. */
export function modeChoiceOf(
  site: Site,
): { readonly at: Evidence; readonly isAddress: boolean } | undefined {
  const { server, serving } = site
  const makings = makingsOf(site)
  if (makings === undefined || serving.cwd === undefined) return undefined
  const { view } = server
  const folder = view.contextPath(inFolder(serving.cwd, 'src'))
  const paths = folder === undefined ? [] : view.project.files(folder)
  const sources = paths.flatMap((path) => {
    const text = isSource(path) ? readFile(view, view.imagePath(path) ?? '') : undefined
    if (text === undefined || text.length > maxLength) return []
    const script = scriptOf(path, text)
    return script === undefined ? [] : [{ path, text, script }]
  })
  const telling = sources.filter(({ script }) => words.some((word) => script.includes(word)))
  const exported = exportedBy(telling.flatMap((source) => parsed(source) ?? []))
  const asked = [...exported.keys()]
  let other: Evidence | undefined
  for (const source of sources) {
    if (![...words, ...asked].some((word) => source.script.includes(word))) continue
    const file = parsed(source)
    if (file === undefined) continue
    for (const { node, isAddress } of modeChoices(file.program, file.scopes, makings, exported)) {
      const at = { path: source.path, ...sourceLines(source.text)(node.start) }
      if (isAddress) return { at, isAddress }
      other ??= at
    }
  }
  return other === undefined ? undefined : { at: other, isAddress: false }
}

const maxLength = 200_000
/** What asks for the mode has one of these in it. */
const words = ['NODE_ENV', 'import.meta', '$app/env', 'isDevMode']

const isSource = (path: string) =>
  /\.([cm]?[jt]sx?|vue|svelte)$/.test(path) &&
  !/(^|\/)(node_modules|__tests__|__mocks__|tests?|mocks|stories)\/|\.(test|spec|stories|d)\.[^/]+$/.test(
    path,
  )

/** A component's scripts, with blanks for the rest, so that places stay. */
function scriptOf(path: string, text: string): string | undefined {
  if (!/\.(vue|svelte)$/.test(path)) return text
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ')
  let script = ''
  for (let at = 0; ;) {
    const open = text.indexOf('<script', at)
    const start = open < 0 ? -1 : text.indexOf('>', open) + 1
    const end = start <= 0 ? -1 : text.indexOf('</script', start)
    if (end < 0) return script.trim() === '' ? undefined : script
    script += blank(text.slice(at, start)) + text.slice(start, end)
    at = end
  }
}

interface Parsed {
  readonly program: Node
  readonly scopes: ReturnType<typeof readScopes>
}

function parsed({ path, script }: { readonly path: string; readonly script: string }) {
  const program = parseSource(/\.(vue|svelte)$/.test(path) ? `${path}.ts` : path, script)
  return program === undefined ? undefined : { program, scopes: readScopes(program) }
}

/** `export const isDev = import.meta.env.DEV`: names that say the mode to other files. */
function exportedBy(files: readonly Parsed[]): Exported {
  const names = new Map<string, (making: Making) => string | boolean | undefined>()
  for (const { program, scopes } of files) {
    if (program.type !== 'Program') continue
    for (const node of program.body) {
      const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : null
      if (declaration?.type !== 'VariableDeclaration') continue
      for (const { id, init } of declaration.declarations) {
        if (id.type !== 'Identifier' || init === null) continue
        const value = (making: Making) => modeValue(init, scopes.top, making, new Map())
        if (value(development) !== value(production)) names.set(id.name, value)
      }
    }
  }
  return names
}

const development: Making = { mode: 'development', nodeEnv: 'development' }
const production: Making = { mode: 'production', nodeEnv: 'production' }

/** How the server makes the site, and how the build will; undefined where that is the same. */
function makingsOf({ server, added }: Site): Makings | undefined {
  const { task, tool, view } = server
  const build = added?.build ?? buildsOf(server).at(-1)
  const set = task.command.assignments.get('NODE_ENV') ?? view.env('NODE_ENV')
  const mode = modeFlag(task) ?? 'development'
  // Vite's flag names the mode alone: https://vite.dev/guide/env-and-mode#node-env-and-modes
  const byMode = tool?.name === 'vite' ? 'development' : mode
  const nodeEnv = tool?.name === 'react-scripts' ? 'development' : (set ?? byMode)
  const made: Making = {
    ...production,
    mode: (build === undefined ? undefined : modeFlag(build.task)) ?? 'production',
  }
  return nodeEnv === made.nodeEnv && mode === made.mode
    ? undefined
    : { server: { mode, nodeEnv }, build: made }
}

function modeFlag({ args }: ProgramTask): string | undefined {
  const at = args.findIndex((arg) => /^(--mode|-m)(=|$)/.test(arg ?? ''))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}
