/** A package that writes files by itself, and where it is told the place. */
export interface Store {
  readonly module: string
  /** Functions or classes whose argument is the place; its number. */
  readonly calls?: Readonly<Record<string, number>>
  /** Options that name it. */
  readonly options?: readonly string[]
  /** True where it writes to a place of its own when nothing is said. */
  readonly writesAnyway?: string
}

const stores: readonly Store[] = [
  // https://github.com/expressjs/multer#multeropts
  { module: 'multer', options: ['dest', 'destination'] },
  { module: 'express-fileupload', options: ['tempFileDir', 'uploadPath'] },
  { module: 'formidable', options: ['uploadDir'] },
  { module: 'better-sqlite3', calls: { Database: 0, 'better-sqlite3': 0 } },
  { module: 'sqlite3', calls: { Database: 0, cached: 0 } },
  { module: 'sqlite', options: ['filename'] },
  // https://sequelize.org/docs/v6/other-topics/dialect-specific-things/#sqlite
  { module: 'sequelize', options: ['storage'] },
  { module: 'knex', options: ['filename'] },
  { module: 'lowdb', calls: { JSONFile: 0, JSONFileSync: 0, FileSync: 0, FileAsync: 0 } },
  {
    module: 'lowdb/node',
    calls: { JSONFile: 0, JSONFileSync: 0, JSONFilePreset: 0, JSONFileSyncPreset: 0 },
  },
  { module: 'lowdb/adapters/FileSync', calls: { 'lowdb/adapters/FileSync': 0, FileSync: 0 } },
  { module: 'nedb', options: ['filename'] },
  { module: '@seald-io/nedb', options: ['filename'] },
  // https://github.com/winstonjs/winston/blob/master/docs/transports.md#file-transport
  { module: 'winston', options: ['filename', 'dirname'] },
  { module: 'winston-daily-rotate-file', options: ['filename', 'dirname'] },
  { module: 'log4js', options: ['filename'] },
  { module: 'rotating-file-stream', options: ['path'] },
  { module: 'file-stream-rotator', options: ['filename'] },
  { module: 'session-file-store', options: ['path'], writesAnyway: 'sessions' },
  { module: 'node-persist', options: ['dir'], writesAnyway: '.node-persist' },
  { module: 'node-localstorage', calls: { LocalStorage: 0 } },
  { module: 'level', calls: { Level: 0, level: 0 } },
  { module: 'level-party', calls: { level: 0 } },
  { module: 'flat-cache', calls: { load: 1 } },
  { module: 'pino/file', options: ['destination'] },
  { module: 'simple-json-db', calls: { JSONdb: 0, 'simple-json-db': 0 } },
]

/** Packages that keep files in places that only a run shows. */
const unknowable = new Set([
  'whatsapp-web.js',
  '@whiskeysockets/baileys',
  'venom-bot',
  'conf',
  'configstore',
  'env-paths',
  'puppeteer',
  'playwright',
  'playwright-core',
  'electron',
  'wechaty',
  // Copies its precompiled addons into node_modules at the start.
  '@instana/collector',
])

/** The package of a module specifier: `lowdb/node` is a row of its own. */
export function storeOf(module: string): Store | undefined {
  return stores.find((store) => store.module === module)
}

export function storesOf(modules: readonly string[]): readonly Store[] {
  return stores.filter((store) => modules.includes(store.module))
}

export const writesAnywhere = (module: string) => unknowable.has(module)
