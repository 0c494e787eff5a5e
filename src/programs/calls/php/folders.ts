/**
 * Functions and methods that give a folder of the application, and which one. https://laravel.com/docs/helpers#paths,
 * https://symfony.com/doc/current/reference/configuration/kernel.html
 */
export const folderHelpers: ReadonlyMap<string, string> = new Map([
  ['base_path', ''],
  ['app_path', 'app'],
  ['config_path', 'config'],
  ['database_path', 'database'],
  ['public_path', 'public'],
  ['resource_path', 'resources'],
  ['storage_path', 'storage'],
  ['getprojectdir', ''],
])

/** The same as parameters of Symfony's container: `$this->getParameter('kernel.project_dir')`. */
export const folderParameters: ReadonlyMap<string, string> = new Map([
  ['kernel.project_dir', ''],
  ['kernel.cache_dir', 'var/cache'],
  ['kernel.logs_dir', 'var/log'],
])
