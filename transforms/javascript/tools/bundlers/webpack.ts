import { resolvePath } from '../../../../src/transform.ts'
import { configFile } from '../../config/find-config.ts'
import {
  callsOf,
  everyOption,
  lineOf,
  optionsOf,
  textOption,
  type ConfigFile,
} from '../../config/options.ts'
import { optionOf, textOf, type Option } from '../../config/value.ts'
import type { StageView } from '../../stage-view.ts'
import type { ProgramTask } from '../../task.ts'
import {
  buildIn,
  firstWord,
  flagOf,
  hasPackage,
  readConfigAt,
  readToolConfig,
  type ToolCall,
} from '../call.ts'
import { madeFolders, nothing, unknownOutput, type Output } from '../output.ts'
import { pageFolder } from '../page-folder.ts'
import type { SiteOutput, Tool } from '../tool.ts'
import { variablesRead } from '../variables-read.ts'
import { encoreOutput } from './encore.ts'
import { mixOutput } from './mix.ts'
import { webpackServer } from './webpack-server.ts'

const serving = /^(serve|server|s)$/
const configs = ['webpack.config', '.webpack/webpack.config', '.webpack/webpackfile']
/** NODE_ENV is left as it is found: https://webpack.js.org/guides/production/#specify-the-mode */
const habits = { leavesNodeEnv: true, modeFlags: ['--mode'] }

export const webpack: Tool = {
  name: 'webpack',
  title: 'webpack',
  programs: ['webpack', 'webpack-cli', 'webpack-dev-server'],
  ...habits,
  development: ['serve', 'server', 's', 'watch'],
  writes,
  site,
  devServer: (call) => {
    const { task } = call
    if (!isServer(task)) return undefined
    const label = task.name === 'webpack-dev-server' ? task.name : `${task.name} ${firstWord(task)}`
    return webpackServer(call, label, optionsOf(configOf(call)))
  },
  publicVariables: (cwd, view) => [
    ...variablesRead(view, configFile(view, cwd, 'webpack.config')),
    ...environmentPlugins(cwd, view),
  ],
  source: 'https://webpack.js.org/configuration/',
}

/** Rspack reads what webpack does. https://rspack.rs/config/output */
export const rspack: Tool = {
  name: 'rspack',
  title: 'Rspack',
  programs: ['rspack'],
  modeFlags: ['--mode', '-m'],
  development: ['serve', 'server', 's', 'dev'],
  writes: (call) =>
    firstWord(call.task) === 'build' ? madeBy(call, configOf(call, ['rspack.config'])) : undefined,
  source: 'https://rspack.rs/config/output',
}

const isServer = (task: ProgramTask) =>
  task.name === 'webpack-dev-server' || serving.test(firstWord(task))

/** What the configuration says; a list of configurations says nothing. https://webpack.js.org/configuration/configuration-types/ */
function configOf(call: ToolCall, names: readonly string[] = configs): ConfigFile | undefined {
  const named = flagOf(call, ['--config', '-c'])
  const path = named === undefined ? undefined : resolvePath(call.cwd, named)
  const words = environmentWords(call.task)
  const { mode } = call
  const word = flagOf(call, ['--env'])
  const isProduction = word === 'production' || word === 'prod'
  const given = [{ production: isProduction, [word ?? mode]: true, ...words }, { mode }]
  return path === undefined
    ? readToolConfig(call, call.cwd, names, given)
    : readConfigAt(call, path, given)
}

/** `--env production --env target=web`: https://webpack.js.org/api/cli/#env */
function environmentWords({ args }: ProgramTask): Readonly<Record<string, string | true>> {
  const words = args.flatMap((arg, i) => {
    const text =
      arg === '--env' ? args[i + 1] : arg?.startsWith('--env.') ? arg.slice(6) : undefined
    return text === undefined ? [] : [text]
  })
  return Object.fromEntries(
    words.map((word): readonly [string, string | true] => {
      const at = word.indexOf('=')
      return at < 0 ? [word, true] : [word.slice(0, at), word.slice(at + 1)]
    }),
  )
}

function writes(call: ToolCall): Output | undefined {
  const { task } = call
  if (isServer(task) || firstWord(task) === 'watch') return undefined
  if (/^(info|version|configtest|help|init)$/.test(firstWord(task))) return nothing
  // Laravel Mix before 6: https://laravel-mix.com/docs/5.0/installation
  if (task.args.some((arg) => arg?.includes('laravel-mix') === true)) return mixOutput(call)
  if (hasPackage(call, '@symfony/webpack-encore')) return encoreOutput(call)
  return madeBy(call, configOf(call))
}

/** https://webpack.js.org/configuration/output/#outputpath */
function madeBy(call: ToolCall, file: ConfigFile | undefined): Output {
  const flag = flagOf(call, ['--output-path', '-o'])
  if (flag !== undefined) return madeFolders(call, flag)
  const options = everyOption(file, ['output', 'path'])
  if (options.some(({ kind }) => kind === 'unknown'))
    return unknownOutput(`${nameOf(file)} computes output.path`)
  const folders = options.map((option) => textOption(option) ?? 'dist')
  return folders.includes(false)
    ? unknownOutput(`${nameOf(file)} computes output.path`)
    : madeFolders(call, ...new Set(folders.length === 0 ? ['dist'] : folders.map(String)))
}

const nameOf = (file: ConfigFile | undefined) =>
  file === undefined ? 'webpack.config' : file.path.slice(file.path.lastIndexOf('/') + 1)

function site(call: ToolCall): SiteOutput | undefined {
  if (isServer(call.task)) return undefined
  const ask = optionsOf(configOf(call))
  const target = textOption(ask('target'))
  if (typeof target === 'string' && /node|electron/.test(target)) return undefined
  const option = ask('output', 'path')
  const named = flagOf(call, ['--output-path', '-o']) ?? textOption(option)
  if (named === false) return unknownOutput('webpack.config computes output.path')
  const folder = resolvePath(call.cwd, named ?? 'dist')
  if (folder === undefined) return unknownOutput('where webpack writes is not known')
  const evidence = [...call.evidence, ...lineOf(option)]
  const page = htmlPage(ask('plugins'))
  if (page !== undefined && page !== 'index.html')
    return unknownOutput('webpack.config gives index.html another name')
  const own = page === undefined ? pageFolder(call, folder) : folder
  return own === undefined
    ? undefined
    : { kind: 'site', folder: own, evidence, hashed: undefined, notFoundPage: undefined }
}

/** The file that html-webpack-plugin writes; undefined where it is not there. https://github.com/jantimon/html-webpack-plugin#options */
function htmlPage(plugins: Option): string | undefined {
  const pages = callsOf(plugins).filter(
    ({ name, module }) => module === 'html-webpack-plugin' || /^Html(Webpack)?Plugin$/i.test(name),
  )
  const names = pages.map(({ args }) => {
    const option = optionOf(args[0], ['filename'])
    return option.kind === 'unset' ? 'index.html' : textOption(option) || '?'
  })
  return names.includes('index.html') ? 'index.html' : names[0]
}

/** `new webpack.EnvironmentPlugin(['API_URL'])`: https://webpack.js.org/plugins/environment-plugin/ */
function environmentPlugins(cwd: string, view: StageView): readonly string[] {
  if (configFile(view, cwd, 'webpack.config') === undefined) return []
  const ask = optionsOf(configOf(buildIn('webpack', cwd, view, habits)))
  return callsOf(ask('plugins')).flatMap(({ name, args }) => {
    const [first] = args
    if (name !== 'EnvironmentPlugin' || first === undefined) return []
    if (first.kind === 'record') return [...first.entries.keys()]
    const items = first.kind === 'list' ? first.items : [first]
    return items.flatMap((item) => textOf(item) ?? [])
  })
}
