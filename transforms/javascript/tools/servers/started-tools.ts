import type { Tool } from '../tool.ts'
import type { RunTime } from '../run-time.ts'

/** Programs of packages that start commands call beside or before the server. */
const rows: readonly RunTime[] = [
  {
    name: 'Knex',
    programs: ['knex'],
    files: ['migrations', 'seeds', 'db/migrations', '.env'],
    config: 'knexfile',
    source: 'https://knexjs.org/guide/migrations.html',
  },
  {
    name: 'Sequelize',
    programs: ['sequelize', 'sequelize-cli'],
    files: ['.sequelizerc', 'config', 'migrations', 'models', 'seeders', 'db', 'database', '.env'],
    source: 'https://sequelize.org/docs/v6/other-topics/migrations/',
  },
  {
    name: 'TypeORM',
    programs: ['typeorm'],
    files: ['ormconfig.json', 'ormconfig.js', 'ormconfig.yml', '.env', 'migration', 'migrations'],
    source: 'https://typeorm.io/docs/migrations/why',
  },
  {
    name: 'db-migrate',
    programs: ['db-migrate'],
    files: ['database.json', 'migrations', '.db-migraterc'],
    source: 'https://db-migrate.readthedocs.io/',
  },
  {
    name: 'node-pg-migrate',
    programs: ['node-pg-migrate'],
    files: ['migrations', '.env'],
    source: 'https://salsita.github.io/node-pg-migrate/',
  },
  {
    name: 'migrate-mongo',
    programs: ['migrate-mongo'],
    files: ['migrations'],
    config: 'migrate-mongo-config',
    source: 'https://github.com/seppevs/migrate-mongo',
  },
  {
    name: 'Drizzle',
    programs: ['drizzle-kit'],
    files: ['drizzle', 'migrations', '.env'],
    config: 'drizzle.config',
    source: 'https://orm.drizzle.team/docs/drizzle-kit-migrate',
  },
  {
    name: 'PM2',
    programs: ['pm2-runtime', 'pm2', 'pm2-docker'],
    files: [],
    source: 'https://pm2.keymetrics.io/docs/usage/docker-pm2-nodejs/',
  },
]

export const startedTools: readonly Tool[] = rows.map((row) => ({
  name: row.programs?.[0] ?? row.name,
  title: row.name,
  programs: row.programs ?? [],
  runs: [row],
  source: row.source,
}))
