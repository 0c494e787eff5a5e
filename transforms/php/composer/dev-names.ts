import { ownValue } from '../../../src/transform.ts'
import type { ComposerLock } from './lock.ts'
import type { ComposerManifest } from './manifest.ts'

/** What only the dev packages of a project bring. */
export interface DevNames {
  /** Namespaces in small letters with the backslash at their end, longest first, and the package: 'composer.json' for `autoload-dev`. */
  readonly namespaces: readonly { readonly prefix: string; readonly package: string }[]
  /** Global functions. */
  readonly functions: ReadonlyMap<string, string>
  /** Programs of the bin folder. */
  readonly programs: ReadonlyMap<string, string>
}

/** Namespaces of packages that projects list under require-dev, for where no lock file says it: psr-4 of their composer.json. */
const usual: Readonly<Record<string, readonly string[]>> = {
  'barryvdh/laravel-debugbar': ['Barryvdh\\Debugbar\\', 'DebugBar\\'],
  'barryvdh/laravel-ide-helper': ['Barryvdh\\LaravelIdeHelper\\'],
  'beyondcode/laravel-dump-server': ['BeyondCode\\DumpServer\\'],
  'brianium/paratest': ['ParaTest\\'],
  'doctrine/doctrine-fixtures-bundle': [
    'Doctrine\\Bundle\\FixturesBundle\\',
    'Doctrine\\Common\\DataFixtures\\',
  ],
  'facade/ignition': ['Facade\\Ignition\\'],
  'fakerphp/faker': ['Faker\\'],
  'filp/whoops': ['Whoops\\'],
  'friendsofphp/php-cs-fixer': ['PhpCsFixer\\'],
  'fzaninotto/faker': ['Faker\\'],
  'laravel/breeze': ['Laravel\\Breeze\\'],
  'laravel/dusk': ['Laravel\\Dusk\\'],
  'laravel/pail': ['Laravel\\Pail\\'],
  'laravel/pint': [],
  'laravel/sail': ['Laravel\\Sail\\'],
  'laravel/telescope': ['Laravel\\Telescope\\'],
  'laravel/tinker': ['Laravel\\Tinker\\'],
  'mockery/mockery': ['Mockery\\'],
  'nunomaduro/collision': ['NunoMaduro\\Collision\\'],
  'nunomaduro/larastan': ['NunoMaduro\\Larastan\\'],
  'orchestra/testbench': ['Orchestra\\Testbench\\'],
  'pestphp/pest': ['Pest\\'],
  'pestphp/pest-plugin-laravel': ['Pest\\Laravel\\'],
  'phpstan/phpstan': ['PHPStan\\'],
  'phpunit/phpunit': ['PHPUnit\\'],
  'roave/security-advisories': [],
  'spatie/laravel-ignition': ['Spatie\\LaravelIgnition\\', 'Spatie\\Ignition\\'],
  'squizlabs/php_codesniffer': ['PHP_CodeSniffer\\'],
  'symfony/debug-bundle': ['Symfony\\Bundle\\DebugBundle\\'],
  'symfony/maker-bundle': ['Symfony\\Bundle\\MakerBundle\\'],
  'symfony/phpunit-bridge': ['Symfony\\Bridge\\PhpUnit\\'],
  'symfony/web-profiler-bundle': ['Symfony\\Bundle\\WebProfilerBundle\\'],
  'symfony/web-server-bundle': ['Symfony\\Bundle\\WebServerBundle\\'],
  'vimeo/psalm': ['Psalm\\'],
}

/** Functions without a namespace that sources call, and the packages that bring them, or that they can't do without. */
const functions: readonly (readonly [name: string, ...packages: readonly string[]])[] = [
  ['dump', 'symfony/var-dumper'],
  ['dd', 'symfony/var-dumper'],
  ['fake', 'fakerphp/faker', 'fzaninotto/faker'],
  ['ray', 'spatie/laravel-ray', 'spatie/ray'],
  ['debugbar', 'barryvdh/laravel-debugbar'],
]

/** What is gone without the dev packages. */
export function devNamesOf(manifest: ComposerManifest, lock: ComposerLock | undefined): DevNames {
  const kept = new Set([
    ...manifest.autoload.namespaces.keys(),
    ...(lock?.packages ?? []).flatMap(({ autoload }) => [...autoload.namespaces.keys()]),
  ])
  const namespaces: { readonly prefix: string; readonly package: string }[] = []
  const add = (prefix: string, from: string) => {
    if (!kept.has(prefix) && prefix !== '')
      namespaces.push({ prefix: prefix.toLowerCase(), package: from })
  }
  for (const prefix of manifest.autoloadDev.namespaces.keys()) add(prefix, 'composer.json')
  for (const { name, autoload } of lock?.devPackages ?? []) {
    for (const prefix of autoload.namespaces.keys()) add(prefix, name)
    // Packages that map their classes one by one: the names are known for the usual ones.
    if (autoload.namespaces.size === 0)
      for (const prefix of usualNames(name) ?? []) add(prefix, name)
  }
  if (lock === undefined)
    for (const name of manifest.requireDev.keys())
      for (const prefix of usualNames(name) ?? guessedNames(name, manifest)) add(prefix, name)
  const isGone = (name: string) =>
    lock === undefined
      ? manifest.requireDev.has(name) && !manifest.require.has(name)
      : lock.devPackages.some((item) => item.name === name)
  return {
    namespaces: namespaces.toSorted((a, b) => b.prefix.length - a.prefix.length),
    functions: new Map(
      functions.flatMap(([name, ...packages]) => {
        const gone = packages.find(isGone)
        return gone === undefined ? [] : [[name, gone] as const]
      }),
    ),
    programs: new Map(
      (lock?.devPackages ?? []).flatMap(({ name, programs }) =>
        programs.map((program) => [program, name] as const),
      ),
    ),
  }
}

const usualNames = (name: string) => ownValue(usual, name)

/** Without a lock file: `acme/test-tools` has its classes in `Acme\TestTools\` or, if nothing else is of that vendor, anywhere in `Acme\`. */
function guessedNames(name: string, { require }: ComposerManifest): readonly string[] {
  const [vendor, own] = name.split('/')
  if (vendor === undefined || own === undefined) return []
  const root = studly(vendor)
  if (vendor === 'symfony')
    return ['Component', 'Bundle', 'Bridge'].map((kind) => `Symfony\\${kind}\\${studly(own)}\\`)
  const isShared = [...require.keys()].some((other) => other.startsWith(`${vendor}/`))
  return [isShared ? `${root}\\${studly(own)}\\` : `${root}\\`, `${studly(own)}\\`]
}

const studly = (part: string) =>
  part.replace(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase())
