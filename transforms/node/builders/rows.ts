/** A program that writes a folder or file, and how it is told where. */
export interface BuilderRow {
  readonly programs: readonly string[]
  /** Only with this first word: `vite build`. */
  readonly subcommand?: string
  readonly folderFlags?: readonly string[]
  readonly fileFlags?: readonly string[]
  /** Its configuration file, without ending, and the option that names the folder or file. */
  readonly config?: {
    readonly name: string
    readonly folder?: readonly string[]
    readonly file?: readonly string[]
  }
  /** Where it writes when nothing is said; undefined: nothing but what flags name. */
  readonly fallback?: string | undefined
  /** Writes here in any case. */
  readonly also?: readonly string[]
  /** The tree of the sources is mirrored into the folder. */
  readonly mirrors?: boolean
  readonly source: string
}

export const builderRows: readonly BuilderRow[] = [
  {
    programs: ['babel'],
    folderFlags: ['-d', '--out-dir'],
    fileFlags: ['-o', '--out-file'],
    mirrors: true,
    source: 'https://babeljs.io/docs/babel-cli',
  },
  {
    programs: ['swc'],
    folderFlags: ['-d', '--out-dir'],
    fileFlags: ['-o', '--out-file'],
    mirrors: true,
    source: 'https://swc.rs/docs/usage/cli',
  },
  {
    programs: ['esbuild'],
    folderFlags: ['--outdir'],
    fileFlags: ['--outfile'],
    source: 'https://esbuild.github.io/api/#outdir',
  },
  {
    programs: ['ncc'],
    subcommand: 'build',
    folderFlags: ['-o', '--out'],
    fallback: 'dist',
    source: 'https://github.com/vercel/ncc#commands',
  },
  {
    programs: ['tsup', 'tsup-node'],
    folderFlags: ['-d', '--out-dir'],
    config: { name: 'tsup.config', folder: ['outDir'] },
    fallback: 'dist',
    source: 'https://tsup.egoist.dev/#usage',
  },
  {
    programs: ['tsdown'],
    folderFlags: ['-d', '--out-dir'],
    config: { name: 'tsdown.config', folder: ['outDir'] },
    fallback: 'dist',
    source: 'https://tsdown.dev/options/output-directory',
  },
  {
    programs: ['vite'],
    subcommand: 'build',
    folderFlags: ['--outDir'],
    config: { name: 'vite.config', folder: ['build', 'outDir'] },
    fallback: 'dist',
    source: 'https://vite.dev/config/build-options.html#build-outdir',
  },
  {
    programs: ['rollup'],
    folderFlags: ['-d', '--dir'],
    fileFlags: ['-o', '--file'],
    config: { name: 'rollup.config', folder: ['output', 'dir'], file: ['output', 'file'] },
    source: 'https://rollupjs.org/command-line-interface/',
  },
  {
    programs: ['webpack', 'webpack-cli'],
    folderFlags: ['-o', '--output-path'],
    config: { name: 'webpack.config', folder: ['output', 'path'] },
    fallback: 'dist',
    source: 'https://webpack.js.org/configuration/output/#outputpath',
  },
  {
    programs: ['rspack'],
    subcommand: 'build',
    folderFlags: ['-o', '--output-path'],
    config: { name: 'rspack.config', folder: ['output', 'path'] },
    fallback: 'dist',
    source: 'https://rspack.dev/config/output',
  },
  {
    programs: ['parcel'],
    subcommand: 'build',
    folderFlags: ['-d', '--dist-dir', '--out-dir'],
    fallback: 'dist',
    source: 'https://parceljs.org/features/cli/',
  },
  {
    programs: ['bun'],
    subcommand: 'build',
    folderFlags: ['--outdir'],
    fileFlags: ['--outfile'],
    source: 'https://bun.sh/docs/bundler#outdir',
  },
  {
    programs: ['unbuild', 'pkgroll', 'tsdx', 'microbundle'],
    fallback: 'dist',
    source: 'https://github.com/unjs/unbuild',
  },
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
  {
    programs: ['tailwindcss', 'tailwind', 'postcss', 'lessc', 'stylus'],
    folderFlags: ['-d', '--dir'],
    fileFlags: ['-o', '--output', '--out'],
    source: 'https://tailwindcss.com/docs/installation/tailwind-cli',
  },
  {
    programs: ['sass', 'node-sass'],
    folderFlags: ['-o', '--output'],
    source: 'https://github.com/sass/node-sass#command-line-interface',
  },
]

/** Programs that leave nothing for run time, or only inside node_modules. */
export const makesNothing = new Set(
  'eslint tslint prettier standard semistandard xo biome jest mocha vitest ava tap tape c8 nyc karma cypress playwright husky lint-staged is-ci pinst patch-package only-allow check-dependencies tsc-alias tspath tsconfig-replace-paths resolve-tspaths vue-tsc svelte-check flow stylelint markdownlint commitlint npm-check depcheck simple-git-hooks lefthook opencollective opencollective-postinstall ngcc node-gyp node-pre-gyp node-gyp-build prebuild-install electron-builder rimraf del del-cli trash wait-on run-s run-p npm-run-all npm-run-all2 concurrently cross-env-shell browserslist update-browserslist-db size-limit publint attw madge dpdm tsd nsp snyk retire license-checker'.split(
    ' ',
  ),
)

/** Programs that copy: the last word is where to. */
export const copies = new Set(
  'copyfiles cpx cpx2 cpy cpr ncp copy recursive-copy copy-files-from-to'.split(' '),
)
