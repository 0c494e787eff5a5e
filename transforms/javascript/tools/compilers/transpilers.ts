import { toolOf } from '../tool-of.ts'

/** https://babeljs.io/docs/babel-cli */
export const babel = toolOf({
  name: 'babel',
  title: 'Babel',
  programs: ['babel'],
  output: { flags: ['-d', '--out-dir'], fileFlags: ['-o', '--out-file'], mirrors: true },
  source: 'https://babeljs.io/docs/babel-cli',
})

/** https://swc.rs/docs/usage/cli */
export const swc = toolOf({
  name: 'swc',
  title: 'SWC',
  programs: ['swc'],
  output: { flags: ['-d', '--out-dir'], fileFlags: ['-o', '--out-file'], mirrors: true },
  source: 'https://swc.rs/docs/usage/cli',
})
