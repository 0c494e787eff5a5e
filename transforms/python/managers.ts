import {
  pythonInstallOf,
  verbOf,
  wordsOfManager,
  type Command,
  type InstallCall,
  type Installer,
} from '../../src/transform.ts'
import { caches } from './caches.ts'
import { managerManifests } from './early/index.ts'
import { managerOf } from './managers/manager.ts'
import { folderOfRequirements, requirementManifests } from './requirement-files.ts'

/**
 * What uv, Poetry, Pipenv and PDM do. An install by the project's lock file may need no more than that: the project's files tell; `uv pip` goes by
 * files of requirements as pip does.
 */
export const managers: Installer = {
  reads(command: Command): InstallCall | undefined {
    const manager = managerOf(command)
    if (manager === undefined) return undefined
    const install = pythonInstallOf(command)
    if (install === undefined)
      return setsUp(wordsOfManager(command, manager.name) ?? [])
        ? { needs: 'nothing', folder: command.cwd, fills: false, fetches: false, writes: true }
        : undefined
    const listed = folderOfRequirements(install)
    const isOfProject =
      install.isOfManifest &&
      install.isKnown &&
      install.member === undefined &&
      !command.args.some((word) => /^--(only-root|script)\b/.test(word ?? ''))
    return {
      needs: isOfProject || listed !== undefined ? 'manifests' : 'sources',
      folder: listed ?? install.folder,
      fills: false,
      fetches: true,
      writes: true,
      ...(install.isOfManifest ? caches[manager.name] : {}),
    }
  },
  manifests: (site) => requirementManifests(site) ?? managerManifests(site),
}

/** `poetry config virtualenvs.create false`, `pdm config check_update false`: settings of the user's, not of the project's. */
function setsUp(words: Command['args']): boolean {
  const { verb, rest } = verbOf(words)
  return (
    (verb === 'config' &&
      !rest.some((word) => /^(--local|--project|-l)$/.test(word ?? '--local'))) ||
    (verb === undefined && words.every((word) => /^(--version|-V)$/.test(word ?? '')))
  )
}
