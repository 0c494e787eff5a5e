import { hasFile, type FileView } from '../stage-view.ts'

const endings = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.json', '.yml', '.yaml']

/** The configuration file of a tool in a folder of the image: `vite.config` => `/app/vite.config.ts`. */
export function configFile(view: FileView, folder: string, name: string): string | undefined {
  return endings
    .map((ending) => `${folder === '/' ? '' : folder}/${name}${ending}`)
    .find((path) => hasFile(view, path))
}

const importEndings = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.json', '/index.js', '/index.ts']

/** The file that a configuration imports by this path. */
export function importedFile(path: string | undefined, view: FileView): string | undefined {
  if (path === undefined) return undefined
  return importEndings.map((ending) => path + ending).find((file) => hasFile(view, file))
}
