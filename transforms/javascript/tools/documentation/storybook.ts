import { hasFile } from '../../stage-view.ts'
import type { ToolCall } from '../call.ts'
import { toolOf } from '../tool-of.ts'
import { hindrance } from '../tool-server.ts'

/** https://storybook.js.org/docs/api/cli-options */
export const storybook = toolOf({
  name: 'storybook',
  title: 'Storybook',
  programs: ['storybook', 'sb'],
  buildWords: ['build'],
  valueFlags: ['-c', '--config-dir', '-s', '--static-dir', '--loglevel'],
  config: ['.storybook/main'],
  output: { flags: ['-o', '--output-dir'], fallback: 'storybook-static' },
  site: {},
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
  site: {},
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
  site: {},
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
