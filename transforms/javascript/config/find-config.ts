import { hasFile, type StageView } from '../stage-view.ts'

const endings = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.json', '.yml', '.yaml']

/** The configuration file of a tool in a folder of the image: `vite.config` => `/app/vite.config.ts`. */
export function configFile(view: StageView, folder: string, name: string): string | undefined {
  return endings
    .map((ending) => `${folder === '/' ? '' : folder}/${name}${ending}`)
    .find((path) => hasFile(view, path))
}
