import { hashedFolder } from '../hashed-names.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'
import { hindrance } from '../tool-server.ts'

/** https://rsbuild.rs/config/ */
export const rsbuild = toolOf({
  name: 'rsbuild',
  title: 'Rsbuild',
  programs: ['rsbuild'],
  loadsEnvFiles: true,
  buildWords: ['build'],
  valueFlags: ['--mode', '-m', '--env-mode'],
  config: ['rsbuild.config'],
  configFlags: ['--config', '-c'],
  output: { flags: ['--dist-path'], keys: ['output', 'distPath', 'root'], fallback: 'dist' },
  site: {
    base: baseFrom(['--base'], 'server', 'base'),
    hashed: (call, ask) =>
      ask('output', 'filename').kind === 'unset'
        ? hashedFolder(call, 'static', 'public')
        : undefined,
  },
  dev: {
    words: ['dev'],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    port: 3000,
    tlsKeys: ['server', 'https'],
    fallback: 'page',
    headerKeys: ['server', 'headers'],
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
