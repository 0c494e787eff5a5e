import type { Framework } from './framework.ts'

/** Servers that a build bundles; packages of `dependencies` stay outside. */
export const bundledServers: readonly Framework[] = [
  {
    name: 'Remix',
    programs: ['remix-serve'],
    builtBy: ['remix'],
    files: ['.env'],
    readsApp: true,
    bundlesPackages: false,
    writes: [],
    source: 'https://remix.run/docs/en/main/other-api/serve',
  },
  {
    name: 'React Router',
    programs: ['react-router-serve'],
    builtBy: ['react-router'],
    files: ['.env'],
    readsApp: true,
    bundlesPackages: false,
    writes: [],
    source: 'https://reactrouter.com/start/framework/deploying',
  },
  {
    name: 'SvelteKit',
    programs: [],
    servers: ['build'],
    builtBy: ['vite', 'svelte-kit'],
    files: ['.env'],
    readsApp: true,
    bundlesPackages: false,
    writes: [],
    source: 'https://svelte.dev/docs/kit/adapter-node#Deploying',
  },
  {
    name: 'Astro',
    programs: [],
    servers: ['dist/server'],
    builtBy: ['astro'],
    files: ['.env'],
    readsApp: true,
    bundlesPackages: false,
    writes: [],
    source: 'https://docs.astro.build/en/guides/integrations-guide/node/#running-the-server',
  },
]
