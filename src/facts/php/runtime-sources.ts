import { isWithin } from '../image-path.ts'
import type { Project } from '../../project/project.ts'
import {
  buildFiles,
  buildFolders,
  seedFolders,
  sourceEndings,
  sourceFiles,
} from '../../knowledge/php-sources.ts'

/** The PHP sources of a folder of the context that run time may load; those that fill databases only where `withSeeds`. */
export function runtimeSources(
  project: Project,
  folder: string,
  options: { readonly withSeeds: boolean; readonly without: readonly string[] },
): readonly string[] {
  const base = folder === '' ? '' : `${folder}/`
  return project.files(folder).filter((path) => {
    const own = path.slice(base.length)
    return (
      isSource(own) &&
      !isBesides(own) &&
      (options.withSeeds || !liesIn(own, seedFolders)) &&
      !options.without.some((other) => isWithin(path, other))
    )
  })
}

/** Whether a path is that of a PHP source. */
export function isSource(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const ending = name.split('.').slice(1).at(-1) ?? ''
  return (
    sourceEndings.has(ending) ||
    sourceFiles.some((file) => path === file || path.endsWith(`/${file}`))
  )
}

function isBesides(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.replace(/(\.dist)?\.php$/, '').replace(/^\./, '')
  return (
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => folder.startsWith('.')) ||
    liesIn(path, buildFolders) ||
    (name.endsWith('.php') &&
      buildFiles.some((file) =>
        file.endsWith('*') ? stem.startsWith(file.slice(0, -1)) : stem === file,
      ))
  )
}

/** Whether a path lies in a folder of such a name, wherever that stands. */
function liesIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => `/${path}`.includes(`/${folder}/`))
}
