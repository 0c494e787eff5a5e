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
  {
    names: '@nestjs/microservices',
    loads: 'kafkajs amqplib mqtt nats ioredis @grpc/grpc-js',
    source: 'https://docs.nestjs.com/microservices/basics#installation',
  },
  {
    names: '@nestjs/websockets',
    loads: '@nestjs/platform-socket.io @nestjs/platform-ws',
    source: 'https://docs.nestjs.com/websockets/adapter',
  },
  {
    names: '@nestjs-modules/mailer',
    loads: 'handlebars pug ejs nunjucks mjml',
    source: 'https://nest-modules.github.io/mailer/docs/mailer.html',
  },
  {
    names: 'consolidate @ladjs/consolidate koa-views @ladjs/koa-views email-templates',
    loads: 'pug ejs handlebars nunjucks mustache hogan.js swig twig liquidjs eta dot jade',
    source: 'https://github.com/ladjs/consolidate/blob/master/lib/consolidate.js',
  },
  {
    names: 'good @hapi/good',
    loads: 'good-console good-file @hapi/good-console',
    source: 'https://github.com/hapijs/good/blob/master/API.md',
  },
  {
    names: 'log4js',
    loads:
      '@log4js-node/smtp @log4js-node/gelf @log4js-node/rabbitmq @log4js-node/redis @log4js-node/slack @log4js-node/logstashudp @log4js-node/loggly',
    source: 'https://log4js-node.github.io/log4js-node/appenders.html#optional-appenders',
  },
  {
    names: 'moleculer',
    loads: 'nats mqtt ioredis amqplib kafkajs node-nats-streaming',
    source: 'https://moleculer.services/docs/0.14/networking.html#Transporters',
  },
  {
    names: 'sails sails-hook-orm waterline',
    loads: 'sails-mysql sails-postgresql sails-mongo sails-disk',
    source:
      'https://sailsjs.com/documentation/concepts/extending-sails/adapters/available-adapters',
  },
  {
    names: 'loopback loopback-datasource-juggler @loopback/repository',
    loads:
      'loopback-connector-mysql loopback-connector-postgresql loopback-connector-mongodb loopback-connector-mssql loopback-connector-rest loopback-connector-redis',
    source: 'https://loopback.io/doc/en/lb4/Database-connectors.html',
  },
  {
    names: 'db-migrate',
    loads: 'db-migrate-pg db-migrate-mysql db-migrate-sqlite3 db-migrate-mongodb',
    source: 'https://db-migrate.readthedocs.io/en/latest/Getting%20Started/installation/',
  },
]
