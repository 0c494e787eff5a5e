import {
  baseName,
  pythonInstallOf,
  type Command,
  type InstallCall,
  type Installer,
} from '../../src/transform.ts'
import { folderOfRequirements, requirementManifests } from './requirement-files.ts'

/**
 * What uv, Poetry, Pipenv and PDM do. Whether an install of a project needs more than the manifests, the project decides, whose own package may be
 * built; `uv pip` goes by files of requirements as pip does.
 */
export const managers: Installer = {
  reads(command: Command): InstallCall | undefined {
    if (!/^(uv|poetry|pipenv|pdm)$/.test(baseName(command.name ?? ''))) return undefined
    const install = pythonInstallOf(command)
    if (install === undefined) return undefined
    const listed = folderOfRequirements(install)
    return {
      needs: listed === undefined ? 'sources' : 'manifests',
      folder: listed ?? install.folder,
      fills: false,
      fetches: true,
      writes: true,
    }
  },
  manifests: requirementManifests,
}
