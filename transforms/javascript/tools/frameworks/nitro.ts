import { nitroStores } from './nitro-stores.ts'
import { toolOf } from '../tool-of.ts'

/** https://nitro.build/deploy: .output is all that runs, of Nuxt's since version 3, too. */
export const nitro = toolOf({
  name: 'nitro',
  title: 'Nitro',
  programs: ['nitro', 'nitropack', 'vinxi'],
  development: ['dev'],
  buildWords: ['build'],
  config: ['nitro.config', 'app.config'],
  output: { keys: ['output', 'dir'], fallback: '.output' },
  runs: [
    {
      name: 'Nuxt (Nitro)',
      servers: ['.output'],
      builtBy: ['nuxt', 'nuxi', 'nitro', 'nitropack', 'vinxi'],
      readsApp: true,
      bundlesPackages: true,
      stores: nitroStores,
      source: 'https://nuxt.com/docs/getting-started/deployment#nodejs-server',
    },
  ],
  source: 'https://nitro.build/deploy',
})
