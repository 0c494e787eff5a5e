import type { Framework } from './framework.ts'

/** `next start`: the build in .next, public files, the configuration and .env files. */
export const next: Framework = {
  name: 'Next.js',
  programs: ['next'],
  subcommands: ['start'],
  builtBy: ['next'],
  files: [
    'public',
    'next-i18next.config.js',
    'i18n.json',
    'i18n.js',
    '.env',
    '.env.local',
    '.env.production',
    '.env.production.local',
  ],
  config: 'next.config',
  readsApp: true,
  bundlesPackages: false,
  // Pages that are made again, and images that are resized.
  writes: ['.next'],
  source: 'https://nextjs.org/docs/app/getting-started/deploying#nodejs-server',
}

/** `output: 'standalone'`: the folder has the server and the packages that it needs. */
export const nextStandalone: Framework = {
  name: 'Next.js (standalone)',
  programs: [],
  servers: ['.next/standalone'],
  builtBy: ['next'],
  files: [],
  readsApp: true,
  bundlesPackages: true,
  writes: [],
  ownsServer: true,
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
}
