import type { NpmPackage } from './npm-package.ts'

/** A configuration by its name, in each language that node loads or a compiler reads. */
export const scripts = (name: string): readonly string[] =>
  ['.js', '.cjs', '.mjs', '.ts'].map((ending) => name + ending)

/** Packages for databases that read settings, schemas and migrations of the project, where nobody names them. */
export const packagesOfDatabases: readonly NpmPackage[] = [
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
    names: 'migrate-mongo',
    files: ['migrations'],
    configurations: scripts('migrate-mongo-config'),
    source: 'https://github.com/seppevs/migrate-mongo#api-usage',
  },
  {
    names: 'db-migrate',
    files: ['database.json', 'migrations', '.db-migraterc'],
    source: 'https://db-migrate.readthedocs.io/en/latest/API/programable/',
  },
  {
    names: 'node-pg-migrate',
    files: ['migrations'],
    source: 'https://salsita.github.io/node-pg-migrate/api',
  },
  {
    names: 'east umzug-cli graphile-migrate postgrator postgrator-cli',
    files: ['migrations', '.eastrc', '.gmrc', '.gmrc.js', '.postgratorrc.json'],
    source: 'https://github.com/okv/east#other-cli-options',
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
    names:
      '@mikro-orm/core @mikro-orm/mysql @mikro-orm/mariadb @mikro-orm/postgresql @mikro-orm/sqlite @mikro-orm/better-sqlite @mikro-orm/libsql @mikro-orm/mongodb @mikro-orm/mssql @mikro-orm/nestjs',
    configurations: ['mikro-orm.config.js', 'mikro-orm.config.cjs', 'mikro-orm.config.mjs'],
    source: 'https://mikro-orm.io/docs/configuration',
  },
  {
    names: '@mikro-orm/cli',
    commands: 'mikro-orm',
    configurations: scripts('mikro-orm.config'),
    source: 'https://mikro-orm.io/docs/quick-start#setting-up-the-commandline-tool',
  },
]
