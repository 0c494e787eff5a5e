import type { Command } from '../../facts/commands/command.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import { archiveFetchedBy, isArchive } from '../../facts/effects/download-effects.ts'
import { baseName, resolvePath } from '../../facts/image-path.ts'

/** The archives that a COPY or ADD puts into the image as they are; none where it brings anything else. */
export function archivesCopiedBy(copy: Copy): readonly string[] {
  const { from, missing, hasHeredoc, unpacks, isRemote } = copy
  if (from !== undefined || missing.length > 0 || hasHeredoc || unpacks) return []
  const paths = isRemote
    ? remoteTargets(copy)
    : copy.paths.map(({ isFolder, target }) => (isFolder ? '' : target))
  return paths.every(isArchive) ? paths : []
}

/** https://docs.docker.com/reference/dockerfile/#adding-files-from-a-url: into a folder it goes by the name in the URL. */
function remoteTargets({ sources, destination, saysFolder }: Copy): readonly string[] {
  if (destination === undefined) return ['']
  return sources.map((url) =>
    saysFolder
      ? (resolvePath(destination, baseName(url.replace(/[?#].*$/, ''))) ?? '')
      : destination,
  )
}

/** Whether words of a command name an archive, by its path or by its name. */
export const names = ({ argv }: Command, archive: string): boolean =>
  argv.some((word) => word?.includes(baseName(archive)) === true)

/** Whether a command is the one that brings an archive. */
export const fetches = (command: Command, archives: readonly string[]): boolean => {
  const path = archiveFetchedBy(command)
  return path !== undefined && archives.includes(path)
}
