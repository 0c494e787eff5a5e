/** The endings of PHP sources. https://www.drupal.org/docs/develop/standards/php/naming-standards for the last three. */
export const sourceEndings: ReadonlySet<string> = new Set([
  'php',
  'php3',
  'php4',
  'php5',
  'php7',
  'php8',
  'phtml',
  'inc',
  'module',
  'theme',
  'install',
])

/** Programs of frameworks for the command line, which have no ending. */
export const sourceFiles = ['artisan', 'bin/console', 'yii', 'spark']

/** Folders whose sources no request and no start command loads; their names are what frameworks and tools have settled on. */
export const buildFolders = [
  'vendor',
  'node_modules',
  'test',
  'tests',
  'Test',
  'Tests',
  'spec',
  'features',
  'stubs',
  'doc',
  'docs',
  'storage',
  'bootstrap/cache',
  'var/cache',
]

/** What fills databases for developers. */
export const seedFolders = [
  'database/factories',
  'database/seeders',
  'database/seeds',
  'src/DataFixtures',
  'src/Factory',
  'src/Story',
]

/** Configurations of tools that look at sources, test and deploy them, without `.php` and `.dist`; `*` stands for any end. */
export const buildFiles = [
  '_ide_helper*',
  'phpstorm.meta',
  'rector',
  'ecs',
  'phpstan*',
  'psalm*',
  'php-cs-fixer',
  'php_cs',
  'phpunit*',
  'Envoy.blade',
  'RoboFile',
  'deploy',
  'castor',
  'scoper.inc',
  'pint',
  'infection*',
]
