import { toolOf } from '../tool-of.ts'

/** https://quasar.dev/quasar-cli-vite/build-commands */
export const quasar = toolOf({
  name: 'quasar',
  title: 'Quasar',
  programs: ['quasar'],
  development: ['dev'],
  buildWords: ['build'],
  output: { fallback: 'dist' },
  source: 'https://quasar.dev/quasar-cli-vite/build-commands',
})
