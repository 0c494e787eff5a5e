import { toolOf } from '../tool-of.ts'

/** https://tailwindcss.com/docs/installation/tailwind-cli */
export const tailwind = toolOf({
  name: 'tailwindcss',
  title: 'Tailwind CSS',
  programs: ['tailwindcss', 'tailwind', 'postcss', 'lessc', 'stylus'],
  output: { flags: ['-d', '--dir'], fileFlags: ['-o', '--output', '--out'] },
  source: 'https://tailwindcss.com/docs/installation/tailwind-cli',
})

/** https://github.com/sass/node-sass#command-line-interface */
export const sass = toolOf({
  name: 'sass',
  title: 'Sass',
  programs: ['sass', 'node-sass'],
  output: { flags: ['-o', '--output'] },
  source: 'https://github.com/sass/node-sass#command-line-interface',
})
