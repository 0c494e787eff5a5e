import type { Project } from '../project/project.ts'
import type { Command } from './command.ts'
import { resolvePath } from './image-path.ts'
import type { LaunchedScript } from './launched-script.ts'

interface ScriptCall {
  readonly script: string
  readonly args: readonly (string | undefined)[]
  readonly folder: string | undefined
}

/** What `npm start`, `npm run x`, `yarn x`, `pnpm x` and `bun run x` run, from package.json's scripts, pre and post scripts included. */
export function packageScript(
  command: Command,
  project: Project,
  contextPath: (imagePath: string) => string | undefined,
): LaunchedScript | undefined {
  const call = scriptCall(command)
  if (call === undefined) return undefined
  const cwd = call.folder === undefined ? command.cwd : resolvePath(command.cwd, call.folder)
  const imagePath = cwd === undefined ? undefined : resolvePath(cwd, 'package.json')
  const manifest = imagePath === undefined ? undefined : contextPath(imagePath)
  const missing = { cwd, args: call.args, evidence: [], needsShell: true, isFile: false }
  if (manifest === undefined)
    return {
      ...missing,
      text: undefined,
      why: `no package.json for \`${command.name} ${call.script}\` is in the build context`,
    }
  const scripts = scriptsOf(project.json(manifest))
  const main =
    scripts.get(call.script) ??
    (call.script === 'start' && command.name === 'npm' ? 'node server.js' : undefined)
  // `yarn x` and `pnpm x` also run a program of node_modules/.bin, `bun run x.ts` a file.
  if (main === undefined) {
    const isFile = command.name === 'bun' && /[./]/.test(call.script)
    const isExplicit = command.name === 'npm' || (command.args[0] === 'run' && !isFile)
    return isExplicit
      ? { ...missing, text: undefined, why: `package.json has no script "${call.script}"` }
      : undefined
  }
  const hooks = command.name === 'npm' || command.name === 'yarn'
  const names = hooks ? [`pre${call.script}`, call.script, `post${call.script}`] : [call.script]
  const extra =
    call.args.length === 0 ? '' : ` ${call.args.map((arg) => quote(arg ?? '"$UNKNOWN"')).join(' ')}`
  const parts = names.flatMap((name) => {
    const text = name === call.script ? main + extra : scripts.get(name)
    return text === undefined ? [] : [{ name, text }]
  })
  const source = project.read(manifest) ?? ''
  return {
    cwd,
    args: [],
    needsShell: true,
    isFile: false,
    why: '',
    text: parts.map((part) => part.text).join('\n'),
    evidence: parts.map(({ name, text }) => ({
      path: manifest,
      line: lineOfScript(source, name),
      text: `"${name}": "${text}"`,
    })),
  }
}

/** The scripts of a package.json that was parsed. */
export function scriptsOf(manifest: unknown): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>()
  if (typeof manifest !== 'object' || manifest === null || !('scripts' in manifest)) return scripts
  const { scripts: entries } = manifest
  if (typeof entries !== 'object' || entries === null) return scripts
  for (const [name, text] of Object.entries(entries))
    if (typeof text === 'string') scripts.set(name, text)
  return scripts
}

const shortcuts = new Set(['start', 'stop', 'test', 'restart'])
const notScripts = new Set([
  'install',
  'i',
  'ci',
  'add',
  'exec',
  'dlx',
  'x',
  'global',
  'cache',
  'config',
  'prune',
  'build-only',
  'create',
  'init',
  'node',
  'workspaces',
  'set',
  'link',
  'rebuild',
  'audit',
  'update',
  'upgrade',
  'remove',
  'deploy',
  'fetch',
  'store',
  'pack',
  'publish',
  'version',
  'why',
  'up',
])

function scriptCall(command: Command): ScriptCall | undefined {
  const { name } = command
  if (name !== 'npm' && name !== 'yarn' && name !== 'pnpm' && name !== 'bun') return undefined
  let folder: string | undefined
  const words: (string | undefined)[] = []
  let dashes = false
  for (let i = 0; i < command.args.length; i++) {
    const word = command.args[i]
    if (!dashes && (word === '--prefix' || word === '--cwd' || word === '-C' || word === '--dir'))
      folder = command.args[++i]
    else if (!dashes && word !== undefined && /^--(prefix|cwd|dir)=/.test(word))
      folder = word.slice(word.indexOf('=') + 1)
    else if (!dashes && word === '--') dashes = true
    // Behind the script's name, flags are npm's own still; the others hand them on.
    else if (!dashes && (name === 'npm' || !isNamed(words)) && word?.startsWith('-')) continue
    else words.push(word)
  }
  const [first, second] = words
  if (first === undefined) return undefined
  if (first === 'run' || first === 'run-script')
    return second === undefined ? undefined : { script: second, args: words.slice(2), folder }
  if (name === 'npm' && !shortcuts.has(first)) return undefined
  if (name === 'bun' || notScripts.has(first)) return undefined
  return { script: first, args: words.slice(1), folder }
}

const isNamed = ([first, second]: readonly (string | undefined)[]) =>
  first !== undefined && (first !== 'run' || second !== undefined)

/** The line of a script's entry in package.json; undefined where it can't be told. */
export function lineOfScript(source: string, name: string): number | undefined {
  const at = source.indexOf(`"${name}"`, Math.max(0, source.indexOf('"scripts"')))
  return at < 0 ? undefined : source.slice(0, at).split('\n').length
}

function quote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
