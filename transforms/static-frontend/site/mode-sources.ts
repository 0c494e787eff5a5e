import {
  once,
  parseSource,
  readScopes,
  rememberOf,
  sourceLines,
  type Evidence,
} from '../../../src/transform.ts'
import { readFile } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { Tool } from '../../javascript/tools/tool.ts'
import { callOf } from '../../javascript/tools/call.ts'
import type { Site } from '../app.ts'
import { modeChoices, type Makings, type Parsed } from './mode-choices.ts'
import { modeValue, type Exported, type Making } from './mode-value.ts'
import { buildsOf, inFolder } from './site-build.ts'

/** A line of the sources that chooses by the mode between values. */
interface ModeLine {
  readonly at: Evidence
  readonly isAddress: boolean
}

/** The first line of the sources that chooses by the mode between values, addresses before others. */
export const modeChoiceOf = rememberOf((site: Site): ModeLine | undefined => {
  const makings = makingsOf(site)
  if (makings === undefined) return undefined
  const sources = sourcesOf(site)
  const telling = sources.filter(({ script }) => words.some((word) => script.includes(word)))
  const exported = exportedBy(telling.flatMap(({ file }) => file() ?? []))
  const asked = [...words, ...exported.keys()]
  let other: Evidence | undefined
  for (const { path, text, script, file } of sources) {
    const parsed = asked.some((word) => script.includes(word)) ? file() : undefined
    if (parsed === undefined) continue
    for (const { node, isAddress } of modeChoices(parsed, makings, exported)) {
      const at = { path, ...sourceLines(text)(node.start) }
      if (isAddress) return { at, isAddress }
      other ??= at
    }
  }
  return other === undefined ? undefined : { at: other, isAddress: false }
})

interface Source {
  readonly path: string
  readonly text: string
  /** Without what is no program, at the same places. */
  readonly script: string
  readonly file: () => Parsed | undefined
}

/** What is in `src`, or else in the folder of the project. */
function sourcesOf({ server: { view }, serving: { cwd } }: Site): readonly Source[] {
  if (cwd === undefined) return []
  const filesIn = (folder: string) => {
    const path = view.contextPath(folder)
    const start = path === undefined || path === '' ? 0 : path.length + 1
    const files = path === undefined ? [] : view.project.files(path)
    return files.filter((file) => isSource(file.slice(start)))
  }
  const inSrc = filesIn(inFolder(cwd, 'src'))
  const files = inSrc.length > 0 ? inSrc : filesIn(cwd)
  return files.flatMap((file) => {
    const text = readFile(view, view.imagePath(file) ?? '')
    if (text === undefined || text.length > maxLength) return []
    const script = scriptOf(file, text)
    if (script === undefined) return []
    return [{ path: file, text, script, file: once(() => parsed(file, script)) }]
  })
}

const maxLength = 200_000
/** What asks for the mode has one of these in it. */
const words = ['NODE_ENV', 'import.meta', '$app/env', 'isDevMode']

const isSource = (path: string) =>
  /\.([cm]?[jt]sx?|vue|svelte)$/.test(path) &&
  !/(^|\/)(node_modules|__tests__|__mocks__|tests?|mocks|stories|public|dist|build|\.[^/]+)\//.test(
    path,
  ) &&
  !/\.(test|spec|stories|d|config)\.[^/]+$/.test(path)

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

function parsed(path: string, script: string): Parsed | undefined {
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
  const mode = modeOf(task, tool, server, 'development')
  // Vite's flag names the mode alone: https://vite.dev/guide/env-and-mode#node-env-and-modes
  const byMode = tool?.name === 'vite' ? 'development' : mode
  const nodeEnv = tool?.name === 'react-scripts' ? 'development' : (set ?? byMode)
  const made: Making = {
    ...production,
    mode: build === undefined ? 'production' : modeOf(build.task, build.tool, server, 'production'),
  }
  return nodeEnv === made.nodeEnv && mode === made.mode
    ? undefined
    : { server: { mode, nodeEnv }, build: made }
}

/** The mode that a flag of the tool names, or its usual one. */
const modeOf = (
  task: ProgramTask,
  tool: Tool | undefined,
  { view }: Site['server'],
  usual: 'development' | 'production',
) => (tool === undefined ? usual : callOf(task, task.cwd ?? '/', view, usual, tool).mode)
