/** A package that writes files by itself, where the options of what calls it say so, wherever in a module they are put together. */
interface OptionStore {
  readonly module: string
  /** Options with a file; `a.b` is the part b of the object that a names. */
  readonly files?: readonly string[]
  readonly folders?: readonly string[]
  /** The folder that it writes to when nothing is said. */
  readonly writesAnyway?: string
  readonly switches?: readonly OptionSwitch[]
}

/** An option that makes a package write to a place that the option does not name. */
interface OptionSwitch {
  readonly option: string
  readonly value: string | boolean
  /** The option that names another place. */
  readonly unless?: string
  readonly file?: string
  readonly folder?: string
}

const optionStores: readonly OptionStore[] = [
  // https://github.com/expressjs/multer#multeropts
  { module: 'multer', folders: ['dest', 'destination'] },
  {
    // https://github.com/richardgirges/express-fileupload/blob/master/lib/index.js, DEFAULT_OPTIONS
    module: 'express-fileupload',
    folders: ['tempFileDir'],
    files: ['uploadPath'],
    switches: [{ option: 'useTempFiles', value: true, unless: 'tempFileDir', folder: 'tmp' }],
  },
  // https://github.com/koajs/koa-body#some-options-for-formidable and others that hand their options to formidable or multiparty
  ...['koa-body', 'express-formidable', 'koa2-formidable', 'multiparty', 'connect-multiparty'].map(
    (module): OptionStore => ({ module, folders: ['uploadDir'] }),
  ),
  // https://github.com/koajs/multer#usage, https://github.com/fox1t/fastify-multer#usage, https://docs.nestjs.com/techniques/file-upload#default-options
  ...['@koa/multer', 'koa-multer', 'fastify-multer', '@nestjs/platform-express'].map(
    (module): OptionStore => ({ module, folders: ['dest'] }),
  ),
  // https://github.com/typeorm/typeorm/blob/master/src/logger/FileLogger.ts
  ...['typeorm', '@nestjs/typeorm'].map((module): OptionStore => ({
    module,
    switches: [{ option: 'logger', value: 'file', file: 'ormlogs.log' }],
  })),
  // https://docs.nestjs.com/graphql/quick-start#schema-first
  { module: '@nestjs/graphql', files: ['definitions.path'] },
  // https://nexusjs.org/docs/api/make-schema
  { module: 'nexus', files: ['outputs.schema', 'outputs.typegen'] },
  // https://github.com/rolandstarke/node-cache-manager-fs-hash/blob/master/src/disk-store.js
  { module: 'cache-manager-fs-hash', folders: ['path'], writesAnyway: 'cache' },
  // https://github.com/philcockfield/file-system-cache/blob/main/src/FileSystemCache.ts
  { module: 'file-system-cache', folders: ['basePath'], writesAnyway: '.cache' },
  // https://github.com/grammyjs/storages/blob/main/packages/file/src/mod.ts
  { module: '@grammyjs/storage-file', folders: ['dirName'], writesAnyway: 'sessions' },
  // https://github.com/mpayetta/express-oas-generator/blob/master/index.js
  { module: 'express-oas-generator', files: ['specOutputPath'] },
  // https://github.com/balderdashy/sails-disk/blob/master/lib/index.js: `.tmp/localDiskDb`; sails-hook-grunt builds `.tmp/public`
  { module: 'sails', writesAnyway: '.tmp' },
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
  { module: 'connect-sqlite3', folders: ['dir'] },
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

const byModule = new Map(optionStores.map((store) => [store.module, store]))

/** The stores among the modules that a source imports. */
export const storesAmong = (modules: readonly string[]): readonly OptionStore[] =>
  [...new Set(modules.filter((module) => byModule.has(module)))].flatMap(
    (module) => byModule.get(module) ?? [],
  )

export type { OptionStore }
