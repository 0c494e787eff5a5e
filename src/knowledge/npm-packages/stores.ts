import type { NpmPackage } from './npm-package.ts'

/** Packages that keep files in places that only a run shows. */
export const packagesWithStores: readonly NpmPackage[] = [
  {
    names:
      'whatsapp-web.js @whiskeysockets/baileys venom-bot conf configstore env-paths puppeteer playwright playwright-core electron wechaty',
    writesAnywhere: true,
    source: 'https://github.com/sindresorhus/env-paths#readme',
  },
  {
    // Copies its precompiled addons into node_modules at the start.
    names: '@instana/collector',
    writesAnywhere: true,
    source: 'https://github.com/instana/nodejs',
  },
]
