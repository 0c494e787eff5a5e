import { browserAlone } from '../build-faults.ts'
import { hashedFolder } from '../hashed-names.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://vitepress.dev/reference/cli, https://vitepress.dev/reference/site-config */
export const vitepress = toolOf({
  name: 'vitepress',
  title: 'VitePress',
  programs: ['vitepress'],
  buildWords: ['build'],
  takesRoot: true,
  config: ['.vitepress/config', '.vitepress/config/index'],
  output: { flags: ['--outDir'], keys: ['outDir'], fallback: '.vitepress/dist' },
  site: {
    base: baseFrom(['--base'], 'base'),
    hashed: (call) => hashedFolder(call, 'assets', 'public'),
    notFoundPage: '/404.html',
  },
  dev: {
    words: ['dev', ''],
    portFlags: ['--port'],
    portKeys: ['vite', 'server', 'port'],
    port: 5173,
    tlsKeys: ['vite', 'server', 'https'],
    headerKeys: ['vite', 'server', 'headers'],
    fallback: notFound,
    cleanUrls: true,
  },
  preview: {
    words: ['preview', 'serve'],
    portFlags: ['--port'],
    port: 4173,
    fallback: notFound,
    cleanUrls: true,
  },
  variables: ['VITE_'],
  // https://vitepress.dev/reference/site-config#ignoredeadlinks
  buildFailsOn: (_call, ask) => {
    const option = ask('ignoreDeadLinks')
    return option.kind === 'set' && option.value.kind === 'literal' && option.value.value === true
      ? browserAlone
      : `links that lead nowhere (ignoreDeadLinks) and ${browserAlone}`
  },
  source: 'https://vitepress.dev/reference/cli',
})
