import { toolOf } from '../tool-of.ts'

/** https://tsup.egoist.dev/#usage */
export const tsup = toolOf({
  name: 'tsup',
  title: 'tsup',
  programs: ['tsup', 'tsup-node'],
  leavesNodeEnv: true,
  config: ['tsup.config'],
  configFlags: ['--config'],
  output: { flags: ['-d', '--out-dir'], keys: ['outDir'], fallback: 'dist' },
  source: 'https://tsup.egoist.dev/#usage',
})

/** https://tsdown.dev/options/output-directory */
export const tsdown = toolOf({
  name: 'tsdown',
  title: 'tsdown',
  programs: ['tsdown'],
  leavesNodeEnv: true,
  config: ['tsdown.config'],
  configFlags: ['-c', '--config'],
  output: { flags: ['-d', '--out-dir'], keys: ['outDir'], fallback: 'dist' },
  source: 'https://tsdown.dev/options/output-directory',
})

/** https://github.com/vercel/ncc#commands */
export const ncc = toolOf({
  name: 'ncc',
  title: 'ncc',
  programs: ['ncc'],
  buildWords: ['build'],
  output: { flags: ['-o', '--out'], fallback: 'dist' },
  source: 'https://github.com/vercel/ncc#commands',
})

/** Bundlers of libraries that say nothing but `dist`. */
export const libraryBundlers = toolOf({
  name: 'unbuild',
  title: 'unbuild',
  programs: ['unbuild', 'pkgroll', 'tsdx', 'microbundle'],
  output: { fallback: 'dist' },
  source: 'https://github.com/unjs/unbuild',
})
