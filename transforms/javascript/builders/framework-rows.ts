import type { BuilderRow } from './builder-row.ts'

/** Frameworks that build a site or a server. */
export const frameworkRows: readonly BuilderRow[] = [
  {
    programs: ['react-scripts', 'craco', 'react-app-rewired'],
    subcommand: 'build',
    fallback: 'build',
    source: 'https://create-react-app.dev/docs/production-build/',
  },
  {
    programs: ['vue-cli-service'],
    subcommand: 'build',
    folderFlags: ['--dest'],
    config: { name: 'vue.config', folder: ['outputDir'] },
    fallback: 'dist',
    source: 'https://cli.vuejs.org/config/#outputdir',
  },
  {
    programs: ['ng'],
    subcommand: 'build',
    folderFlags: ['--output-path'],
    fallback: 'dist',
    source: 'https://angular.dev/cli/build',
  },
  {
    programs: ['gatsby'],
    subcommand: 'build',
    fallback: 'public',
    also: ['.cache'],
    source: 'https://www.gatsbyjs.com/docs/reference/gatsby-cli/',
  },
  {
    programs: ['quasar'],
    subcommand: 'build',
    fallback: 'dist',
    source: 'https://quasar.dev/quasar-cli-vite/build-commands',
  },
  {
    programs: ['next'],
    subcommand: 'build',
    config: { name: 'next.config', folder: ['distDir'] },
    fallback: '.next',
    source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/distDir',
  },
  {
    programs: ['remix'],
    subcommand: 'build',
    fallback: 'build',
    also: ['public'],
    source: 'https://remix.run/docs/en/main/file-conventions/remix-config',
  },
  {
    programs: ['remix'],
    subcommand: 'vite:build',
    config: { name: 'vite.config', folder: ['buildDirectory'] },
    fallback: 'build',
    source: 'https://remix.run/docs/en/main/file-conventions/vite-config#builddirectory',
  },
  {
    programs: ['react-router'],
    subcommand: 'build',
    config: { name: 'react-router.config', folder: ['buildDirectory'] },
    fallback: 'build',
    source: 'https://reactrouter.com/explanation/special-files',
  },
  {
    programs: ['svelte-kit'],
    subcommand: 'build',
    config: { name: 'svelte.config', folder: ['out'] },
    fallback: 'build',
    source: 'https://svelte.dev/docs/kit/adapter-node#Options-out',
  },
  {
    programs: ['astro'],
    subcommand: 'build',
    folderFlags: ['--outDir'],
    config: { name: 'astro.config', folder: ['outDir'] },
    fallback: 'dist',
    source: 'https://docs.astro.build/en/reference/configuration-reference/#outdir',
  },
  {
    programs: ['nitro', 'nitropack', 'vinxi'],
    subcommand: 'build',
    fallback: '.output',
    source: 'https://nitro.build/deploy',
  },
]
