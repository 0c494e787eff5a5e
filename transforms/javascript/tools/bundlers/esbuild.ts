import { hasFlag } from '../call.ts'
import { toolOf } from '../tool-of.ts'
import type { Tool } from '../tool.ts'
import { bundledSite } from './rollup.ts'

const row = toolOf({
  name: 'esbuild',
  title: 'esbuild',
  programs: ['esbuild', 'browserify'],
  output: { flags: ['--outdir', '-d'], fileFlags: ['--outfile', '-o'] },
  source: 'https://esbuild.github.io/api/#outdir',
})

/** esbuild and browserify, their output named by flags. https://esbuild.github.io/api/#outfile */
export const esbuild: Tool = {
  ...row,
  site: (call) =>
    hasFlag(call, ['-w', '--watch', '--servedir', '--serve']) ? undefined : bundledSite(call),
}

/** https://bun.sh/docs/bundler#outdir, https://bun.sh/docs/bundler/executables */
export const bunBuild = toolOf({
  name: 'bun',
  title: 'Bun',
  programs: ['bun'],
  buildWords: ['build'],
  output: { flags: ['--outdir'], fileFlags: ['--outfile'] },
  source: 'https://bun.sh/docs/bundler#outdir',
})
