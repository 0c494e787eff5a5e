import { baseName } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { Work } from '../../javascript/work.ts'

const read = /\.(jsx?|tsx?|[mc]js|mts|cts|json|vue|svelte|css|pcss|scss|sass|less|styl)$/
const locks = /^(package-lock|npm-shrinkwrap|composer|tsconfig\.tsbuildinfo)\.(json)$/
/** What PHP makes, or brings along, for the build of assets: routes, components of packages, the packages themselves. */
const ofPhp =
  /(^|[^\w-])vendor\/(?!chunk)|\bziggy(-js)?\b|wayfinder|\bphp\s+artisan\b|\bartisan\b|bin\/console|composer\s+(run|install)|public\/vendor|@symfony\/ux-|fos_js_routes|var\/translations/

/**
 * The file of the context because of which the assets can't be built without PHP's packages and programs; undefined where none is found.
 * Sources that are read: all that a bundler may read from the folders that it works in, their packages left out.
 */
export function readsVendor(works: readonly Work[], view: StageView): string | undefined {
  const folders = new Set(
    works.flatMap(({ tasks }) =>
      tasks.flatMap((task) =>
        task.kind === 'unknown' || task.cwd === undefined ? [] : (view.contextPath(task.cwd) ?? []),
      ),
    ),
  )
  for (const folder of folders)
    for (const path of view.project.files(folder)) {
      if (!read.test(path) || locks.test(baseName(path))) continue
      if (/(^|\/)(vendor|node_modules|storage|tests?|public\/build)\//.test(path)) continue
      const text = view.project.read(path)
      if (text !== undefined && ofPhp.test(text)) return path
    }
  return undefined
}
