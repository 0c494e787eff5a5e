import { hasFile } from '../../stage-view.ts'
import { hashedFiles } from '../hashed-names.ts'
import { toolOf } from '../tool-of.ts'
import { hindrance } from '../tool-server.ts'

/** https://github.com/preactjs/preact-cli#cli-options */
export const preactCli = toolOf({
  name: 'preact',
  title: 'Preact CLI',
  programs: ['preact', 'preact-cli'],
  buildWords: ['build'],
  valueFlags: ['--src', '-c', '--config', '--template', '-t', '--prerenderUrls'],
  config: ['preact.config'],
  output: { flags: ['--dest'], fallback: 'build' },
  site: {
    // bundle.1a2b3.js and bundle.1a2b3.esm.js
    hashed: () => hashedFiles('\\.[0-9a-f]{5}(\\.esm)?'),
  },
  dev: {
    words: ['watch'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 8080,
    fallback: 'page',
    hindrances: (call) =>
      ['preact.config.js', 'preact.config.cjs'].some((name) =>
        hasFile(call.view, `${call.cwd}/${name}`),
      )
        ? [hindrance('other', 'preact.config.js may change its server')]
        : [],
  },
  variables: ['PREACT_APP_'],
  source: 'https://github.com/preactjs/preact-cli#cli-options',
})
