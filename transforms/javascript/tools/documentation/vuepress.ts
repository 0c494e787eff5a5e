import { hashedFolder } from '../hashed-names.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** Version 1: https://v1.vuepress.vuejs.org/config/, and 2: https://vuepress.vuejs.org/reference/config.html */
export const vuepress = toolOf({
  name: 'vuepress',
  title: 'VuePress',
  programs: ['vuepress', 'vuepress-vite', 'vuepress-webpack'],
  buildWords: ['build'],
  valueFlags: ['-t', '--temp', '-c', '--cache'],
  takesRoot: true,
  config: ['.vuepress/config'],
  output: { flags: ['-d', '--dest'], keys: ['dest'], fallback: '.vuepress/dist', isFromCwd: true },
  site: {
    base: baseFrom([], 'base'),
    hashed: (call) => hashedFolder(call, 'assets', '.vuepress/public'),
    notFoundPage: '/404.html',
  },
  dev: {
    words: ['dev'],
    portFlags: ['--port', '-p'],
    portKeys: ['port'],
    port: 8080,
    fallback: notFound,
  },
  source: 'https://vuepress.vuejs.org/reference/cli.html',
})
