import type { BuilderRow } from './builder-row.ts'
import { frameworkRows } from './framework-rows.ts'

/** Compilers and bundlers. */
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
  ...frameworkRows,
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
