import { resolvePath } from '../../../src/transform.ts'
import { truthOf } from '../../javascript/config/value.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { FrontendTool, SiteOutput, ToolServer } from '../tool.ts'
import {
  callOf,
  firstWord,
  flagOf,
  inMode,
  readToolConfig,
  type ConfigFile,
  type ToolCall,
} from './call.ts'
import { hashedFiles } from './hashed-names.ts'
import { vueStyle } from './proxies/proxy-style.ts'
import { readProxies } from './proxies/read-proxies.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  pathOfBase,
  toolServer,
} from './tool-server.ts'
import { optionsOf, textOption } from './options.ts'

const prefixes = ['VUE_APP_', 'BASE_URL']

export const vueCli: FrontendTool = {
  name: 'vue-cli',
  title: 'Vue CLI',
  programs: ['vue-cli-service'],
  build: (task, view) => (firstWord(task) === 'build' ? build(task, view) : undefined),
  devServer: (task, view) => (firstWord(task) === 'serve' ? serve(task, view) : undefined),
  publicVariables: () => prefixes,
  source: 'https://cli.vuejs.org/config/',
}

const configOf = (call: ToolCall): ConfigFile | undefined =>
  readToolConfig(call, call.cwd, ['vue.config'])

function build(task: ProgramTask, view: StageView): SiteOutput {
  const call = callOf(task, view, 'production')
  if (call === undefined) return unknown('the folder that vue-cli-service runs in is not known')
  const target = flagOf(call, ['--target', '-t'])
  if (target !== undefined && target !== 'app') return unknown(`vue-cli-service builds a ${target}`)
  const option = optionsOf(configOf(call))
  const outputDir = option('outputDir')
  const named = flagOf(call, ['--dest']) ?? textOption(outputDir)
  if (named === false) return unknown('vue.config.js computes outputDir')
  const folder = resolvePath(call.cwd, named ?? 'dist')
  if (folder === undefined) return unknown('where vue-cli-service writes is not known')
  const hashing = option('filenameHashing')
  const isHashed =
    hashing.kind === 'unset' || (hashing.kind === 'set' && truthOf(hashing.value) === true)
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...(outputDir.kind === 'set' ? [outputDir.value.at] : [])],
    // https://cli.vuejs.org/config/#filenamehashing
    hashed: isHashed ? hashedFiles('\\.[0-9a-f]{8}') : undefined,
    notFoundPage: undefined,
  }
}

function serve(task: ProgramTask, view: StageView): ToolServer {
  const label = 'vue-cli-service serve'
  const call = callOf(task, view, 'development')
  if (call === undefined)
    return { ...hindrance('other', 'the folder that it runs in is not known'), label }
  const option = optionsOf(configOf(call))
  const base = textOption(option('publicPath'))
  const production = optionsOf(configOf(inMode(call, 'production')))
  const pages = option('pages')
  const hook = [
    'before',
    'after',
    'setup',
    'setupMiddlewares',
    'onBeforeSetupMiddleware',
    'onAfterSetupMiddleware',
  ]
    .map((name) => option('devServer', name))
    .find(({ kind }) => kind === 'set')
  return toolServer(call, {
    label,
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

const unknown = (why: string): SiteOutput => ({ kind: 'unknown', why })
