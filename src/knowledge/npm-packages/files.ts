import { scripts } from './databases.ts'
import type { NpmPackage } from './npm-package.ts'

/** Packages that read files of the project by themselves, where nobody names them. */
export const packagesWithFiles: readonly NpmPackage[] = [
  {
    names: 'dotenv dotenv-flow dotenv-expand @nestjs/config @adonisjs/env',
    files: ['.env', '.env.production', '.env.defaults'],
    source: 'https://github.com/motdotla/dotenv#path',
  },
  {
    // dotenv-safe throws without .env.example, dotenv-extended without .env.schema; an encrypted .env is there to be committed.
    names:
      'dotenv-safe dotenv-defaults dotenv-extended dotenv-override dotenv-vault-core @dotenvx/dotenvx custom-env env-cmd env-schema @fastify/env fastify-env',
    named: /^\.env([.-][\w.-]+)?$/,
    source: 'https://github.com/rolodato/dotenv-safe#usage',
  },
  {
    names: 'env-cmd dotenv-cli @dotenvx/dotenvx',
    commands: 'env-cmd dotenv dotenvx',
    named: /^\.env([.-][\w.-]+)?$/,
    source: 'https://github.com/toddbluhm/env-cmd#-basic-usage',
  },
  {
    // Of a name that the program gives: `.shoprc`, `shop.config.js`. Not what tools of development go by.
    names: 'cosmiconfig lilconfig rc c12 unconfig find-config rc-config-loader joycon',
    named:
      /^\.(?!(npm|nvm|eslint|prettier|babel|swc|nyc|mocha|jest|stylelint|commitlint|lintstaged|husky|editor|curl|release-it|huskyrc)rc)\w[\w-]*rc(\.\w+)?$|^[\w-]+\.config\.(json|ya?ml|toml|[cm]?js)$/,
    source: 'https://github.com/cosmiconfig/cosmiconfig#usage-for-tooling-developers',
  },
  {
    names: 'config convict-config node-config-ts @feathersjs/configuration',
    files: ['config'],
    // What no parser can be loaded for ends the program: https://github.com/node-config/node-config/blob/master/parser.js
    loadsFor: {
      yaml: 'js-yaml yaml',
      yml: 'js-yaml yaml',
      toml: 'toml',
      cson: 'cson',
      hjson: 'hjson',
      properties: 'properties',
      xml: 'x2js',
      ts: 'ts-node',
      coffee: 'coffee-script coffeescript',
      iced: 'iced-coffee-script',
    },
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
    // They look beside the nearest package.json.
    names: 'bindings node-gyp-build @mapbox/node-pre-gyp node-pre-gyp prebuildify',
    files: ['build', 'prebuilds'],
    source: 'https://github.com/TooTallNate/node-bindings/blob/master/bindings.js',
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
    names: 'log4js',
    files: ['log4js.json', 'config/log4js.json'],
    source: 'https://log4js-node.github.io/log4js-node/api.html',
  },
  {
    // It looks into its cache, the folder that it runs in, before it downloads a language.
    names: 'tesseract.js node-tesseract-ocr',
    named: /\.traineddata(\.gz)?$/,
    source: 'https://github.com/naptha/tesseract.js/blob/master/docs/local-installation.md',
  },
  {
    names: 'graphql-config',
    files: ['.graphqlrc', '.graphqlrc.yml', 'graphql.config.js'],
    source: 'https://the-guild.dev/graphql/config/docs',
  },
  {
    // Each start loads it again.
    names: 'next',
    commands: 'next',
    configurations: ['next.config.js', 'next.config.mjs', 'next.config.cjs'],
    source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js',
  },
  {
    names: 'bun',
    commands: 'bun bunx',
    files: ['bunfig.toml', '.env', '.env.production', '.env.local', '.env.production.local'],
    source: 'https://bun.com/docs/runtime/bunfig',
  },
  {
    names: 'next',
    files: [
      ...['public', '.next', 'next.config.js', 'next.config.mjs', 'next.config.cjs'],
      ...['.env', '.env.production', '.env.local', '.env.production.local'],
    ],
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
  {
    names: 'swagger-node-runner swagger-express-mw swagger-connect swagger-hapi swagger-restify-mw',
    files: ['api', 'config'],
    source: 'https://github.com/theganyo/swagger-node-runner/blob/master/index.js',
  },
  {
    names: 'egg egg-scripts',
    files: ['app', 'config', 'app.js', 'agent.js', 'package.json'],
    source: 'https://www.eggjs.org/basics/structure',
  },
  {
    names: 'total.js total4 total5',
    files:
      'controllers definitions models modules plugins schemas views public resources config config-release databases'.split(
        ' ',
      ),
    source: 'https://docs.totaljs.com/',
  },
  {
    names: 'kraken-js',
    files: ['config', 'controllers', 'public', 'locales'],
    source: 'https://github.com/krakenjs/kraken-js#structure',
  },
]
