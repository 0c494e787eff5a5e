import { hasFile } from '../../javascript/stage-view.ts'
import { flagOf, hasFlag } from './call.ts'
import { hashedFiles, hashedFolder } from './hashed-names.ts'
import { baseFrom, toolOf } from './tool-of.ts'
import { hindrance } from './tool-server.ts'

const withoutPage = { kind: 'not-found', page: undefined } as const

/** https://cli.emberjs.com/release/basic-use/cli-commands/ */
export const ember = toolOf({
  name: 'ember',
  title: 'Ember',
  programs: ['ember'],
  buildWords: ['build', 'b'],
  valueFlags: ['--environment', '-e', '--target'],
  config: [],
  output: { flags: ['--output-path', '-o'], fallback: 'dist' },
  // https://cli.emberjs.com/release/basic-use/deploying/#fingerprintingandcdnurls
  hashed: (call) => {
    const isProduction =
      flagOf(call, ['--environment', '-e']) === 'production' || hasFlag(call, ['-prod', '--prod'])
    return isProduction ? hashedFiles('-[0-9a-f]{20,32}') : undefined
  },
  variables: [],
  source: 'https://cli.emberjs.com/release/basic-use/cli-commands/',
})

/** https://github.com/preactjs/preact-cli#cli-options */
export const preactCli = toolOf({
  name: 'preact',
  title: 'Preact CLI',
  programs: ['preact', 'preact-cli'],
  buildWords: ['build'],
  valueFlags: ['--src', '-c', '--config', '--template', '-t', '--prerenderUrls'],
  config: ['preact.config'],
  output: { flags: ['--dest'], fallback: 'build' },
  // bundle.1a2b3.js and bundle.1a2b3.esm.js
  hashed: () => hashedFiles('\\.[0-9a-f]{5}(\\.esm)?'),
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

/** https://rsbuild.rs/config/ */
export const rsbuild = toolOf({
  name: 'rsbuild',
  title: 'Rsbuild',
  programs: ['rsbuild'],
  buildWords: ['build'],
  valueFlags: ['--mode', '-m', '--env-mode'],
  config: ['rsbuild.config'],
  configFlags: ['--config', '-c'],
  output: { flags: ['--dist-path'], keys: ['output', 'distPath', 'root'], fallback: 'dist' },
  base: baseFrom(['--base'], 'server', 'base'),
  hashed: (call, ask) =>
    ask('output', 'filename').kind === 'unset' ? hashedFolder(call, 'static', 'public') : undefined,
  dev: {
    words: ['dev'],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    port: 3000,
    tlsKeys: ['server', 'https'],
    fallback: 'page',
    hindrances: (_call, ask) => [
      ask('server', 'proxy').kind === 'unset'
        ? undefined
        : hindrance('proxy', 'rsbuild.config names proxies'),
      ask('dev', 'setupMiddlewares').kind === 'unset'
        ? undefined
        : hindrance('other', 'rsbuild.config adds to its server'),
    ],
  },
  variables: ['PUBLIC_'],
  source: 'https://rsbuild.rs/config/',
})

/** https://hexo.io/docs/commands: _config.yml is not read but for what it changes. */
export const hexo = toolOf({
  name: 'hexo',
  title: 'Hexo',
  programs: ['hexo'],
  buildWords: ['generate', 'g'],
  output: { flags: [], fallback: 'public' },
  refuses: (call) =>
    /^\s*public_dir:\s*(?!public\/?\s*$)\S/m.test(
      call.view.project.read(call.view.contextPath(`${call.cwd}/_config.yml`) ?? '') ?? '',
    )
      ? '_config.yml names another public_dir'
      : undefined,
  notFoundPage: '/404.html',
  dev: { words: ['server', 's'], portFlags: ['--port', '-p'], port: 4000, fallback: withoutPage },
  variables: [],
  source: 'https://hexo.io/docs/commands',
})
