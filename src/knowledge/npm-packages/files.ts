import type { NpmPackage } from './npm-package.ts'

const scripts = (name: string) => ['.js', '.cjs', '.mjs', '.ts'].map((ending) => name + ending)

/** Packages that read files of the project by themselves, where nobody names them. */
export const packagesWithFiles: readonly NpmPackage[] = [
  {
    names: 'dotenv dotenv-flow dotenv-safe dotenv-expand @nestjs/config @adonisjs/env',
    files: ['.env', '.env.production', '.env.defaults'],
    source: 'https://github.com/motdotla/dotenv#path',
  },
  {
    names: 'config convict-config node-config-ts',
    files: ['config'],
    source: 'https://github.com/node-config/node-config/wiki/Configuration-Files',
  },
  {
    names: 'tsconfig-paths',
    files: ['tsconfig.json', 'tsconfig.base.json', 'tsconfig.build.json'],
    source: 'https://github.com/dividab/tsconfig-paths',
  },
  {
    names:
      'ts-node tsx @swc-node @swc-node/register esbuild-register @babel/register babel-register',
    files: [
      'tsconfig.json',
      'tsconfig.base.json',
      '.babelrc',
      'babel.config.js',
      'babel.config.json',
      '.swcrc',
    ],
    source: 'https://typestrong.org/ts-node/docs/configuration',
  },
  {
    names:
      'hbs express-handlebars ejs pug nunjucks consolidate swig mustache-express ejs-mate express-ejs-layouts express koa-views @koa/ejs @fastify/view',
    files: ['views'],
    source: 'https://expressjs.com/en/4x/api.html#app.set',
  },
  {
    names: 'email-templates',
    files: ['emails'],
    source: 'https://github.com/forwardemail/email-templates/blob/master/src/index.js',
  },
  {
    names: 'i18n i18next-fs-backend i18next-node-fs-backend nestjs-i18n',
    files: ['locales'],
    source: 'https://github.com/mashpie/i18n-node#list-of-all-configuration-options',
  },
  {
    names: 'typeorm',
    files: ['ormconfig.json', 'ormconfig.yml', 'ormconfig.yaml', 'ormconfig.env'],
    configurations: scripts('ormconfig'),
    source: 'https://orkhan.gitbook.io/typeorm/docs/using-ormconfig',
  },
  {
    names: 'typeorm',
    commands: 'typeorm typeorm-ts-node-commonjs typeorm-ts-node-esm',
    configurations: [...scripts('ormconfig'), ...scripts('data-source')],
    source: 'https://typeorm.io/docs/advanced-topics/using-cli',
  },
  {
    // They look beside the nearest package.json.
    names: 'bindings node-gyp-build @mapbox/node-pre-gyp node-pre-gyp prebuildify',
    files: ['build', 'prebuilds'],
    source: 'https://github.com/TooTallNate/node-bindings/blob/master/bindings.js',
  },
  {
    names: 'sequelize-cli',
    commands: 'sequelize sequelize-cli',
    // What .sequelizerc does not name is looked for here.
    files: ['config/config.json', 'config/config.js', 'migrations', 'seeders'],
    configurations: ['.sequelizerc'],
    source: 'https://github.com/sequelize/cli/blob/main/src/core/yargs.js',
  },
  {
    names: 'knex',
    commands: 'knex',
    files: ['migrations', 'seeds'],
    configurations: scripts('knexfile'),
    runsBesideConfiguration: true,
    source: 'https://github.com/knex/knex/blob/master/bin/cli.js',
  },
  {
    names: 'db-migrate',
    commands: 'db-migrate',
    files: ['database.json', 'migrations', '.db-migraterc'],
    source: 'https://db-migrate.readthedocs.io/en/latest/Getting%20Started/configuration/',
  },
  {
    names: 'node-pg-migrate',
    commands: 'node-pg-migrate',
    files: ['migrations', 'config', 'database.json'],
    source: 'https://salsita.github.io/node-pg-migrate/cli',
  },
  {
    names: 'migrate-mongo',
    commands: 'migrate-mongo',
    files: ['migrations'],
    configurations: scripts('migrate-mongo-config'),
    source: 'https://github.com/seppevs/migrate-mongo#usage',
  },
  {
    names: 'prisma',
    commands: 'prisma',
    files: ['prisma', 'schema.prisma'],
    configurations: scripts('prisma.config'),
    compiles: true,
    source: 'https://www.prisma.io/docs/orm/prisma-schema/overview/location',
  },
  {
    names: 'drizzle-kit',
    commands: 'drizzle-kit',
    files: ['drizzle'],
    configurations: scripts('drizzle.config'),
    compiles: true,
    source: 'https://orm.drizzle.team/docs/drizzle-config-file',
  },
  {
    names: '@mikro-orm/cli',
    commands: 'mikro-orm',
    configurations: scripts('mikro-orm.config'),
    source: 'https://mikro-orm.io/docs/quick-start#setting-up-the-commandline-tool',
  },
  {
    names: 'tsx ts-node',
    commands: 'tsx ts-node ts-node-esm ts-node-script',
    compiles: true,
    files: ['tsconfig.json', 'tsconfig.base.json'],
    source: 'https://typestrong.org/ts-node/docs/configuration',
  },
  {
    names: 'pm2',
    commands: 'pm2 pm2-runtime pm2-docker',
    configurations: scripts('ecosystem.config'),
    source: 'https://pm2.keymetrics.io/docs/usage/application-declaration/',
  },
  {
    names: 'serve',
    commands: 'serve',
    files: ['serve.json'],
    source: 'https://github.com/vercel/serve-handler#options',
  },
  {
    names: 'bree',
    files: ['jobs'],
    source: 'https://github.com/breejs/bree#instance-options',
  },
  {
    names: 'newrelic',
    files: ['newrelic.js', 'newrelic.cjs'],
    source: 'https://github.com/newrelic/node-newrelic',
  },
  {
    names: 'graphql-config',
    files: ['.graphqlrc', '.graphqlrc.yml', 'graphql.config.js'],
    source: 'https://the-guild.dev/graphql/config/docs',
  },
  {
    names: 'next',
    files: ['public', '.next', 'next.config.js', 'next.config.mjs', 'next.config.cjs'],
    source: 'https://nextjs.org/docs/pages/guides/custom-server',
  },
  {
    names:
      'fastify-cli @adonisjs @adonisjs/core @adonisjs/ignitor @adonisjs/fold loopback strapi @strapi/strapi sails',
    files: ['config', 'public', 'resources', 'server', 'views', 'api', 'database', 'database.json'],
    source: 'https://docs.adonisjs.com/',
  },
  {
    names: 'serve-favicon',
    files: ['public'],
    source: 'https://github.com/expressjs/serve-favicon',
  },
]
