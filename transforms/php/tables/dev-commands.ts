/** Commands of frameworks' consoles that packages bring which projects list under require-dev. */
export const consoleRows: readonly {
  readonly commands: RegExp
  readonly packages: readonly string[]
}[] = [
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

/** Programs of the bin folder, for where no lock file names them. */
export const devPrograms: readonly (readonly [program: string, packageName: string])[] = [
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
