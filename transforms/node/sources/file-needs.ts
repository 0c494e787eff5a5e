import {
  folderOf,
  isWithin,
  outermost,
  resolvePath,
  type Evidence,
  type PathUse,
  processesOf,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Program } from './program.ts'

/** A file or folder of the sources that run time reads. */
export interface FileNeed {
  /** Absolute, in the image. */
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: readonly Evidence[]
}

/** The files of the context that the program names in its sources, that its start command names, or that its packages read. */
export function fileNeeds(app: NodeApp, program: Program): readonly FileNeed[] {
  const { view, root, start } = app
  const needs: FileNeed[] = []
  const add = (path: string | undefined, evidence: readonly Evidence[], exact = false) => {
    const need = path === undefined ? undefined : needOf(path, evidence, app, program, exact)
    if (need !== undefined) needs.push(need)
  }
  for (const { path, evidence } of start.files) add(path, evidence, true)
  for (const { entry, kind } of program.entries)
    if (kind === 'source') add(entry.path, entry.evidence, true)
  for (const process of processesOf(app.facts))
    for (const word of [process.name, ...process.args])
      if (
        word !== undefined &&
        !/^-|[*?$]|:\/\//.test(word) &&
        (word.includes('/') || word.includes('.'))
      )
        add(
          resolvePath(process.cwd, word),
          process.via.slice(-1),
          word === process.name || /\.sh$/.test(word),
        )
  for (const script of scriptsOfStart(app))
    add(resolvePath('/', script.path), script.evidence, true)
  for (const cwd of cwds(app)) {
    for (const module of program.graph.modules)
      for (const use of module.paths)
        for (const path of placesOf(use, module.path, cwd, program)) {
          const isWrite = use.use === 'writes-file' || use.use === 'writes-folder'
          const found = isWrite && view.contextPath(path) === undefined ? folderOf(path) : path
          add(found, [{ path: module.path, ...use.at }])
        }
  }
  for (const { framework, cwd, evidence } of program.frameworks) {
    const config =
      framework.config === undefined
        ? []
        : ['.js', '.mjs', '.cjs', '.ts', '.mts', ''].map(
            (ending) => `${framework.config ?? ''}${ending}`,
          )
    const stored = framework.stores?.(cwd, view).writes ?? []
    for (const file of [...(framework.files ?? []), ...config, ...stored])
      add(resolvePath(cwd, file), evidence.slice(-1), true)
  }
  for (const module of program.besideGraph.modules)
    add(
      view.imagePath(module.path),
      [{ path: module.path, line: undefined, text: 'runs as it is' }],
      true,
    )
  for (const path of program.graph.asTheyAre)
    add(view.imagePath(path), [{ path, line: undefined, text: 'is started as it is' }], true)
  const runsSources = program.entries.some(({ kind }) => kind === 'source')
  for (const path of program.graph.data)
    add(runsSources ? view.imagePath(path) : undefined, [{ path, line: undefined, text: path }])
  return outermost(needs.filter((need) => need.path !== root)).toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  )
}

/** Shell scripts that the start command runs, and those that they source. */
function scriptsOfStart(app: NodeApp): readonly { path: string; evidence: readonly Evidence[] }[] {
  return processesOf(app.facts).flatMap(({ via }) =>
    via.flatMap((evidence) => {
      const path =
        /\.json$/.test(evidence.path) ||
        evidence.path === 'Dockerfile' ||
        app.facts.start?.stated.lines.includes(evidence) === true ||
        app.facts.overrides.some(({ usage }) => usage.path === evidence.path)
          ? undefined
          : app.facts.imagePath(evidence.path)
      return path === undefined ? [] : [{ path, evidence: [evidence] }]
    }),
  )
}

/** The folders that the program runs in. */
export function cwds({ start, root }: NodeApp): readonly string[] {
  const own = [
    ...start.entries.map(({ cwd }) => cwd),
    ...[...start.tasks, ...start.others].flatMap((task) =>
      task.kind === 'program' ? (task.cwd ?? []) : [],
    ),
  ]
  return own.length === 0 ? [root] : [...new Set(own)]
}

/** Where a path of a source can lead: below the working directory, or beside the module as it stands when it runs. */
export function placesOf(
  { value }: PathUse,
  modulePath: string,
  cwd: string,
  { foldersOf }: Program,
): readonly string[] {
  // `~/api` and `@/api`: the root, in frameworks' configurations.
  const path = value.path.replace(/[^/]*[*{!].*$/, '').replace(/^(~~?|@@?)\//, '')
  const below = (folder: string) => resolvePath(folder, path.replace(/^\/+(?=.)/, '')) ?? folder
  switch (value.base) {
    case 'root':
      return [below('/')]
    case 'cwd':
      return [below(cwd)]
    case 'own-folder':
      return foldersOf(modulePath).map(below)
    case 'unknown':
      // Only the end of the path is known: it counts where it leads to a file.
      return path === '' ? [] : [below(cwd), ...foldersOf(modulePath).map(below)]
    case 'home':
      return []
  }
}

function needOf(
  path: string,
  evidence: readonly Evidence[],
  app: NodeApp,
  { followed }: Program,
  exact: boolean,
): FileNeed | undefined {
  const { view, root, made } = app
  if (
    path === root ||
    isWithin(root, path) ||
    path.includes('/node_modules') ||
    made.some((item) => isWithin(path, item.path))
  )
    return undefined
  const source = view.contextPath(path)
  if (
    source === undefined ||
    source === '' ||
    /(^|\/)(package\.json|package-lock\.json|yarn\.lock|Dockerfile)$/.test(source)
  )
    return undefined
  const isFolder = view.project.isFolder(source)
  if (isFolder || exact || !isWithin(path, root)) return { path, isFolder, evidence }
  const holdsModules = (folder: string) =>
    followed.modules.some((module) => isWithin(view.imagePath(module.path) ?? '', folder)) ||
    folder === resolvePath(root, 'src')
  const below = path.slice(root === '/' ? 1 : root.length + 1).split('/')
  if (below.length === 1) return { path, isFolder: false, evidence }
  const top = resolvePath(root, below[0] ?? '') ?? root
  if (!holdsModules(top)) return { path: top, isFolder: true, evidence }
  const parent = folderOf(path)
  return holdsModules(parent)
    ? { path, isFolder: false, evidence }
    : { path: parent, isFolder: true, evidence }
}
