import type { CallRow } from '../call.ts'

/** A package that writes files by itself, where the options of what calls it say so, wherever in a module they are put together. */
interface OptionStore {
  readonly module: string
  readonly files?: readonly string[]
  readonly folders?: readonly string[]
  /** The folder that it writes to when nothing is said. */
  readonly writesAnyway?: string
}

const optionStores: readonly OptionStore[] = [
  // https://github.com/expressjs/multer#multeropts
  { module: 'multer', folders: ['dest', 'destination'] },
  { module: 'express-fileupload', folders: ['tempFileDir'], files: ['uploadPath'] },
  { module: 'formidable', folders: ['uploadDir'] },
  { module: 'sqlite', files: ['filename'] },
  // https://sequelize.org/docs/v6/other-topics/dialect-specific-things/#sqlite
  { module: 'sequelize', files: ['storage'] },
  { module: 'knex', files: ['filename'] },
  { module: 'nedb', files: ['filename'] },
  { module: '@seald-io/nedb', files: ['filename'] },
  // https://github.com/winstonjs/winston/blob/master/docs/transports.md#file-transport
  { module: 'winston', files: ['filename'], folders: ['dirname'] },
  { module: 'winston-daily-rotate-file', files: ['filename'], folders: ['dirname'] },
  { module: 'log4js', files: ['filename'] },
  // https://github.com/trentm/node-bunyan#streams
  { module: 'bunyan', files: ['path'] },
  { module: 'rotating-file-stream', files: ['path'] },
  { module: 'file-stream-rotator', files: ['filename'] },
  { module: 'session-file-store', files: ['path'], writesAnyway: 'sessions' },
  { module: 'node-persist', folders: ['dir'], writesAnyway: '.node-persist' },
  { module: 'pino/file', files: ['destination'] },
  { module: 'pino', files: ['destination'] },
  { module: 'pino-roll', files: ['file'] },
  { module: 'keyv-file', files: ['filename'] },
  { module: 'connect-sqlite3', folders: ['dir'], files: ['db'] },
  // https://github.com/parse-community/parse-server/blob/alpha/src/Options/docs.js
  // They compile into the folder that they serve, when it is asked for. https://stylus-lang.com/docs/middleware.html
  { module: 'stylus', folders: ['src', 'dest'] },
  { module: 'node-sass-middleware', folders: ['src', 'dest'] },
  { module: 'sass-middleware', folders: ['src', 'dest'] },
  { module: 'express-minify', folders: ['cache'] },
  // It adds texts that are missing: https://github.com/mashpie/i18n-node#list-of-all-configuration-options
  { module: 'i18n', folders: ['directory'] },
  { module: 'parse-server', folders: ['logsFolder'], writesAnyway: 'logs' },
  { module: 'gun', folders: ['file'], writesAnyway: 'radata' },
]

/** Packages that are called with the place: files that are made once, of pictures, tables, archives. */
const outputs: readonly CallRow[] = [
  // https://sharp.pixelplumbing.com/api-output/#tofile, https://github.com/soldair/node-qrcode#tofilepath-text-options-cberror
  { names: ['toFile'], writes: [0] },
  // https://github.com/richardgirges/express-fileupload#usage
  {
    names: ['mv'],
    when: ({ module, object, args }) =>
      module === undefined && object !== undefined && args.length < 3,
    writes: [0],
  },
  // https://github.com/exceljs/exceljs#writing-xlsx
  {
    names: ['writeFile'],
    when: ({ object }) => object === 'xlsx' || object === 'csv',
    writes: [0],
  },
  { module: 'xlsx', names: ['writeFile', 'writeFileXLSX'], writes: [1] },
  {
    module: 'csv-writer',
    names: ['createObjectCsvWriter', 'createArrayCsvWriter'],
    writes: ['path'],
  },
  // https://github.com/cthackers/adm-zip/wiki/ADM-ZIP
  { names: ['writeZip'], writes: [0] },
  { names: ['extractAllTo'], fills: [0] },
  { module: 'extract-zip', names: ['default'], fills: ['dir'] },
  { module: 'unzipper', names: ['Extract'], fills: ['path'] },
  { module: 'decompress', names: ['default'], fills: [1] },
  // https://github.com/pinojs/pino/blob/main/docs/api.md#pino-destination
  { module: 'pino', names: ['destination'], writes: [0] },
]

/** Packages that keep data, and that are called with the place. */
export const storeRows: readonly CallRow[] = [
  { module: 'better-sqlite3', names: ['default', 'Database'], database: 0 },
  { module: 'sqlite3', names: ['Database', 'cached'], database: 0 },
  { module: 'lowdb', names: ['JSONFile', 'JSONFileSync', 'FileSync', 'FileAsync'], writes: [0] },
  {
    module: 'lowdb/node',
    names: ['JSONFile', 'JSONFileSync', 'JSONFilePreset', 'JSONFileSyncPreset'],
    writes: [0],
  },
  { module: 'lowdb/adapters/FileSync', names: ['default', 'FileSync'], writes: [0] },
  { module: 'node-localstorage', names: ['LocalStorage'], fills: [0] },
  { module: 'level', names: ['Level', 'level', 'default'], fills: [0] },
  { module: 'level-party', names: ['level', 'default'], fills: [0] },
  { module: 'flat-cache', names: ['load'], fills: [1] },
  // Loggers and uploads whose settings come from elsewhere: node-config, a module, a file.
  { module: 'log4js', names: ['configure'], mayWrite: 0 },
  { module: 'winston', names: ['File', 'DailyRotateFile'], mayWrite: 0 },
  { module: 'winston-daily-rotate-file', names: ['default', 'DailyRotateFile'], mayWrite: 0 },
  { module: 'bunyan', names: ['createLogger'], mayWrite: 0 },
  { module: 'pino', names: ['transport'], mayWrite: 0 },
  { module: 'rotating-file-stream', names: ['createStream', 'default'], mayWrite: 1 },
  { module: 'file-stream-rotator', names: ['getStream'], mayWrite: 0 },
  { module: 'multer', names: ['default'], mayWrite: 0 },
  { module: 'formidable', names: ['default', 'IncomingForm'], mayWrite: 0 },
  { module: 'stylus', names: ['middleware'], fills: [0] },
  { module: 'less-middleware', names: ['default'], fills: [0] },
  { module: 'simple-json-db', names: ['default', 'JSONdb'], writes: [0] },
  {
    module: 'pouchdb',
    names: ['default', 'PouchDB'],
    when: ({ args }) => args[0]?.text('')?.includes('://') !== true,
    fills: [0],
  },
  ...outputs,
]

const byModule = new Map(optionStores.map((store) => [store.module, store]))

/** The stores among the modules that a source imports. */
export const storesAmong = (modules: Iterable<string>): readonly OptionStore[] =>
  [...new Set(modules)].flatMap((module) => byModule.get(module) ?? [])

export type { OptionStore }
