import type { Framework } from './framework.ts'

/** Nuxt 2: `nuxt start` reads nuxt.config.js, its modules and server middleware, static files and the build in .nuxt. */
export const nuxt: Framework = {
  name: 'Nuxt',
  programs: ['nuxt', 'nuxt-ts', 'nuxt-start', 'nuxi'],
  subcommands: ['start', 'preview'],
  builtBy: [],
  files: ['static', 'modules', 'server-middleware', 'serverMiddleware', '.env', 'tsconfig.json'],
  config: 'nuxt.config',
  readsApp: true,
  bundlesPackages: false,
  writes: [],
  source: 'https://v2.nuxt.com/docs/get-started/commands/',
}

/** Nuxt 3 and Nitro: .output is all that runs. */
export const nitro: Framework = {
  name: 'Nuxt (Nitro)',
  programs: [],
  servers: ['.output'],
  builtBy: ['nuxt', 'nuxi', 'nitro', 'nitropack', 'vinxi'],
  files: [],
  readsApp: true,
  bundlesPackages: true,
  writes: [],
  source: 'https://nuxt.com/docs/getting-started/deployment#nodejs-server',
}
