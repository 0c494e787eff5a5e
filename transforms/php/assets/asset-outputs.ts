import { resolvePath } from '../../../src/transform.ts'
import { outputOf, type Output } from '../../javascript/builders/index.ts'
import { readConfig } from '../../javascript/config/read-config.ts'
import { optionOf, textOf, type ConfigValue } from '../../javascript/config/value.ts'
import { configFile } from '../../javascript/js-config.ts'
import { readManifest } from '../../javascript/manifest.ts'
import { nameOf, parseSource, stringOf, walk } from '../../javascript/source/syntax.ts'
import { readFile, type StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask, Task } from '../../javascript/task.ts'

/** Where a build of assets writes, the tools of PHP's frameworks known. */
export function assetOutput(task: Task, view: StageView): Output {
  if (task.kind !== 'program' || task.cwd === undefined) return outputOf(task, view)
  const { name, cwd } = task
  switch (name) {
    case 'vite':
      return viteOutput(task, cwd, view)
    case 'mix':
      return mixOutput(task, cwd, view)
    case 'encore':
      return encoreOutput(task, cwd, view)
    case 'webpack':
    case 'webpack-cli':
      // Laravel Mix before 6: https://laravel-mix.com/docs/5.0/installation
      return task.args.some((arg) => arg?.includes('laravel-mix') === true)
        ? mixOutput(task, cwd, view)
        : configFile(view, cwd, 'webpack.config') !== undefined &&
            has(view, cwd, '@symfony/webpack-encore')
          ? encoreOutput(task, cwd, view)
          : outputOf(task, view)
    default:
      return outputOf(task, view)
  }
}

/** https://laravel.com/docs/vite#configuring-vite, https://github.com/lhapaipai/vite-plugin-symfony */
function viteOutput(task: ProgramTask, cwd: string, view: StageView): Output {
  const isLaravel = has(view, cwd, 'laravel-vite-plugin')
  const isSymfony = has(view, cwd, 'vite-plugin-symfony')
  if ((!isLaravel && !isSymfony) || task.args[0] !== 'build') return outputOf(task, view)
  const path = configFile(view, cwd, 'vite.config')
  // An empty file says nothing, which the plugins take as their defaults.
  const isEmpty = path === undefined || readFile(view, path)?.trim() === ''
  if (isEmpty) return paths(task, cwd, ['public/build'])
  const given = [{ command: 'build', mode: 'production', isSsrBuild: false, ssrBuild: false }]
  const config = readConfig(path, { view, cwd, variable: view.env, given })
  if (config === undefined) return unknown('vite.config can not be read')
  const isSsr = task.args.includes('--ssr')
  const outDir = optionOf(config, ['build', 'outDir'])
  if (outDir.kind === 'unknown') return unknown('vite.config computes where Vite writes')
  const own = outDir.kind === 'set' ? textOf(outDir.value) : undefined
  if (outDir.kind === 'set' && own === undefined)
    return unknown('vite.config computes where Vite writes')
  const folder = own ?? (isLaravel ? laravelFolder(config, isSsr) : 'public/build')
  return folder === undefined
    ? unknown('vite.config computes where Vite writes')
    : paths(task, cwd, [folder])
}

/** `laravel({ publicDirectory: 'public', buildDirectory: 'build' })`; undefined where one of them is computed. */
function laravelFolder(config: ConfigValue, isSsr: boolean): string | undefined {
  const plugins = optionOf(config, ['plugins'])
  if (plugins.kind !== 'set') return undefined
  const call = callsOf(plugins.value).find(
    ({ module, name }) => module === 'laravel-vite-plugin' || name === 'laravel',
  )
  if (call === undefined) return undefined
  const option = (key: string, fallback: string) => {
    const [options] = call.args
    // `laravel('resources/js/app.js')`, `laravel([...])`: inputs alone.
    if (options?.kind !== 'record') return fallback
    const found = optionOf(options, [key])
    return found.kind === 'unset'
      ? fallback
      : found.kind === 'set'
        ? textOf(found.value)
        : undefined
  }
  if (isSsr) return option('ssrOutputDirectory', 'bootstrap/ssr')
  const base = option('publicDirectory', 'public')
  const build = option('buildDirectory', 'build')
  return base === undefined || build === undefined ? undefined : `${base}/${build}`
}

type Call = Extract<ConfigValue, { readonly kind: 'call' }>

function callsOf(value: ConfigValue): readonly Call[] {
  if (value.kind === 'list') return value.items.flatMap(callsOf)
  return value.kind === 'call' ? [value] : []
}

/** Mix puts its files among the sources of the public folder: https://laravel-mix.com/docs/6.0/api#setpublicpathpath */
function mixOutput(task: ProgramTask, cwd: string, view: StageView): Output {
  const folder = calledWith(view, configFile(view, cwd, 'webpack.mix'), 'setPublicPath')
  if (folder === null) return unknown('webpack.mix.js computes where Mix writes')
  return paths(task, cwd, [folder ?? 'public'])
}

/** https://symfony.com/doc/current/frontend/encore/simple-example.html */
function encoreOutput(task: ProgramTask, cwd: string, view: StageView): Output {
  const folder = calledWith(view, configFile(view, cwd, 'webpack.config'), 'setOutputPath')
  return folder === undefined || folder === null
    ? unknown('webpack.config.js computes where Encore writes')
    : paths(task, cwd, [folder])
}

/** The text that a method is called with; null where it is computed, or another each time; undefined where nobody calls it. */
function calledWith(
  view: StageView,
  path: string | undefined,
  method: string,
): string | null | undefined {
  const text = path === undefined ? undefined : readFile(view, path)
  if (path === undefined || text === undefined) return undefined
  const program = parseSource(path, text)
  if (program === undefined) return null
  const found: (string | undefined)[] = []
  walk(program, (node) => {
    if (
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      nameOf(node.callee.property) === method
    )
      found.push(stringOf(node.arguments[0]))
    return true
  })
  const [first, ...more] = found
  if (found.length === 0) return undefined
  return first === undefined || more.some((other) => other !== first) ? null : first
}

function has(view: StageView, cwd: string, name: string): boolean {
  const path = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  return manifest?.dependencies.has(name) === true || manifest?.devDependencies.has(name) === true
}

const unknown = (why: string): Output => ({ kind: 'unknown', why })

function paths({ evidence }: ProgramTask, cwd: string, folders: readonly string[]): Output {
  const made = folders.flatMap((folder) => {
    const path = resolvePath(cwd, folder)
    return path === undefined ? [] : [{ path, isFolder: true, evidence }]
  })
  return { kind: 'paths', paths: made }
}
