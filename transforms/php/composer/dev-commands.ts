import type { Command } from '../../../src/transform.ts'
import { consoleCommandOf } from '../frameworks/index.ts'
import type { DevNames } from './dev-names.ts'
import type { ComposerProject } from './project.ts'

/** Commands of frameworks' consoles that packages bring which projects list under require-dev. */
const consoleRows: readonly { readonly commands: RegExp; readonly packages: readonly string[] }[] =
  [
    { commands: /^test$/, packages: ['nunomaduro/collision', 'phpunit/phpunit', 'pestphp/pest'] },
    { commands: /^dusk(:|$)/, packages: ['laravel/dusk'] },
    { commands: /^sail:/, packages: ['laravel/sail'] },
    { commands: /^pail$/, packages: ['laravel/pail'] },
    { commands: /^tinker$/, packages: ['laravel/tinker'] },
    { commands: /^ide-helper:/, packages: ['barryvdh/laravel-ide-helper'] },
    { commands: /^debugbar:/, packages: ['barryvdh/laravel-debugbar'] },
    { commands: /^telescope:/, packages: ['laravel/telescope'] },
    { commands: /^breeze:/, packages: ['laravel/breeze'] },
    { commands: /^dump-server$/, packages: ['beyondcode/laravel-dump-server'] },
    {
      commands: /^server:(run|start|dump|stop|status)$/,
      packages: ['symfony/web-server-bundle', 'symfony/debug-bundle'],
    },
    { commands: /^(make|regenerate):|^make$/, packages: ['symfony/maker-bundle'] },
    { commands: /^doctrine:fixtures:load$/, packages: ['doctrine/doctrine-fixtures-bundle'] },
    { commands: /^hautelook:fixtures:load$/, packages: ['hautelook/alice-bundle'] },
  ]

/** The dev package that a command can't run without; undefined where none is known. */
export function devPackageOf(
  command: Command,
  project: ComposerProject,
  names: DevNames,
): string | undefined {
  const { manifest, framework, folder, lock } = project
  const isDev = (name: string) =>
    lock === undefined
      ? manifest?.requireDev.has(name) === true && !manifest.require.has(name)
      : lock.devPackages.some((item) => item.name === name)
  const console = consoleCommandOf(command, framework, folder)
  if (console !== undefined)
    return consoleRows
      .filter(({ commands }) => commands.test(console.name))
      .flatMap(({ packages }) => packages)
      .find(isDev)
  const words = command.name === 'php' ? command.args : [command.name]
  const program = words.find((word) => word?.startsWith('-') === false)
  if (program === undefined) return undefined
  const own = /(?:^|\/)vendor\/bin\/([\w.-]+)$/.exec(program)?.[1] ?? program
  const from = names.programs.get(own)
  if (from !== undefined) return from
  return usualPrograms.find(([name, packageName]) => name === own && isDev(packageName))?.[1]
}

/** Programs of the bin folder, for where no lock file names them. */
const usualPrograms: readonly (readonly [program: string, packageName: string])[] = [
  ['phpunit', 'phpunit/phpunit'],
  ['simple-phpunit', 'symfony/phpunit-bridge'],
  ['pest', 'pestphp/pest'],
  ['paratest', 'brianium/paratest'],
  ['phpstan', 'phpstan/phpstan'],
  ['psalm', 'vimeo/psalm'],
  ['phpcs', 'squizlabs/php_codesniffer'],
  ['phpcbf', 'squizlabs/php_codesniffer'],
  ['php-cs-fixer', 'friendsofphp/php-cs-fixer'],
  ['pint', 'laravel/pint'],
  ['behat', 'behat/behat'],
  ['codecept', 'codeception/codeception'],
  ['phpspec', 'phpspec/phpspec'],
  ['sail', 'laravel/sail'],
]

/** Whether a command fills a database by the application's seeders, which may use what tests use. */
export function runsSeeders(command: Command, { framework, folder }: ComposerProject): boolean {
  const console = consoleCommandOf(command, framework, folder)
  if (console === undefined) return false
  if (/^(db:seed|doctrine:fixtures:load|migrate:fresh|migrate:refresh)$/.test(console.name))
    return console.name.startsWith('migrate:')
      ? console.args.some((arg) => /^--seed/.test(arg))
      : true
  return console.name === 'migrate' && console.args.some((arg) => /^--seed/.test(arg))
}
