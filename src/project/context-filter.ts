import { isIgnored, parseIgnoreFile } from '../dockerfile/patterns/ignore-file.ts'
import type { FolderTree } from './folder-tree.ts'

/** Entries looked at in one walk, at most. */
export const WALK_LIMIT = 20_000

/** What an ignore file keeps out of a build context, by Docker's rules. */
export interface ContextFilter {
  /** By the patterns alone: the path or a folder above it is ignored, and no later exception takes it back. */
  readonly isIgnored: (path: string) => boolean
  /** True for an ignored folder that is in the context all the same, because of what an exception keeps below it. */
  readonly keepsBelow: (folder: string) => boolean
  /** False where no exception can match below an ignored folder, so that nobody needs to look. */
  readonly mayKeepBelow: (folder: string) => boolean
}

/** `text` is the ignore file's; undefined where there is none. */
export function contextFilter(text: string | undefined, tree: FolderTree): ContextFilter {
  if (text === undefined) {
    return { isIgnored: () => false, keepsBelow: () => false, mayKeepBelow: () => false }
  }
  const patterns = parseIgnoreFile(text)
  const exceptions = patterns
    .filter(({ negated }) => negated)
    .map(({ pattern }) => pattern.slice(0, pattern.search(/[*?[\\]|$/)))
  const kept = new Map<string, boolean>()

  const mayKeepBelow = (folder: string): boolean =>
    exceptions.some((start) => start.startsWith(`${folder}/`) || `${folder}/`.startsWith(start))

  const keepsBelow = (folder: string): boolean => {
    const before = kept.get(folder)
    if (before !== undefined) return before
    const answer = hasKept(folder, { left: WALK_LIMIT })
    kept.set(folder, answer)
    return answer
  }

  const hasKept = (folder: string, walk: { left: number }): boolean => {
    if (!mayKeepBelow(folder)) return false
    for (const [name, kind] of tree.entries(folder)) {
      if (walk.left-- <= 0) return false
      const path = `${folder}/${name}`
      if (!isIgnored(patterns, path)) return true
      if (kind === 'folder' && hasKept(path, walk)) return true
    }
    return false
  }

  return {
    // The context itself is there whatever the patterns say.
    isIgnored: (path) => path !== '' && isIgnored(patterns, path),
    keepsBelow,
    mayKeepBelow,
  }
}
