import { toolOf } from '../tool-of.ts'

/** https://hexo.io/docs/commands, https://hexo.io/docs/configuration#Directory */
export const hexo = toolOf({
  name: 'hexo',
  title: 'Hexo',
  programs: ['hexo'],
  development: ['server', 'serve', 's'],
  buildWords: ['generate', 'g'],
  config: ['_config'],
  configFlags: ['--config'],
  output: { keys: ['public_dir'], fallback: 'public' },
  site: { notFoundPage: '/404.html' },
  dev: {
    words: ['server', 's'],
    portFlags: ['--port', '-p'],
    port: 4000,
    fallback: { kind: 'not-found', page: undefined },
  },
  source: 'https://hexo.io/docs/commands',
})
