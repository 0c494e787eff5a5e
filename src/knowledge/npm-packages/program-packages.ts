/** Programs whose package has another name; the rest is called as its package without the scope. The likeliest first. */
const packages = new Map(
  Object.entries({
    tsc: 'typescript',
    nest: '@nestjs/cli',
    ng: '@angular/cli',
    'remix-serve': '@remix-run/serve',
    remix: '@remix-run/dev',
    'react-router': '@react-router/dev',
    'react-router-serve': '@react-router/serve',
    'vue-cli-service': '@vue/cli-service',
    'svelte-kit': '@sveltejs/kit',
    nuxi: 'nuxt',
    'nuxt-ts': '@nuxt/typescript-runtime',
    'pm2-runtime': 'pm2',
    'pm2-docker': 'pm2',
    'pm2-dev': 'pm2',
    sequelize: 'sequelize-cli',
    'typeorm-ts-node-commonjs': 'typeorm',
    'typeorm-ts-node-esm': 'typeorm',
    'ts-node-esm': 'ts-node',
    tsnd: 'ts-node-dev',
    dotenv: 'dotenv-cli',
    'babel-node': '@babel/node babel-cli',
    babel: '@babel/cli babel-cli',
    swc: '@swc/cli',
    'swc-node': '@swc-node/register',
    fastify: 'fastify-cli',
    'moleculer-runner': 'moleculer',
    'cucumber-js': '@cucumber/cucumber',
    grunt: 'grunt-cli grunt',
    gulp: 'gulp gulp-cli',
    webpack: 'webpack-cli webpack',
    'run-s': 'npm-run-all npm-run-all2',
    'run-p': 'npm-run-all npm-run-all2',
    ncc: '@vercel/ncc',
    strapi: '@strapi/strapi strapi',
    medusa: '@medusajs/cli',
    'mikro-orm': '@mikro-orm/cli',
    'cross-env-shell': 'cross-env',
    biome: '@biomejs/biome',
    cap: '@capacitor/cli',
    'graphql-codegen': '@graphql-codegen/cli',
    sls: 'serverless',
    cds: '@sap/cds-dk',
    nf: 'foreman',
    conc: 'concurrently',
    nuxt: 'nuxt nuxt-start nuxt-edge nuxt3',
  }),
)

/** The packages that may bring a program of node_modules/.bin. */
export const packagesOfProgram = (program: string): readonly string[] =>
  packages.get(program)?.split(' ') ?? [program]

/** The programs of a package that have other names than itself. */
export const otherProgramsOf = (name: string): readonly string[] =>
  [...packages].flatMap(([program, owners]) => (owners.split(' ')[0] === name ? [program] : []))
