import { effectsOf, folderOf, isWithin, resolveFile, resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { MadePath } from '../../javascript/tools/output.ts'
import type { Entry } from '../../javascript/start.ts'

/** What an entry of the start command is. */
export type EntryKind = 'source' | 'built' | 'package' | 'missing'

export function kindOf({ path }: Entry, app: NodeApp): EntryKind {
  if (app.made.some((item) => isMadeBy(item, path)) && !isInSite(path, app)) return 'built'
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

const isMadeBy = (item: MadePath, path: string) =>
  item.path === path || (item.isFolder && isWithin(path, item.path)) || item.path === `${path}.js`

/** True where only builds that make pages write there, and none of the files that they take over is this one. */
function isInSite(path: string, { works, view }: NodeApp): boolean {
  const makers = works.flatMap(({ makes }) => makes).filter((item) => isMadeBy(item, path))
  return makers.every((item) => {
    if (item.site === undefined) return false
    const { copies } = item.site
    const taken = copies === undefined ? undefined : `${copies}${path.slice(item.path.length)}`
    return taken === undefined || sourceFileIn(taken, view) === undefined
  })
}

/** The file of the context for an entry: `server`, `server.js`, a folder with package.json's main or an index. */
export function sourceFile(path: string, { view, root, manifest }: NodeApp): string | undefined {
  if (path === root)
    return sourceFileIn(resolvePath(root, manifest.main ?? 'index.js') ?? path, view)
  return sourceFileIn(path, view)
}

/** The same for a file that is no entry. */
export function sourceFileIn(path: string, view: NodeApp['view']): string | undefined {
  const whole = view.contextPath(path)
  if (whole !== undefined && view.project.isFile(whole)) return whole
  const folder = view.contextPath(folderOf(path))
  const name = path.slice(path.lastIndexOf('/') + 1)
  return folder === undefined
    ? undefined
    : resolveFile(folder === '' ? name : `${folder}/${name}`, view.project)
}

/** The source that a build made a file of: the same path below the folder that the output mirrors, or the bundle's own entry. */
export function builtFrom(path: string, app: NodeApp): string | undefined {
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
    .filter((work) => work.makes.some(({ path }) => path === item.path || path === item.from))
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
