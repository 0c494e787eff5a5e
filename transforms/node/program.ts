import { effectsOf, folderOf, isWithin, resolvePath, type Evidence } from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import type { MadePath } from './builders/index.ts'
import { bundledFramework, startedFramework, type Framework } from './frameworks/index.ts'
import { configFile } from './js-config.ts'
import { readModules, type ModuleGraph } from './source/module-graph.ts'
import { resolveFile, type Alias } from './source/resolve-module.ts'
import type { Entry } from './start.ts'
import { readTsConfig } from './tsconfig.ts'

/** What an entry of the start command is. */
export type EntryKind = 'source' | 'built' | 'package' | 'missing'

/** The program that a container runs, as far as its sources tell. */
export interface Program {
  readonly entries: readonly { readonly entry: Entry; readonly kind: EntryKind }[]
  readonly frameworks: readonly {
    readonly framework: Framework
    readonly cwd: string
    readonly evidence: readonly Evidence[]
  }[]
  /** The modules of the sources that run, followed from the entries and the frameworks' configuration. */
  readonly graph: ModuleGraph
  /** Modules of the frameworks' configuration, what that imports included. */
  readonly configModules: readonly string[]
  /** Why what runs is not all known. */
  readonly gap: string | undefined
  /** Folders of the image that a module stands in when it runs. */
  readonly foldersOf: (modulePath: string) => readonly string[]
}

export function readProgram(app: NodeApp): Program {
  const { view, root, made, start } = app
  const builders = new Set(
    app.works.flatMap(({ tasks }) =>
      tasks.flatMap((task) => (task.kind === 'program' ? [task.name] : [])),
    ),
  )
  const frameworks = start.tasks.flatMap((task) => {
    const framework = task.kind === 'program' ? startedFramework(task) : undefined
    return framework === undefined
      ? []
      : [
          {
            framework,
            cwd: (task.kind === 'program' ? task.cwd : undefined) ?? root,
            evidence: task.evidence,
          },
        ]
  })
  const entries: { entry: Entry; kind: EntryKind }[] = []
  const sources: string[] = []
  const configs: string[] = []
  let gap: string | undefined
  for (const entry of start.entries) {
    const framework = bundledFramework(entry.path, builders, root)
    if (framework !== undefined) {
      frameworks.push({ framework, cwd: root, evidence: entry.evidence })
      entries.push({ entry, kind: 'built' })
      continue
    }
    const kind = kindOf(entry, app)
    entries.push({ entry, kind })
    if (kind === 'package' || kind === 'missing') continue
    const found = kind === 'source' ? sourceFile(entry.path, app) : builtFrom(entry.path, app)
    if (found === undefined) gap ??= `the source of ${entry.path} can't be told`
    else sources.push(found)
  }
  for (const { framework, cwd } of frameworks) {
    const config =
      framework.config === undefined ? undefined : configFile(view, cwd, framework.config)
    const path = config === undefined ? undefined : view.contextPath(config)
    if (path !== undefined && view.project.read(path)?.trim() !== '') configs.push(path)
  }
  for (const { path } of start.files) {
    const inContext = view.contextPath(path)
    if (
      inContext !== undefined &&
      /\.[mc]?[jt]s$/.test(inContext) &&
      view.project.isFile(inContext)
    )
      sources.push(inContext)
  }
  const isKnownStart = entries.length > 0 || frameworks.length > 0
  const unknown = start.tasks.find(
    (task) =>
      task.kind === 'program' &&
      task.isLocal &&
      startedFramework(task) === undefined &&
      !isEntryRuntime(task.name),
  )
  const read = (files: readonly string[]) =>
    files.length === 0
      ? empty
      : readModules([...new Set(files)], view.project, aliasesOf(app), view.env)
  const graph = read([...sources, ...configs])
  const configModules = read(configs).modules.map(({ path }) => path)
  if (!isKnownStart && unknown === undefined)
    gap ??= 'what the start command runs is not a file of the sources'
  if (unknown?.kind === 'program') gap ??= `what ${unknown.name} reads is not known`
  return {
    entries,
    frameworks,
    graph,
    configModules,
    gap: gap ?? graph.gap,
    foldersOf: (path) => foldersOf(path, app, made),
  }
}

const empty: ModuleGraph = { modules: [], packages: [], data: [], gap: undefined }
const isEntryRuntime = (name: string) =>
  /^(cd|echo|sleep|printf|export|set|test|true|exit|wait|mkdir|rm|cp|touch|chmod|env|source|exec|\[|:|cat|date|if|node|nodejs|ts-node|tsx|babel-node|bun|forever|esno|jiti|swc-node|cross-env|dotenv|env-cmd|npm-run-all|run-s|run-p)$/.test(
    name,
  )

function kindOf({ path }: Entry, app: NodeApp): EntryKind {
  if (
    app.made.some(
      (item) =>
        item.path === path ||
        (item.isFolder && isWithin(path, item.path)) ||
        item.path === `${path}.js`,
    )
  )
    return 'built'
  if (path.includes('/node_modules/')) return 'package'
  if (sourceFile(path, app) !== undefined) return 'source'
  // What a build makes is not known: it may make this file, too.
  const isMoved = app.works.some(({ command }) =>
    (effectsOf(command) ?? []).some(
      (effect) =>
        effect.kind === 'creates' && isWithin(path, effect.path) && effect.path !== app.root,
    ),
  )
  return app.unknownOutput === undefined && !isMoved ? 'missing' : 'built'
}

/** The file of the context for an entry: `server`, `server.js`, a folder with package.json's main or an index. */
function sourceFile(path: string, { view, root, manifest }: NodeApp): string | undefined {
  if (path === root)
    return sourceFileIn(resolvePath(root, manifest.main ?? 'index.js') ?? path, view)
  return sourceFileIn(path, view)
}

function sourceFileIn(path: string, view: NodeApp['view']): string | undefined {
  const whole = view.contextPath(path)
  if (whole !== undefined && view.project.isFile(whole)) return whole
  const folder = view.contextPath(folderOf(path))
  const name = path.slice(path.lastIndexOf('/') + 1)
  return folder === undefined
    ? undefined
    : resolveFile(folder === '' ? name : `${folder}/${name}`, view.project)
}

/** The source that a build made a file of: the same path below the folder that the output mirrors, or the bundle's own entry. */
function builtFrom(path: string, app: NodeApp): string | undefined {
  const { view, root } = app
  const item = app.made.find((made) => isWithin(path, made.path) || made.path === `${path}.js`)
  if (item === undefined) return undefined
  const below = path.slice(item.path.length + 1).replace(/\.[mc]?js$/, '')
  const stems = item.isFolder ? [below === '' ? 'index' : below] : []
  const folders = [
    item.mirrors,
    root,
    resolvePath(root, 'src'),
    resolvePath(root, 'server'),
    resolvePath(root, 'lib'),
    resolvePath(root, 'app'),
  ].flatMap((folder) => folder ?? [])
  const mirrored = stems.flatMap((stem) =>
    folders.flatMap((folder) => sourceFileIn(resolvePath(folder, stem) ?? folder, view) ?? []),
  )
  const named = wordsOfBuild(item, app)
  const guessed = ['src/index', 'src/main', 'src/server', 'src/app', 'index', 'server'].flatMap(
    (stem) => sourceFileIn(resolvePath(root, stem) ?? root, view) ?? [],
  )
  return item.mirrors === undefined
    ? (named[0] ?? mirrored[0] ?? guessed[0])
    : (mirrored[0] ?? named[0])
}

/** Sources that the command of a build names: `esbuild src/server.ts --bundle`. */
function wordsOfBuild(item: MadePath, { works, view }: NodeApp): readonly string[] {
  return works
    .filter((work) => work.makes.includes(item))
    .flatMap(({ tasks }) => tasks)
    .flatMap((task) =>
      task.kind !== 'program' || task.cwd === undefined
        ? []
        : task.args.flatMap((arg) => {
            const path =
              arg === undefined || arg.startsWith('-') ? undefined : resolvePath(task.cwd, arg)
            const found =
              path === undefined || !/\.[mc]?[jt]sx?$/.test(path)
                ? undefined
                : sourceFileIn(path, view)
            return found ?? []
          }),
    )
}

function foldersOf(
  modulePath: string,
  { view }: NodeApp,
  made: readonly MadePath[],
): readonly string[] {
  const path = view.imagePath(modulePath)
  if (path === undefined) return []
  const own = folderOf(path)
  const mirrored = made.flatMap((item) =>
    item.mirrors !== undefined && isWithin(own, item.mirrors)
      ? [
          resolvePath(
            item.path,
            own === item.mirrors
              ? '.'
              : own.slice(item.mirrors === '/' ? 1 : item.mirrors.length + 1),
          ) ?? item.path,
        ]
      : [],
  )
  return mirrored.length > 0
    ? mirrored
    : [own, ...made.flatMap((item) => (item.isFolder ? [item.path] : [folderOf(item.path)]))]
}

/** tsconfig's paths as folders of the context. */
function aliasesOf({ view, root }: NodeApp): readonly Alias[] {
  const config = readTsConfig(view, resolvePath(root, 'tsconfig.json') ?? '')
  return (config?.aliases ?? []).map((alias) => ({
    ...alias,
    targets: alias.targets.flatMap((target) => {
      const inContext = view.contextPath(target)
      return inContext === undefined ? [] : [inContext]
    }),
  }))
}
