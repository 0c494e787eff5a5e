import { file, folder, type Framework } from './framework.ts'

const caches = folder('bootstrap/cache')
const views = folder('storage/framework')
/** Links and published files: a package may have none, and a folder that is not there can't be copied. */
const web = folder('public')

/**
 * Laravel keeps what it finds out about packages, and the caches that the author asks for, in `bootstrap/cache`.
 * https://laravel.com/docs/structure, https://github.com/laravel/framework/tree/12.x/src/Illuminate/Foundation/Console
 */
export const laravel: Framework = {
  title: 'Laravel',
  packages: ['laravel/framework'],
  files: [['artisan', 'bootstrap/app.php']],
  console: 'artisan',
  writes: ['bootstrap/cache', 'storage'],
  commands: {
    'package:discover': [caches],
    'config:cache': [caches],
    'route:cache': [caches],
    'event:cache': [caches],
    'icons:cache': [caches],
    'filament:cache-components': [caches],
    'view:cache': [views],
    optimize: [caches, views],
    'filament:optimize': [caches, views],
    'storage:link': [web],
    'key:generate': [file('.env')],
    'jwt:secret': [file('.env')],
    'passport:keys': [file('storage/oauth-private.key'), file('storage/oauth-public.key')],
    'l5-swagger:generate': [folder('storage/api-docs')],
    'filament:assets': [web],
    'filament:upgrade': [web, caches, views],
    'livewire:publish': [web],
    'horizon:publish': [web],
    'telescope:publish': [web],
    'nova:publish': [web],
    'nova-assets:publish': [web],
  },
  idle: /^(list|env|about|help|inspire|down|up|(cache|config|route|view|event|optimize|schedule|queue|debugbar|permission|horizon|telescope)(-cache)?:(clear|list|cache-reset|forget|terminate|restart|flush|prune|status)|clear-compiled|optimize:clear|auth:clear-resets|icons:clear|route:list|test)$/,
}

/** https://lumen.laravel.com/docs */
export const lumen: Framework = {
  ...laravel,
  title: 'Lumen',
  packages: ['laravel/lumen-framework'],
  files: [],
  writes: ['storage'],
}
