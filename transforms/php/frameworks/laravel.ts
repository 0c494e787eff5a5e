import { file, folder, names, type Framework } from './framework.ts'

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
  running: new Set([
    ...names(`
      serve octane:swoole octane:reload octane:status octane:stop reverb:start reverb:restart websockets:serve websockets:restart
      inertia:start-ssr inertia:stop-ssr nightwatch:agent pulse:check pulse:work pulse:clear pulse:restart telescope:clear
      migrate migrate:fresh migrate:install migrate:refresh migrate:reset migrate:rollback migrate:status
      db:monitor db:seed db:show db:table db:wipe model:prune tenants:migrate tenants:seed module:migrate module:seed
      queue:work queue:listen queue:clear queue:failed queue:flush queue:forget queue:monitor queue:prune-batches queue:prune-failed queue:retry
      queue:retry-batch schedule:run schedule:work schedule:finish schedule:interrupt schedule:test
      horizon horizon:work horizon:supervisor horizon:clear horizon:continue horizon:pause horizon:snapshot
      passport:client passport:purge sanctum:prune-expired permission:create-role permission:create-permission activitylog:clean
      scout:import scout:flush scout:index scout:delete-index scout:delete-all-indexes scout:sync-index-settings
    `),
    'octane:start --server=swoole',
    'octane:start --server=openswoole',
  ]),
}

/** https://lumen.laravel.com/docs */
export const lumen: Framework = {
  ...laravel,
  title: 'Lumen',
  packages: ['laravel/lumen-framework'],
  files: [],
  writes: ['storage'],
}
