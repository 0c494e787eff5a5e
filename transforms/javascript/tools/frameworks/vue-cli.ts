import { resolvePath } from '../../../../src/transform.ts'
import { lineOf, optionsOf, textOption } from '../../config/options.ts'
import { truthOf } from '../../config/value.ts'
import { typeFaults } from '../build-faults.ts'
import { asBuild, firstWord, flagOf, hasPackage, readToolConfig, type ToolCall } from '../call.ts'
import { hooks } from '../bundlers/webpack-server.ts'
import { hashedFiles } from '../hashed-names.ts'
import { readHeaders } from '../headers.ts'
import { unknownOutput } from '../output.ts'
import type { SiteOutput, Tool, ToolServer } from '../tool.ts'
import { vueStyle } from '../proxies/proxy-style.ts'
import { readProxies } from '../proxies/read-proxies.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  pathOfBase,
  toolServer,
} from '../tool-server.ts'

const prefixes = ['VUE_APP_', 'BASE_URL']

export const vueCli: Tool = {
  name: 'vue-cli',
  title: 'Vue CLI',
  programs: ['vue-cli-service'],
  loadsEnvFiles: true,
  modeFlags: ['--mode'],
  development: ['serve'],
  site: (call) => (firstWord(call.task) === 'build' ? build(call) : undefined),
  devServer: (call) => (firstWord(call.task) === 'serve' ? serve(call) : undefined),
  buildFailsOn: (call) =>
    hasPackage(call, '@vue/cli-plugin-typescript') ? typeFaults(call) : undefined,
  publicVariables: () => prefixes,
  source: 'https://cli.vuejs.org/config/',
}

const asked = (call: ToolCall) => optionsOf(readToolConfig(call, call.cwd, ['vue.config']))

function build(call: ToolCall): SiteOutput {
  const target = flagOf(call, ['--target', '-t'])
  if (target !== undefined && target !== 'app')
    return unknownOutput(`vue-cli-service builds a ${target}`)
  const option = asked(call)
  const outputDir = option('outputDir')
  const named = flagOf(call, ['--dest']) ?? textOption(outputDir)
  if (named === false) return unknownOutput('vue.config.js computes outputDir')
  const folder = resolvePath(call.cwd, named ?? 'dist')
  if (folder === undefined) return unknownOutput('where vue-cli-service writes is not known')
  const hashing = option('filenameHashing')
  const isHashed =
    hashing.kind === 'unset' || (hashing.kind === 'set' && truthOf(hashing.value) === true)
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...lineOf(outputDir)],
    // https://cli.vuejs.org/config/#filenamehashing
    hashed: isHashed ? hashedFiles('\\.[0-9a-f]{8}') : undefined,
    notFoundPage: undefined,
  }
}

function serve(call: ToolCall): ToolServer {
  const option = asked(call)
  const base = textOption(option('publicPath'))
  const production = asked(asBuild(call))
  const pages = option('pages')
  const hook = hooks.map((name) => option('devServer', name)).find(({ kind }) => kind === 'set')
  return toolServer(call, {
    label: 'vue-cli-service serve',
    port: {
      flags: ['--port', '-p'],
      variable: 'PORT',
      variableFirst: true,
      option: option('devServer', 'port'),
      fallback: 8080,
    },
    tls: { flags: ['--https'], option: option('devServer', 'https') },
    base,
    fallback: {
      kind: 'page',
      page: `${pathOfBase(base === false ? undefined : base)}index.html`,
      forFiles: true,
    },
    proxies: readProxies(call, option('devServer', 'proxy'), vueStyle),
    headers: readHeaders(option('devServer', 'headers')),
    hindrances: [
      hook === undefined ? undefined : hindrance('other', 'vue.config.js adds to its server'),
      pages.kind === 'unset' ? undefined : hindrance('other', 'vue.config.js names several pages'),
      option('devServer', 'historyApiFallback').kind === 'unset'
        ? undefined
        : hindrance('other', 'vue.config.js says which paths have which page'),
      differentBase(call, base, textOption(production('publicPath'))),
      developmentVariables(call, prefixes),
    ],
  })
}
