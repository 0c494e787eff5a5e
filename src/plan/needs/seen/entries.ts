import { isPosixShell } from '../../../dockerfile/shell/shells.ts'
import type { Command } from '../../../facts/commands/command.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { mainOfFolder } from '../../../facts/javascript/main-of-folder.ts'
import {
  nodeOptionsOf,
  preloadsIn,
  wordsOfNodeOptions,
} from '../../../facts/javascript/node-options.ts'
import { baseName, resolvePath } from '../../../facts/image-path.ts'
import { isPython } from '../../../knowledge/python-installs.ts'
import { usagesOf } from '../../uses/image-demands.ts'

/** A script that an interpreter runs in the container. */
export interface Entry {
  /** Absolute, in the image; as written, so its ending may be missing. */
  readonly path: string
  readonly cwd: string | undefined
  readonly evidence: Evidence
  /** What it is started with beside ENV: `CMD PORT=80 node a.js`. */
  readonly variables?: ReadonlyMap<string, string | undefined>
}

/** All that is started in the container: by the start command, by the health check, by what else uses the image. */
export function processesOf({ start, health, overrides }: Facts): readonly Process[] {
  return [
    ...(start?.processes ?? []),
    ...(health?.processes ?? []),
    ...overrides.flatMap(({ processes }) => processes),
  ]
}

/** Whether a split leaves the start command as it is; what it changes (`go run` becomes a binary) is followed as it is now. */
export const startsTheSame = (before: Facts, after: Facts): boolean =>
  JSON.stringify(before.start?.argv) === JSON.stringify(after.start?.argv)

/** Their words name scripts, packages and folders of their own. */
const managers = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|bun|bunx|composer|corepack)$/

/** The paths that the words of a command may be, values of its flags among them; absolute, in the image. */
export function pathsInWords({ argv, cwd }: Command): readonly string[] {
  const manager = argv.findIndex((word) => managers.test(baseName(word ?? '')))
  return argv
    .slice(1, manager < 0 ? argv.length : manager)
    .flatMap((word) => pathOf(/^--?[\w-]+=(.+)$/.exec(word ?? '')?.[1] ?? word, cwd) ?? [])
}

/** The path that a word may be; undefined for flags, URLs, patterns and variables. */
export function pathOf(word: string | undefined, cwd: string | undefined): string | undefined {
  if (word === undefined || /^-|:\/\/|[$*?]|^\.?\/?$/.test(word)) return undefined
  return resolvePath(cwd, word)
}

/** The scripts that run in the container, each once for a folder that it runs in and the variables that it gets. */
export function entriesOf(facts: Facts): readonly Entry[] {
  const entries = processesOf(facts).flatMap((process): readonly Entry[] => {
    const { cwd, assignments: variables } = process
    const script = scriptOf(process)
    const path =
      mainOf(process, facts) ?? (script === undefined ? undefined : resolvePath(cwd, script))
    const evidence = process.via.at(-1)
    if (evidence === undefined) return []
    const loaded = isOfNode(process) ? loadedFirst(process, facts) : []
    return [
      path,
      ...loaded.filter((name) => /^[./]/.test(name)).map((name) => resolvePath(cwd, name)),
    ].flatMap((each) =>
      each === undefined ? [] : [{ path: facts.realPath(each), cwd, evidence, variables }],
    )
  })
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}

/** The file that is run where the words name its folder: `node .` */
export function mainOf(process: Process, facts: Facts): string | undefined {
  const script = isOfNode(process) ? scriptOf(process) : undefined
  const folder = script === undefined ? undefined : resolvePath(process.cwd, script)
  return folder === undefined ? undefined : mainOfFolder(folder, facts)
}

const keyOf = ({ path, cwd, variables = new Map() }: Entry) =>
  JSON.stringify([path, cwd, [...variables].filter(([name]) => name !== 'npm_lifecycle_event')])

/** What node is told to load before the program, by its words or by NODE_OPTIONS, be it that of compose: './tracing.js', 'newrelic'. */
export function loadedFirst(process: Process, facts: Facts): readonly string[] {
  const ofImage = nodeOptionsOf(process, (name) => facts.final.end.env.get(name))
  const ofUsages = usagesOf(facts).flatMap(({ settings, envFiles }) =>
    [settings, ...envFiles.map((file) => file.settings)].flatMap((all) =>
      wordsOfNodeOptions(all.get('NODE_OPTIONS') ?? ''),
    ),
  )
  return [...new Set(preloadsIn([...ofImage, ...ofUsages, ...process.args]))]
}

/** node, programs like it, and those that start one. */
export const isRuntimeOfNode = (name: string): boolean =>
  /^(node|nodejs|bun|tsx|ts-node|babel-node|npm|npx|yarn|pnpm|pm2(-runtime|-docker)?)$/.test(
    baseName(name),
  )

/** One of these, or a program of a package, which node runs. */
export const isOfNode = ({ name = '', bin }: Pick<Process, 'name' | 'bin'>): boolean =>
  bin !== undefined || isRuntimeOfNode(name)

const interpreters = /^(node|nodejs|bun|tsx|ts-node|babel-node|python\d?(\.\d+)?|php|ruby|perl)$/
/** Flags of interpreters that take the next word. */
const withValue = /^(-r|--require|--import|--loader|--env-file|-C|--conditions|[-+][a-z]*[oO])$/
/** https://www.php.net/manual/en/features.commandline.options.php: the address and the folder of PHP's own server among them. */
const ofPhp = /^(-[cdgzBREFSt]|--(php-ini|define|global|zend-extension|server|docroot))$/
/** https://docs.python.org/3/using/cmdline.html#miscellaneous-options */
const ofPython = /^(-[a-zA-Z]*[WX]|--check-hash-based-pycs)$/
/** Flags with a program in the words, or what is no file. */
const inline = /^-[a-z]*[cempE]$|^--eval/
const inlineOfPython = /^-[a-zA-Z]*[cm]$/

/** The file that an interpreter runs, as written. The build may make it, so it need not be in the context. */
export function scriptOf({ name, args, follows }: Command & Partial<Process>): string | undefined {
  if (name === undefined || !(interpreters.test(baseName(name)) || isPosixShell(name)))
    return undefined
  // `bun run start`, `node --run start`: a script of package.json, and what that starts is a process of its own.
  const isRun = args.some((arg) => /^--run(=|$)/.test(arg ?? ''))
  if (follows === true && (baseName(name) === 'bun' || isRun)) return undefined
  const isOfPython = isPython(name)
  const takesNext = baseName(name) === 'php' ? ofPhp : isOfPython ? ofPython : withValue
  const at = args.findIndex(
    (arg, i) => arg?.startsWith('-') !== true && !takesNext.test(args[i - 1] ?? ''),
  )
  const before = args.slice(0, Math.max(at, 0))
  const isInline = before.some((arg) => (isOfPython ? inlineOfPython : inline).test(arg ?? ''))
  // `bun run server.js`
  const script = baseName(name) === 'bun' && args[at] === 'run' ? args[at + 1] : args[at]
  return at < 0 || isInline ? undefined : script
}
