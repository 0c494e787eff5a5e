import { ownValue } from '../../../src/transform.ts'
import { stringIn } from '../../javascript/manifest.ts'
import { folder, names, type Framework, type FrameworkView, type Left } from './framework.ts'

const cache = folder('var')

/** https://symfony.com/doc/current/best_practices.html, https://symfony.com/doc/current/deployment.html */
export const symfony: Framework = {
  title: 'Symfony',
  packages: ['symfony/framework-bundle', 'symfony/symfony'],
  files: [
    ['bin/console', 'config/bundles.php'],
    ['bin/console', 'src/Kernel.php'],
  ],
  console: 'bin/console',
  writes: ['var'],
  commands: {
    'cache:clear': [cache],
    'cache:warmup': [cache],
    'cache:warm': [cache],
    'cache:pool:prune': [],
    'importmap:install': [folder('assets')],
    'tailwind:build': [cache],
    'sass:build': [cache],
    'lexik:jwt:generate-keypair': [folder('config/jwt')],
    'doctrine:cache:clear-metadata': [],
  },
  idle: /^(list|about|help|security:check|(debug|lint|router|cache):(\w|-|:)*(debug|list|container|yaml|twig|match|router|xliff|autowiring|config|clearer)|doctrine:(schema:validate|mapping:info|database:create|migrations:(migrate|status)|query:sql)|messenger:(setup-transports|stats))$/,
  running: names(`
    server:run server:start server:dump messenger:consume messenger:stop-workers messenger:failed:retry messenger:failed:show messenger:failed:remove
    cache:pool:clear cache:pool:delete cache:pool:invalidate-tags dbal:run-sql doctrine:query:dql doctrine:database:drop doctrine:fixtures:load
    doctrine:schema:create doctrine:schema:update doctrine:schema:drop doctrine:cache:clear-query doctrine:cache:clear-result
    doctrine:migrations:latest doctrine:migrations:sync-metadata-storage doctrine:migrations:up-to-date doctrine:migrations:version
    fos:elastica:create fos:elastica:populate fos:elastica:reset rabbitmq:consumer rabbitmq:setup-fabric enqueue:consume
  `),
}

/** Commands that write below the folder that the web server serves: its name is the application's choice. */
const published: Readonly<Record<string, string>> = {
  'assets:install': 'bundles',
  'asset-map:compile': 'assets',
}

/** What a command of Symfony's console leaves; undefined where that is not known. */
export function symfonyLeavings(
  name: string,
  args: readonly string[],
  { manifest }: FrameworkView,
): readonly Left[] | undefined {
  const below = ownValue(published, name)
  if (below === undefined) return undefined
  const given = name === 'assets:install' ? args.find((arg) => !arg.startsWith('-')) : undefined
  const named = given === undefined || given.includes('%') ? undefined : given
  const base = named ?? stringIn({ ...manifest?.extra }, 'public-dir') ?? 'public'
  return base.startsWith('/') ? undefined : [folder(`${base.replace(/\/+$/, '')}/${below}`)]
}
