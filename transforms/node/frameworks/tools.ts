import type { Framework } from './framework.ts'

const noPackages = { bundlesPackages: false, writes: [] } as const

/** Programs of the packages that start commands call beside or before the server. */
export const tools: readonly Framework[] = [
  {
    ...noPackages,
    name: 'Prisma',
    programs: ['prisma'],
    files: ['prisma', 'schema.prisma', '.env'],
    config: 'prisma.config',
    writesElsewhere: 'its command line may fetch an engine into node_modules when it starts',
    source:
      'https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-migrations-from-a-local-environment',
  },
  {
    ...noPackages,
    name: 'Knex',
    programs: ['knex'],
    files: ['migrations', 'seeds', 'db/migrations', '.env'],
    config: 'knexfile',
    source: 'https://knexjs.org/guide/migrations.html',
  },
  {
    ...noPackages,
    name: 'Sequelize',
    programs: ['sequelize', 'sequelize-cli'],
    files: ['.sequelizerc', 'config', 'migrations', 'models', 'seeders', 'db', 'database', '.env'],
    source: 'https://sequelize.org/docs/v6/other-topics/migrations/',
  },
  {
    ...noPackages,
    name: 'TypeORM',
    programs: ['typeorm'],
    files: ['ormconfig.json', 'ormconfig.js', 'ormconfig.yml', '.env', 'migration', 'migrations'],
    source: 'https://typeorm.io/docs/migrations/why',
  },
  {
    ...noPackages,
    name: 'db-migrate',
    programs: ['db-migrate'],
    files: ['database.json', 'migrations', '.db-migraterc'],
    source: 'https://db-migrate.readthedocs.io/',
  },
  {
    ...noPackages,
    name: 'node-pg-migrate',
    programs: ['node-pg-migrate'],
    files: ['migrations', '.env'],
    source: 'https://salsita.github.io/node-pg-migrate/',
  },
  {
    ...noPackages,
    name: 'migrate-mongo',
    programs: ['migrate-mongo'],
    files: ['migrations'],
    config: 'migrate-mongo-config',
    source: 'https://github.com/seppevs/migrate-mongo',
  },
  {
    ...noPackages,
    name: 'Drizzle',
    programs: ['drizzle-kit'],
    files: ['drizzle', 'migrations', '.env'],
    config: 'drizzle.config',
    source: 'https://orm.drizzle.team/docs/drizzle-kit-migrate',
  },
  {
    ...noPackages,
    name: 'PM2',
    programs: ['pm2-runtime', 'pm2', 'pm2-docker'],
    files: [],
    source: 'https://pm2.keymetrics.io/docs/usage/docker-pm2-nodejs/',
  },
]
