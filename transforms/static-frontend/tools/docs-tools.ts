import { hasFile } from '../../javascript/stage-view.ts'
import type { ToolCall } from './call.ts'
import { hashedFolder } from './hashed-names.ts'
import { hindrance } from './tool-server.ts'
import { baseFrom, toolOf } from './tool-of.ts'

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
  base: baseFrom([], 'baseUrl'),
  hashed: (call) => hashedFolder(call, 'assets', 'static'),
  notFoundPage: '/404.html',
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
  variables: [],
  source: 'https://docusaurus.io/docs/cli',
})

/** https://vitepress.dev/reference/cli, https://vitepress.dev/reference/site-config */
export const vitepress = toolOf({
  name: 'vitepress',
  title: 'VitePress',
  programs: ['vitepress'],
  buildWords: ['build'],
  takesRoot: true,
  config: ['.vitepress/config', '.vitepress/config/index'],
  output: { flags: ['--outDir'], keys: ['outDir'], fallback: '.vitepress/dist' },
  base: baseFrom(['--base'], 'base'),
  hashed: (call) => hashedFolder(call, 'assets', 'public'),
  notFoundPage: '/404.html',
  dev: {
    words: ['dev', ''],
    portFlags: ['--port'],
    portKeys: ['vite', 'server', 'port'],
    port: 5173,
    tlsKeys: ['vite', 'server', 'https'],
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
  source: 'https://vitepress.dev/reference/cli',
})

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
  base: baseFrom([], 'base'),
  hashed: (call) => hashedFolder(call, 'assets', '.vuepress/public'),
  notFoundPage: '/404.html',
  dev: {
    words: ['dev'],
    portFlags: ['--port', '-p'],
    portKeys: ['port'],
    port: 8080,
    fallback: notFound,
  },
  variables: [],
  source: 'https://vuepress.vuejs.org/reference/cli.html',
})

/** https://www.11ty.dev/docs/config/, https://www.11ty.dev/docs/dev-server/ */
export const eleventy = toolOf({
  name: 'eleventy',
  title: 'Eleventy',
  programs: ['eleventy', '@11ty/eleventy'],
  buildWords: [''],
  valueFlags: ['--input', '--formats', '--pathprefix', '--config', '--to'],
  config: ['.eleventy', 'eleventy.config'],
  configFlags: ['--config'],
  output: { flags: ['--output'], keys: ['dir', 'output'], fallback: '_site' },
  // Links are rewritten, the folder is not: it stands where the server has it.
  base: baseFrom(['--pathprefix'], 'pathPrefix'),
  notFoundPage: '/404.html',
  dev: {
    words: ['--serve'],
    portFlags: ['--port'],
    port: 8080,
    fallback: notFound,
    cleanUrls: true,
    hindrances: (_call, ask) =>
      ask('dir', 'output').kind === 'unknown'
        ? [hindrance('other', 'the configuration of Eleventy can not be read')]
        : [],
  },
  variables: [],
  source: 'https://www.11ty.dev/docs/usage/',
})

/** https://storybook.js.org/docs/api/cli-options */
export const storybook = toolOf({
  name: 'storybook',
  title: 'Storybook',
  programs: ['storybook', 'sb'],
  buildWords: ['build'],
  valueFlags: ['-c', '--config-dir', '-s', '--static-dir', '--loglevel'],
  config: ['.storybook/main'],
  output: { flags: ['-o', '--output-dir'], fallback: 'storybook-static' },
  dev: {
    words: ['dev'],
    portFlags: ['-p', '--port'],
    port: 6006,
    fallback: { kind: 'not-found', page: undefined },
    hindrances: (call) => [storybookMiddleware(call)],
  },
  variables: ['STORYBOOK_', 'VITE_'],
  source: 'https://storybook.js.org/docs/api/cli-options',
})

/** Until version 6 each command is a program. */
export const buildStorybook = toolOf({
  name: 'build-storybook',
  title: 'Storybook',
  programs: ['build-storybook'],
  buildWords: [''],
  valueFlags: ['-c', '--config-dir', '-s', '--static-dir', '--loglevel'],
  output: { flags: ['-o', '--output-dir'], fallback: 'storybook-static' },
  variables: ['STORYBOOK_'],
  source: 'https://storybook.js.org/docs/6.5/api/cli-options',
})

export const startStorybook = toolOf({
  name: 'start-storybook',
  title: 'Storybook',
  programs: ['start-storybook'],
  buildWords: [],
  valueFlags: ['-c', '--config-dir', '-s', '--static-dir', '--loglevel', '-h'],
  output: { flags: [], fallback: 'storybook-static' },
  dev: {
    words: [''],
    portFlags: ['-p', '--port'],
    port: 6006,
    fallback: { kind: 'not-found', page: undefined },
    hindrances: (call) => [
      storybookMiddleware(call),
      // Without a port it takes any that is free.
      /-p|--port/.test(call.task.args.join(' '))
        ? undefined
        : hindrance('port', 'it takes any free port'),
    ],
  },
  variables: ['STORYBOOK_'],
  source: 'https://storybook.js.org/docs/6.5/api/cli-options',
})

/** https://storybook.js.org/docs/6.5/configure/webpack: .storybook/middleware.js is handed the server. */
function storybookMiddleware(call: ToolCall) {
  const has = ['js', 'ts', 'cjs'].some((end) =>
    hasFile(call.view, `${call.cwd}/.storybook/middleware.${end}`),
  )
  return has ? hindrance('proxy', '.storybook/middleware adds to its server') : undefined
}
