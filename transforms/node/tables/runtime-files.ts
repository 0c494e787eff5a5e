/** A package that reads files of the project by itself, where nobody names them. */
interface RuntimeFiles {
  readonly specifier: RegExp
  /** Relative to the folder that the program runs in. */
  readonly files: readonly string[]
  readonly source: string
}

const rows: readonly RuntimeFiles[] = [
  {
    specifier:
      /^(dotenv|dotenv-flow|dotenv-safe|dotenv-expand)(\/|$)|^@nestjs\/config$|^@adonisjs\/env$/,
    files: ['.env', '.env.production', '.env.defaults'],
    source: 'https://github.com/motdotla/dotenv#path',
  },
  {
    specifier: /^(config|convict-config|node-config-ts)$/,
    files: ['config'],
    source: 'https://github.com/node-config/node-config/wiki/Configuration-Files',
  },
  {
    specifier: /^tsconfig-paths(\/|$)/,
    files: ['tsconfig.json', 'tsconfig.base.json', 'tsconfig.build.json'],
    source: 'https://github.com/dividab/tsconfig-paths',
  },
  {
    specifier: /^(ts-node|tsx|@swc-node|esbuild-register|@babel\/register|babel-register)(\/|$)/,
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
    specifier:
      /^(hbs|express-handlebars|ejs|pug|nunjucks|consolidate|swig|mustache-express|ejs-mate|express-ejs-layouts|express|koa-views|@koa\/ejs|@fastify\/view)$/,
    files: ['views'],
    source: 'https://expressjs.com/en/4x/api.html#app.set',
  },
  {
    specifier: /^(i18n|i18next-fs-backend|i18next-node-fs-backend|nestjs-i18n)$/,
    files: ['locales'],
    source: 'https://github.com/mashpie/i18n-node#list-of-all-configuration-options',
  },
  {
    specifier: /^typeorm$/,
    files: ['ormconfig.json', 'ormconfig.js', 'ormconfig.yml', 'ormconfig.env'],
    source: 'https://orkhan.gitbook.io/typeorm/docs/using-ormconfig',
  },
  {
    specifier: /^(newrelic)$/,
    files: ['newrelic.js', 'newrelic.cjs'],
    source: 'https://github.com/newrelic/node-newrelic',
  },
  {
    specifier: /^(graphql-config)$/,
    files: ['.graphqlrc', '.graphqlrc.yml', 'graphql.config.js'],
    source: 'https://the-guild.dev/graphql/config/docs',
  },
  {
    specifier: /^(next)$/,
    files: ['public', '.next', 'next.config.js', 'next.config.mjs', 'next.config.cjs'],
    source: 'https://nextjs.org/docs/pages/guides/custom-server',
  },
  {
    specifier: /^(fastify-cli|@adonisjs\/.*|@adonisjs|loopback|strapi|@strapi\/.*|sails)$/,
    files: ['config', 'public', 'resources', 'server', 'views', 'api', 'database', 'database.json'],
    source: 'https://docs.adonisjs.com/',
  },
  {
    specifier: /^(serve-favicon)$/,
    files: ['public'],
    source: 'https://github.com/expressjs/serve-favicon',
  },
]

/** Files that a package reads from the folder it runs in. */
export function filesReadBy(specifier: string): readonly string[] {
  return rows.filter((row) => row.specifier.test(specifier)).flatMap((row) => row.files)
}
