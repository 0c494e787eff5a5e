import { isWithin, type Project } from '../../../src/transform.ts'

/** Folders whose sources no request and no start command loads; their names are what frameworks and tools have settled on. */
const besides =
  /(^|\/)(vendor|node_modules|[Tt]ests?|spec|features|stubs|docs?|storage|bootstrap\/cache|var\/cache|\.[^/]+)\//
const tools =
  /(^|\/)(_ide_helper\w*|\.phpstorm\.meta|rector|ecs|phpstan[\w-]*|psalm[\w-]*|\.?php-cs-fixer(\.dist)?|\.?php_cs(\.dist)?|phpunit[\w-]*|Envoy\.blade|RoboFile|deploy|castor|scoper\.inc|pint|infection[\w-]*)\.php$/
const seeds =
  /(^|\/)(database\/(factories|seeders|seeds)|src\/DataFixtures|src\/Factory|src\/Story)\//

const source = /\.(php\d?|phtml|inc|module|theme|install)$|(^|\/)(artisan|bin\/console|yii|spark)$/

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
      source.test(own) &&
      !besides.test(own) &&
      !tools.test(own) &&
      (options.withSeeds || !seeds.test(own)) &&
      !options.without.some((other) => isWithin(path, other))
    )
  })
}
