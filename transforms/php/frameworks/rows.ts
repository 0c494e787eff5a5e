import { folder, names, type Framework } from './framework.ts'
import { laravel, lumen } from './laravel.ts'
import { symfony } from './symfony.ts'

/** https://developer.wordpress.org/advanced-administration/security/hardening/#file-permissions */
const wordpress: Framework = {
  title: 'WordPress',
  packages: ['johnpbloch/wordpress', 'johnpbloch/wordpress-core', 'roots/wordpress'],
  files: [
    ['wp-load.php', 'wp-includes/version.php'],
    ['wp-config.php', 'wp-content'],
  ],
  console: undefined,
  writes: ['wp-content'],
  commands: {},
  idle: undefined,
  running: undefined,
}

/** https://www.drupal.org/docs/administering-a-drupal-site/security-in-drupal/securing-file-permissions-and-ownership */
const drupal: Framework = {
  title: 'Drupal',
  packages: ['drupal/core', 'drupal/core-recommended', 'drupal/drupal'],
  files: [
    ['core/lib/Drupal.php'],
    ['web/core/lib/Drupal.php'],
    ['includes/bootstrap.inc', 'sites'],
  ],
  console: undefined,
  writes: ['sites/default/files', 'web/sites/default/files', 'docroot/sites/default/files'],
  commands: {},
  idle: undefined,
  running: undefined,
}

/** https://codeigniter.com/user_guide/concepts/structure.html */
const codeigniter: Framework = {
  title: 'CodeIgniter',
  packages: ['codeigniter4/framework', 'codeigniter4/codeigniter4'],
  files: [['spark', 'app/Config/App.php']],
  console: 'spark',
  writes: ['writable'],
  commands: { optimize: [folder('writable')] },
  idle: /^(list|help|routes|env|namespaces|migrate:status|cache:(clear|info))$/,
  running: names(
    'serve migrate migrate:refresh migrate:rollback db:seed queue:work queue:retry queue:stop tasks:run',
  ),
}

/** https://codeigniter.com/userguide3/installation/index.html */
const codeigniter3: Framework = {
  title: 'CodeIgniter 3',
  packages: ['codeigniter/framework'],
  files: [['system/core/CodeIgniter.php', 'application/config/config.php']],
  console: undefined,
  writes: ['application/cache', 'application/logs'],
  commands: {},
  idle: undefined,
  running: undefined,
}

/** https://www.yiiframework.com/doc/guide/2.0/en/structure-overview */
const yii: Framework = {
  title: 'Yii',
  packages: ['yiisoft/yii2'],
  files: [['yii', 'config/web.php']],
  console: 'yii',
  writes: [
    'runtime',
    'web/assets',
    ...yiiParts('backend'),
    ...yiiParts('frontend'),
    ...yiiParts('console'),
  ],
  commands: {},
  idle: /^(help|cache\/flush(-all|-schema)?|migrate\/history)$/,
  running: undefined,
}

function yiiParts(part: string): readonly string[] {
  return [`${part}/runtime`, `${part}/web/assets`]
}

/** https://book.cakephp.org/5/en/installation.html#permissions */
const cakephp: Framework = {
  title: 'CakePHP',
  packages: ['cakephp/cakephp'],
  files: [['bin/cake', 'config/app.php']],
  console: 'bin/cake',
  writes: ['tmp', 'logs'],
  commands: {},
  idle: /^(version|routes|cache)$/,
  running: undefined,
}

/** The first that fits counts: Lumen has an artisan, too. */
export const frameworkRows: readonly Framework[] = [
  lumen,
  laravel,
  symfony,
  drupal,
  wordpress,
  codeigniter,
  codeigniter3,
  yii,
  cakephp,
]
