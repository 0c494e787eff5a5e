import {
  baseName,
  pythonInstallOf,
  type Command,
  type InstallCall,
  type Installer,
} from '../../src/transform.ts'

/** What uv, Poetry, Pipenv and PDM do. Whether an install needs more than the manifests, the project decides, whose own package may be built. */
export const managers: Installer = {
  reads(command: Command): InstallCall | undefined {
    if (!/^(uv|poetry|pipenv|pdm)$/.test(baseName(command.name ?? ''))) return undefined
    const install = pythonInstallOf(command)
    if (install === undefined) return undefined
    return {
      needs: 'sources',
      folder: install.folder,
      fills: false,
      fetches: true,
      writes: true,
    }
  },
}
