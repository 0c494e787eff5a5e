import { textOption } from '../../config/options.ts'
import { browserAlone } from '../build-faults.ts'
import { hashedFolder } from '../hashed-names.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://docusaurus.io/docs/cli, https://docusaurus.io/docs/api/docusaurus-config */
export const docusaurus = toolOf({
  name: 'docusaurus',
  title: 'Docusaurus',
  programs: ['docusaurus'],
  buildWords: ['build'],
  valueFlags: ['--locale', '-l', '--dir'],
  takesRoot: true,
  config: ['docusaurus.config'],
  configFlags: ['--config'],
  output: { flags: ['--out-dir', '--dir'], fallback: 'build', isFromCwd: true },
  site: {
    base: baseFrom([], 'baseUrl'),
    hashed: (call) => hashedFolder(call, 'assets', 'static'),
    notFoundPage: '/404.html',
  },
  dev: {
    words: ['start'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 3000,
    fallback: notFound,
  },
  preview: {
    words: ['serve'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 3000,
    fallback: notFound,
    cleanUrls: true,
  },
  // https://docusaurus.io/docs/api/docusaurus-config#onBrokenLinks
  buildFailsOn: (_call, ask) =>
    /^(ignore|log|warn)$/.test(textOption(ask('onBrokenLinks')) || 'throw')
      ? browserAlone
      : `links that lead nowhere (onBrokenLinks) and ${browserAlone}`,
  source: 'https://docusaurus.io/docs/cli',
})
