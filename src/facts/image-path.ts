import { posix } from 'node:path'
import { transientFolders } from '../knowledge/images/image-folders.ts'

/** A path inside an image, made absolute and clean; undefined where a relative one meets a folder that is not known. */
export function resolvePath(folder: string | undefined, path: string): string | undefined {
  if (path.startsWith('/')) return withoutEndSlash(posix.normalize(path))
  return folder === undefined ? undefined : withoutEndSlash(posix.join(folder, path))
}

/** The WorkingDir that BuildKit writes down: only a relative path is made clean (`NormalizeWorkdir` in its system package). */
export function configPath(folder: string, path: string): string {
  return path.startsWith('/') ? path : posix.join(folder || '/', path)
}

/** Whether a path is the folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`)
}

/** Whether what lies there is for the moment: everybody may write there, and no image keeps it. */
export function isTransient(path: string): boolean {
  return transientFolders.some((folder) => isWithin(path, folder))
}

/** Files and folders without those that lie in another one of them, the first of each path. */
export function outermost<T extends { readonly path: string; readonly isFolder: boolean }>(
  items: readonly T[],
): readonly T[] {
  const folders = new Set(items.flatMap(({ path, isFolder }) => (isFolder ? [path] : [])))
  const first = new Map(items.toReversed().map((item) => [item.path, item]))
  return [...first.values()]
    .toReversed()
    .filter(({ path }) => !foldersAbove(path).some((folder) => folders.has(folder)))
}

/** `/a/b` and `/a` of `/a/b/c`. */
const foldersAbove = (path: string): readonly string[] => {
  const folder = folderOf(path)
  return folder === '/' || folder === '.' ? [] : [folder, ...foldersAbove(folder)]
}

/** Paths without those that lie inside of another one. */
export function outermostPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)))
}

/** A path as written from a folder: './dist', './'; absolute where it lies elsewhere. */
export function pathFrom(folder: string | undefined, path: string): string {
  if (folder === undefined || folder === '/' || !isWithin(path, folder)) return path
  return path === folder ? './' : `./${path.slice(folder.length + 1)}`
}

/** What lies before a pattern or a placeholder: `views` of `views/*.html` and of `views/%s.html`; a path without one is itself. */
export function beforePattern(path: string): string {
  const at = path.search(/[*?[%]/)
  return at < 0 ? path : path.slice(0, Math.max(path.lastIndexOf('/', at), 0))
}

export const baseName = (path: string) => posix.basename(path)
export const folderOf = (path: string) => posix.dirname(path)

function withoutEndSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}
