import type { NpmPackage } from './npm-package.ts'

/** Packages that load one of several others by its name, as their settings say: nobody imports it. */
export const packagesWithDrivers: readonly NpmPackage[] = [
  {
    names: 'sequelize sequelize-typescript @nestjs/sequelize',
    loads: 'pg mysql2 mariadb sqlite3 tedious oracledb ibm_db snowflake-sdk',
    source: 'https://sequelize.org/docs/v6/getting-started/#installing',
  },
  {
    names: 'knex bookshelf objection',
    loads: 'pg pg-native mysql mysql2 sqlite3 better-sqlite3 tedious oracledb',
    source: 'https://knexjs.org/guide/#node-js',
  },
  {
    names: 'typeorm @nestjs/typeorm',
    loads: 'pg mysql mysql2 sqlite3 better-sqlite3 sql.js mssql mongodb oracledb',
    source: 'https://typeorm.io/docs/getting-started#installation',
  },
  {
    // By the address that it is made with; from version 5 on it takes the adapter itself.
    names: 'keyv',
    loads:
      '@keyv/redis @keyv/mongo @keyv/postgres @keyv/mysql @keyv/sqlite @keyv/etcd @keyv/memcache',
    source: 'https://github.com/jaredwray/keyv/blob/v4.5.4/packages/keyv/src/index.js',
  },
  {
    names: '@nestjs/core',
    loads: '@nestjs/platform-express @nestjs/platform-fastify',
    source: 'https://docs.nestjs.com/first-steps#platform',
  },
]
