import {
  baseName,
  commandsOfScript,
  lineOfScript,
  parseScript,
  resolvePath,
  type Command,
  type Evidence,
} from '../../src/transform.ts'
import { readManifest, type Manifest } from './manifest.ts'
import {
  isYarnBerry,
  readManagerCall,
  type ManagerCall,
  type PackageManager,
} from './package-managers/index.ts'
import type { StageView } from './stage-view.ts'
import { readWorkspaces } from './workspaces.ts'

/** What a command comes down to, scripts of package.json followed. */
export type Task =
  | {
      readonly kind: 'manager'
      readonly manager: PackageManager
      readonly call: Exclude<ManagerCall, { readonly kind: 'script' | 'program' }>
      readonly cwd: string | undefined
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A program: `tsc -p .`, of node_modules/.bin where `isLocal`. */
  | {
      readonly kind: 'program'
      readonly name: string
      readonly args: readonly (string | undefined)[]
      readonly cwd: string | undefined
      readonly isLocal: boolean
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A script that package.json does not have, or words that are not known. */
  | { readonly kind: 'unknown'; readonly why: string; readonly evidence: readonly Evidence[] }

const maxDepth = 8

/** Follows a command through package scripts, npx and script runners to the programs that do the work. */
export function tasksOf(
  command: Command,
  view: StageView,
  evidence: readonly Evidence[] = [],
  depth = 0,
  isScript = false,
): readonly Task[] {
  const { name, args, cwd } = command
  if (name === undefined)
    return command.argv.length === 0
      ? []
      : [{ kind: 'unknown', why: 'a word is only known at run time', evidence }]
  if (depth > maxDepth) return [{ kind: 'unknown', why: `${name} calls itself`, evidence }]
  const manifestPath =
    cwd === undefined ? undefined : view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const manifest = manifestPath === undefined ? undefined : readManifest(view.project, manifestPath)
  const folder = manifestPath?.replace(/\/?package\.json$/, '') ?? ''
  const read = readManagerCall(name, args, isYarnBerry(view.project, folder, manifest))
  if (read === undefined) return runnerTasks(command, view, evidence, depth, isScript)
  const { manager, call } = read
  const inFolder = read.folder === undefined ? cwd : resolvePath(cwd, read.folder)
  const there = { ...command, cwd: inFolder }
  if (call.kind === 'program') return programTasks(call.argv, there, view, evidence, depth)
  if (call.kind !== 'script')
    return [{ kind: 'manager', manager, call, cwd: inFolder, command, evidence }]
  const folders = manifest === undefined ? undefined : workspacesOf(args, manifest, view)
  if (folders !== undefined)
    return folders.flatMap((place) => {
      const scripts = readManifest(
        view.project,
        `${view.contextPath(place) ?? ''}/package.json`,
      )?.scripts
      return scripts?.has(call.script) === true
        ? scriptTasks(call.script, [], { ...there, cwd: place }, manager, view, evidence, depth)
        : []
    })
  return scriptTasks(call.script, call.args, there, manager, view, evidence, depth)
}

/** The workspaces that `--workspaces`, `--workspace=api`, `-r` or `--filter api` mean, as folders of the image; undefined where none are meant. */
function workspacesOf(
  args: readonly (string | undefined)[],
  manifest: Manifest,
  view: StageView,
): readonly string[] | undefined {
  const at = args.indexOf('--')
  const own = at < 0 ? args : args.slice(0, at)
  const isAll = own.some(
    (arg) => arg === '--workspaces' || arg === '-ws' || arg === '-r' || arg === '--recursive',
  )
  const named = own.flatMap((arg, i) => {
    const [, attached] = /^(?:--workspace|--filter|-w)=(.+)$/.exec(arg ?? '') ?? []
    const next =
      arg === '--workspace' || arg === '-w' || arg === '--filter' || arg === '-F'
        ? own[i + 1]
        : undefined
    return attached ?? next ?? []
  })
  if (!isAll && named.length === 0) return undefined
  const all = readWorkspaces(view.project, manifest) ?? []
  const chosen = isAll
    ? all
    : all.filter(({ folder, name }) =>
        named.some((word) => word === name || word.replace(/^\.\//, '') === folder),
      )
  return chosen.flatMap(({ folder }) => view.imagePath(folder) ?? [])
}

function scriptTasks(
  script: string,
  args: readonly (string | undefined)[],
  command: Command,
  manager: PackageManager,
  view: StageView,
  evidence: readonly Evidence[],
  depth: number,
): readonly Task[] {
  const { cwd } = command
  const path =
    cwd === undefined ? undefined : view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  if (path === undefined || manifest === undefined)
    return [
      {
        kind: 'unknown',
        why: `no package.json for the script "${script}" is in the build context`,
        evidence,
      },
    ]
  const main =
    manifest.scripts.get(script) ??
    (script === 'start' && manager.name === 'npm' ? 'node server.js' : undefined)
  if (main === undefined) {
    if (manager.name === 'npm')
      return [{ kind: 'unknown', why: `${path} has no script "${script}"`, evidence }]
    // `bun run server.js` runs the file.
    const argv =
      manager.name === 'bun' && /\.[mc]?[jt]sx?$/.test(script)
        ? ['bun', script, ...args]
        : [script, ...args]
    return programTasks(argv, command, view, evidence, depth)
  }
  const hasHooks = manager.name === 'npm' || manager.name === 'yarn'
  const names = hasHooks ? [`pre${script}`, script, `post${script}`] : [script]
  return names.flatMap((name) => {
    const text = name === script ? [main, ...args.map(quote)].join(' ') : manifest.scripts.get(name)
    if (text === undefined) return []
    const line: Evidence = {
      path,
      line: lineOfScript(manifest.text, name),
      text: `"${name}": "${manifest.scripts.get(name) ?? main}"`,
    }
    return textTasks(text, cwd, view, [...evidence, line], depth)
  })
}

/** The tasks of a line of shell text. */
export function textTasks(
  text: string,
  cwd: string | undefined,
  view: StageView,
  evidence: readonly Evidence[],
  depth = 0,
): readonly Task[] {
  const parsed = parseScript(text)
  if (parsed === undefined)
    return [{ kind: 'unknown', why: `\`${text}\` can not be read`, evidence }]
  return commandsOfScript(parsed, cwd, view.env).flatMap((command) =>
    tasksOf(command, view, evidence, depth + 1, true),
  )
}

function programTasks(
  argv: readonly (string | undefined)[],
  command: Command,
  view: StageView,
  evidence: readonly Evidence[],
  depth: number,
): readonly Task[] {
  const [name, ...args] = argv
  if (name === undefined)
    return [{ kind: 'unknown', why: 'a program is only known at run time', evidence }]
  const plain = name.replace(/(?<=.)@[\w.^~-]+$/, '')
  return runnerTasks(
    { ...command, name: plain, args, argv: [plain, ...args] },
    view,
    evidence,
    depth,
    true,
  )
}

/** npm-run-all, run-s, concurrently, shx, dotenv and the like start others; the rest is a task itself. */
function runnerTasks(
  command: Command,
  view: StageView,
  evidence: readonly Evidence[],
  depth: number,
  isLocal: boolean,
): readonly Task[] {
  const { args, cwd } = command
  const bin = programOfFile(command.name ?? '')
  const name = bin ?? command.name ?? ''
  const own: Task = {
    kind: 'program',
    name,
    args,
    cwd,
    isLocal: isLocal || bin !== undefined,
    command,
    evidence,
  }
  switch (name) {
    case 'run-s':
    case 'run-p':
    case 'npm-run-all':
    case 'npm-run-all2': {
      const words = args.filter((arg) => arg !== undefined && !arg.startsWith('-'))
      return [
        own,
        ...words.flatMap((word) => scriptsNamed(word ?? '', command, view, evidence, depth)),
      ]
    }
    case 'concurrently': {
      const words = args.filter((arg) => arg !== undefined && !arg.startsWith('-'))
      return [
        own,
        ...words.flatMap((word) =>
          textTasks((word ?? '').replace(/^npm:/, 'npm run '), cwd, view, evidence, depth),
        ),
      ]
    }
    case 'shx':
    case 'env-cmd':
    case 'dotenv':
    case 'dotenvx': {
      const at = args.indexOf('--') + 1
      const start =
        at > 0
          ? at
          : args.findIndex(
              (arg, i) =>
                arg !== undefined && !arg.startsWith('-') && !/^-[ef]$/.test(args[i - 1] ?? ''),
            )
      if (start < 0) return [own]
      const inner = {
        ...command,
        name: args[start],
        args: args.slice(start + 1),
        argv: args.slice(start),
      }
      return [...(name === 'shx' ? [] : [own]), ...tasksOf(inner, view, evidence, depth + 1, true)]
    }
    case 'cross-env':
    case 'cross-env-shell': {
      const at = args.findIndex((arg) => arg === undefined || !/^\w+=/.test(arg))
      const inner = { ...command, name: args[at], args: args.slice(at + 1), argv: args.slice(at) }
      return at < 0 ? [own] : [own, ...tasksOf(inner, view, evidence, depth + 1, true)]
    }
    case 'node':
      return nodeTask(own, view, evidence, depth)
    default:
      return [own]
  }
}

/** `node node_modules/.bin/next build` and `node node_modules/typescript/bin/tsc` are next and tsc. */
function nodeTask(
  own: Extract<Task, { kind: 'program' }>,
  view: StageView,
  evidence: readonly Evidence[],
  depth: number,
): readonly Task[] {
  const at = own.args.findIndex((arg) => arg !== undefined && !arg.startsWith('-'))
  const file = own.args[at]
  const program = programOfFile(file ?? '')
  if (program === undefined) return [own]
  const args = own.args.slice(at + 1)
  return runnerTasks(
    { ...own.command, name: program, args, argv: [program, ...args] },
    view,
    evidence,
    depth,
    true,
  )
}

/** The program behind a file of node_modules: `node_modules/.bin/next`, `node_modules/typescript/bin/tsc`. */
function programOfFile(path: string): string | undefined {
  const [, bin, name, file = ''] =
    /(?:^|\/)node_modules\/(?:\.bin\/([^/]+)|((?:@[^/]+\/)?[^/]+)\/(.+))$/.exec(path) ?? []
  if (bin !== undefined || name === undefined) return bin
  const stem = baseName(file).replace(/\.[cm]?js$/, '')
  return /^(index|cli|main)$/.test(stem) ? name.replace(/^@[^/]+\//, '') : stem
}

/** `build:*` => every script of that name. */
function scriptsNamed(
  pattern: string,
  command: Command,
  view: StageView,
  evidence: readonly Evidence[],
  depth: number,
): readonly Task[] {
  const path =
    command.cwd === undefined
      ? undefined
      : view.contextPath(resolvePath(command.cwd, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  const [word = pattern] = pattern.split(' ')
  const expression = new RegExp(
    `^${word.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}$`,
  )
  const names = [...(manifest?.scripts.keys() ?? [])].filter((name) => expression.test(name))
  return names.flatMap((name) => textTasks(`npm run ${name}`, command.cwd, view, evidence, depth))
}

const quote = (word: string | undefined) =>
  word === undefined
    ? '"$UNKNOWN"'
    : /^[\w./:=@%+,-]+$/.test(word)
      ? word
      : `'${word.replaceAll("'", `'\\''`)}'`
