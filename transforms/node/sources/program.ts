import {
  folderOf,
  isWithin,
  noModules,
  resolvePath,
  type Alias,
  type Evidence,
  type ModuleGraph,
  readTsConfig,
  startVariable,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { configFile } from '../../javascript/config/find-config.ts'
import { sourceFollower } from '../../javascript/sources.ts'
import { builtFrom, kindOf, sourceFile, sourceFileIn, type EntryKind } from './entry-source.ts'
import { frameworkSources } from './framework-sources.ts'
import { sqliteSchema } from '../../javascript/prisma-schema.ts'
import { readArguments, type Entry } from '../../javascript/start.ts'
import { isProgram, tasksIn } from '../../javascript/task.ts'
import { bundledRunTime, startedRunTime } from '../../javascript/tools/index.ts'
import type { MadePath } from '../../javascript/tools/output.ts'
import type { RunTime } from '../../javascript/tools/run-time.ts'

/** The program that a container runs, as far as its sources tell. */
export interface Program {
  readonly entries: readonly { readonly entry: Entry; readonly kind: EntryKind }[]
  readonly frameworks: readonly {
    readonly framework: RunTime
    readonly cwd: string
    readonly evidence: readonly Evidence[]
  }[]
  /** The modules of the sources that run, followed from the entries and the frameworks' configuration. */
  readonly graph: ModuleGraph
  /** Without the modules of a framework's app, which its build bundles. */
  readonly followed: ModuleGraph
  /** Modules of the frameworks' configuration alone, what that imports included. */
  readonly configGraph: ModuleGraph
  /** Modules that run as they are beside the entries: configuration, preloaded modules, health checks. */
  readonly besideGraph: ModuleGraph
  /** Why what runs is not all known. */
  readonly gap: string | undefined
  /** Why what it loads is not all known. */
  readonly unseen: string | undefined
  /** Why what the start command runs is not known. */
  readonly unknownStart: string | undefined
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
  const started = [...start.tasks, ...start.others]
  const frameworks = started.flatMap((task) => {
    const framework = task.kind === 'program' ? startedRunTime(task) : undefined
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
    const framework = bundledRunTime(entry.path, builders, root)
    const kind = kindOf(entry, app)
    if (framework !== undefined && kind !== 'missing') {
      frameworks.push({ framework, cwd: root, evidence: entry.evidence })
      entries.push({ entry, kind: 'built' })
      continue
    }
    entries.push({ entry, kind })
    if (kind === 'package' || kind === 'missing' || entry.isBundle === true) continue
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
  const beside = filesBeside(app)
  sources.push(...beside)
  // `bun build --compile` makes the program itself.
  const isMade = started.some(
    (task) =>
      task.kind === 'program' &&
      made.some(({ path, isFolder }) => !isFolder && path === resolvePath(task.cwd, task.name)),
  )
  const isKnownStart = entries.length > 0 || frameworks.length > 0
  const unknown = started.find(
    (task) =>
      task.kind === 'program' &&
      task.isLocal &&
      !task.isStarter &&
      startedRunTime(task) === undefined &&
      !isEntryRuntime(task.name),
  )
  const cwd = entries[0]?.entry.cwd ?? root
  const env = startVariable(app.facts, view.env)
  const follow = sourceFollower({ ...view, env }, cwd, aliasesOf(app), (path) =>
    builtFrom(path, app),
  )
  const read = (files: readonly string[]) => (files.length === 0 ? noModules : follow(files))
  const followed = read([...sources, ...configs])
  const readsApp = frameworks.some(({ framework }) => framework.readsApp === true)
  const graph = readsApp ? read([...sources, ...configs, ...frameworkSources(app)]) : followed
  const unknownStart =
    unknown?.kind === 'program'
      ? `what ${unknown.name} reads is not known`
      : isKnownStart
        ? undefined
        : 'what the start command runs is not a file of the sources'
  const unseen = gap ?? unknownStart ?? graph.gap
  const database = app.manifest.dependencies.has('@prisma/client')
    ? sqliteSchema(root, view)
    : undefined
  return {
    entries,
    frameworks,
    graph,
    followed,
    configGraph: read(configs),
    besideGraph: read([...configs, ...beside]),
    gap: unseen ?? (database && `${database} keeps the database in a file`),
    unseen,
    unknownStart: isMade ? undefined : unknownStart,
    foldersOf: (path) => foldersOf(path, app, made),
  }
}

const isEntryRuntime = (name: string) =>
  /^(cd|echo|sleep|printf|export|set|test|true|exit|wait|mkdir|rm|cp|touch|chmod|env|source|exec|\[|:|cat|date|if|node|nodejs|ts-node|tsx|babel-node|bun|forever|esno|jiti|swc-node)$/.test(
    name,
  )

/** Modules of the sources that node preloads, or that the health check runs. Paths of the context. */
function filesBeside({ view, start, facts }: NodeApp): readonly string[] {
  const checks = tasksIn(facts.health?.processes ?? [], view).flatMap((task) => {
    const entry =
      isProgram(task) && task.name === 'node' ? readArguments(task.args).entry : undefined
    return entry === undefined || !isProgram(task) ? [] : (resolvePath(task.cwd, entry) ?? [])
  })
  return [...start.files.map(({ path }) => path), ...checks].flatMap((path) => {
    const source = sourceFileIn(path, view)
    return source !== undefined && /\.[mc]?[jt]s$/.test(source) ? [source] : []
  })
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
