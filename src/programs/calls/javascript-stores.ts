import type { CallRow } from '../call.ts'
import { databaseRows } from './javascript-databases.ts'
import { outputRows } from './javascript-outputs.ts'

/** Packages that keep data, and that are called with the place. */
export const storeRows: readonly CallRow[] = [
  ...databaseRows,
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
  // https://github.com/jaredwray/cacheable/tree/main/packages/flat-cache#readme; up to version 4 beside its own sources
  {
    module: 'flat-cache',
    names: ['load'],
    fills: [1],
    fillsAnyway: 'node_modules/flat-cache/.cache',
  },
  {
    module: 'flat-cache',
    names: ['create', 'FlatCache'],
    fills: ['cacheDir'],
    fillsAnyway: '.cache',
  },
  // https://github.com/rawberg/connect-sqlite3#options
  {
    module: 'connect-sqlite3',
    names: ['default'],
    when: ({ isNew }) => isNew,
    fills: ['dir'],
    fillsAnyway: '.',
  },
  // https://github.com/pouchdb/pouchdb-server/tree/master/packages/node_modules/express-pouchdb#api: config.json and log.txt
  { module: 'express-pouchdb', names: ['default'], fillsAnyway: '.' },
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
  // https://github.com/emberfeather/less.js-middleware#options: without `dest` it compiles into the folder of the sources.
  { module: 'less-middleware', names: ['default'], fills: ['dest', 0] },
  { module: 'express-fileupload', names: ['default'], mayWrite: 0 },
  // https://github.com/grammyjs/storages/tree/main/packages/file, https://github.com/Adrien-Luyten/connect-loki
  { module: 'connect-loki', names: ['LokiStore'], writes: ['path'] },
  { module: 'tingodb', names: ['Db'], fills: [0] },
  { module: 'diskdb', names: ['connect'], fills: [0] },
  { module: 'nedb-promises', names: ['create'], writes: ['filename', 0] },
  // https://github.com/baryon/tracer#log-file-transport
  { module: 'tracer', names: ['dailyfile'], fills: ['root'], fillsAnyway: '.' },
  // https://github.com/darrylwest/simple-node-logger#how-to-use
  {
    module: 'simple-node-logger',
    names: ['createSimpleFileLogger', 'createRollingFileLogger'],
    writes: ['logFilePath', 0],
  },
  { module: 'simple-node-logger', names: ['createRollingFileLogger'], fills: ['logDirectory'] },
  { module: 'simple-json-db', names: ['default', 'JSONdb'], writes: [0] },
  {
    module: 'pouchdb',
    names: ['default', 'PouchDB'],
    when: ({ args }) => args[0]?.text('')?.includes('://') !== true,
    fills: [0],
  },
  // https://unstorage.unjs.io/drivers/fs
  ...['fs', 'fs-lite'].map((name): CallRow => ({
    module: `unstorage/drivers/${name}`,
    names: ['default'],
    fills: ['base'],
  })),
  // Nitro gives that one by itself, and keeps it in files: https://nitro.build/guide/storage
  {
    names: ['useStorage'],
    when: ({ args }) => /^data(:|$)/.test(args[0]?.text('') ?? ''),
    fillsAnyway: '.data/kv',
  },
  ...outputRows,
]
