import { resolvePath } from '../../../src/transform.ts'
import { optionOf, textOf, type ConfigValue, type Option } from '../../javascript/config/value.ts'
import { configFile } from '../../javascript/js-config.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { FrontendTool, SiteOutput } from '../tool.ts'
import {
  callIn,
  callOf,
  firstWord,
  flagOf,
  readConfigAt,
  readToolConfig,
  type ToolCall,
} from './call.ts'
import { optionsOf, textOption } from './options.ts'
import { pageFolder } from './page-folder.ts'
import type { Ask } from './tool-row.ts'
import { variablesRead } from './vite-variables.ts'
import { webpackServer } from './webpack-server.ts'

const serving = /^(serve|server|s)$/

export const webpack: FrontendTool = {
  name: 'webpack',
  title: 'webpack',
  programs: ['webpack', 'webpack-cli', 'webpack-dev-server'],
  build: (task, view) => (isServer(task) ? undefined : build(task, view)),
  devServer: (task, view) => {
    if (!isServer(task)) return undefined
    const call = callOf(task, view, 'development')
    const label = task.name === 'webpack-dev-server' ? task.name : `${task.name} ${firstWord(task)}`
    return webpackServer(call, label, call === undefined ? undefined : askOf(call))
  },
  publicVariables: (cwd, view) => [
    ...variablesRead(view, configFile(view, cwd, 'webpack.config')),
    ...environmentPlugins(cwd, view),
  ],
  source: 'https://webpack.js.org/configuration/',
}

const isServer = (task: ProgramTask) =>
  task.name === 'webpack-dev-server' || serving.test(firstWord(task))

/** What the configuration says; a list of configurations says nothing. https://webpack.js.org/configuration/configuration-types/ */
function askOf(call: ToolCall): Ask {
  const named = flagOf(call, ['--config', '-c'])
  const path = named === undefined ? undefined : resolvePath(call.cwd, named)
  const mode = flagOf(call, ['--mode']) ?? call.mode
  const word = flagOf(call, ['--env'])
  const given = [
    { production: word === 'production' || word === 'prod', [word ?? 'mode']: true },
    { mode },
  ]
  return optionsOf(
    path === undefined
      ? readToolConfig(
          call,
          call.cwd,
          ['webpack.config', '.webpack/webpack.config', '.webpack/webpackfile'],
          given,
        )
      : readConfigAt(call, path, given),
  )
}

function build(task: ProgramTask, view: StageView): SiteOutput | undefined {
  const call = callOf(task, view, 'production')
  if (call === undefined) return unknown('the folder that webpack runs in is not known')
  const ask = askOf(call)
  const target = textOption(ask('target'))
  if (typeof target === 'string' && /node|electron/.test(target)) return undefined
  const option = ask('output', 'path')
  const named = flagOf(call, ['--output-path', '-o']) ?? textOption(option)
  if (named === false) return unknown('webpack.config computes output.path')
  const folder = resolvePath(call.cwd, named ?? 'dist')
  if (folder === undefined) return unknown('where webpack writes is not known')
  const evidence = [...call.evidence, ...(option.kind === 'set' ? [option.value.at] : [])]
  const page = htmlPage(ask('plugins'))
  if (page === undefined) {
    const own = pageFolder(call, folder)
    return own === undefined
      ? undefined
      : { kind: 'site', folder: own, evidence, hashed: undefined, notFoundPage: undefined }
  }
  return page === 'index.html'
    ? { kind: 'site', folder, evidence, hashed: undefined, notFoundPage: undefined }
    : unknown('webpack.config gives index.html another name')
}

/** The file that html-webpack-plugin writes; undefined where it is not there. https://github.com/jantimon/html-webpack-plugin#options */
export function htmlPage(plugins: Option): string | undefined {
  const pages = callsOf(plugins).filter(
    ({ name, module }) => module === 'html-webpack-plugin' || /^Html(Webpack)?Plugin$/i.test(name),
  )
  const names = pages.map(({ args }) => {
    const option = optionOf(args[0], ['filename'])
    return option.kind === 'unset'
      ? 'index.html'
      : option.kind === 'set'
        ? (textOf(option.value) ?? '?')
        : '?'
  })
  return names.includes('index.html') ? 'index.html' : names[0]
}

/** Calls in a list: plugins. */
export function callsOf(option: Option): readonly Extract<ConfigValue, { kind: 'call' }>[] {
  if (option.kind !== 'set' || option.value.kind !== 'list') return []
  return option.value.items.flatMap((item) => (item.kind === 'call' ? [item] : []))
}

/** `new webpack.EnvironmentPlugin(['API_URL'])`: https://webpack.js.org/plugins/environment-plugin/ */
function environmentPlugins(cwd: string, view: StageView): readonly string[] {
  const path = configFile(view, cwd, 'webpack.config')
  const call = path === undefined ? undefined : callIn('webpack', cwd, view)
  if (call === undefined) return []
  return callsOf(askOf(call)('plugins')).flatMap(({ name, args }) => {
    const [first] = args
    if (name !== 'EnvironmentPlugin' || first === undefined) return []
    if (first.kind === 'record') return [...first.entries.keys()]
    const items = first.kind === 'list' ? first.items : [first]
    return items.flatMap((item) => textOf(item) ?? [])
  })
}

const unknown = (why: string): SiteOutput => ({ kind: 'unknown', why })
