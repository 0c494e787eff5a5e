import { hindrance } from '../tool-server.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://www.11ty.dev/docs/config/, https://www.11ty.dev/docs/dev-server/ */
export const eleventy = toolOf({
  name: 'eleventy',
  title: 'Eleventy',
  programs: ['eleventy', '@11ty/eleventy'],
  leavesNodeEnv: true,
  buildWords: [''],
  valueFlags: ['--input', '--formats', '--pathprefix', '--config', '--to'],
  config: ['.eleventy', 'eleventy.config'],
  configFlags: ['--config'],
  output: { flags: ['--output'], keys: ['dir', 'output'], fallback: '_site' },
  site: {
    // Links are rewritten, the folder is not: it stands where the server has it.
    base: baseFrom(['--pathprefix'], 'pathPrefix'),
    notFoundPage: '/404.html',
  },
  dev: {
    words: ['--serve'],
    portFlags: ['--port'],
    port: 8080,
    fallback: notFound,
    cleanUrls: true,
    hindrances: (_call, ask) =>
      ask('dir', 'output').kind === 'unknown'
        ? [hindrance('other', "the configuration of Eleventy can't be read")]
        : [],
  },
  source: 'https://www.11ty.dev/docs/usage/',
})
