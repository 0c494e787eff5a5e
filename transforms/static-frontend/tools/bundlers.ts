import { folderOf, resolvePath } from '../../../src/transform.ts'
import { flagValue } from '../../javascript/builders/output.ts'
import { optionOf, textOf } from '../../javascript/config/value.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { FrontendTool, SiteOutput } from '../tool.ts'
import { callOf, flagOf, hasFlag, readConfigAt, readToolConfig, type ToolCall } from './call.ts'
import { pageFolder } from './page-folder.ts'

/** Rollup, as Svelte's older template has it: `public/build/bundle.js` beside the author's `public/index.html`. https://rollupjs.org/configuration-options/ */
export const rollup: FrontendTool = {
  name: 'rollup',
  title: 'Rollup',
  programs: ['rollup'],
  build: (task, view) => (isWatch(task) ? undefined : bundle(task, view, rollupTargets)),
  publicVariables: () => [],
  source: 'https://rollupjs.org/configuration-options/',
}

/** esbuild and browserify, their output named by flags. https://esbuild.github.io/api/#outfile */
export const esbuild: FrontendTool = {
  name: 'esbuild',
  title: 'esbuild',
  programs: ['esbuild', 'browserify'],
  build: (task, view) => (isWatch(task) ? undefined : bundle(task, view, () => [])),
  publicVariables: () => [],
  source: 'https://esbuild.github.io/api/',
}

const isWatch = ({ args }: ProgramTask) =>
  args.some((arg) => arg !== undefined && /^(-w|--watch|--servedir|--serve)(=|$)/.test(arg))

/** The site is the folder of the author's page that the bundle goes to; other bundles are none. */
function bundle(
  task: ProgramTask,
  view: StageView,
  configured: (call: ToolCall) => readonly string[],
): SiteOutput | undefined {
  const call = callOf(task, view, 'production')
  if (call === undefined) return undefined
  const folder = flagValue(task.args, ['--outdir', '-d', '--dir'])
  const file = flagValue(task.args, ['--outfile', '-o', '--file'])
  const named = [
    ...(folder === undefined ? [] : [folder]),
    ...(file === undefined ? [] : [folderOf(file)]),
  ]
  const targets = named.length > 0 ? named : configured(call)
  const pages = targets.flatMap((target) => {
    const place = resolvePath(call.cwd, target)
    return (place === undefined ? undefined : pageFolder(call, place)) ?? []
  })
  const [page] = pages
  return page === undefined
    ? undefined
    : {
        kind: 'site',
        folder: page,
        evidence: call.evidence,
        hashed: undefined,
        notFoundPage: undefined,
      }
}

function rollupTargets(call: ToolCall): readonly string[] {
  const named = flagOf(call, ['-c', '--config'])
  const isFile = named !== undefined && /\.[mc]?[jt]s$/.test(named)
  const path = isFile ? resolvePath(call.cwd, named) : undefined
  const file =
    path !== undefined
      ? readConfigAt(call, path)
      : hasFlag(call, ['-c', '--config'])
        ? readToolConfig(call, call.cwd, ['rollup.config'])
        : undefined
  const value = file?.value
  const configs = value?.kind === 'list' ? value.items : value === undefined ? [] : [value]
  return configs.flatMap((config) => {
    const output = optionOf(config, ['output'])
    const outputs =
      output.kind !== 'set'
        ? []
        : output.value.kind === 'list'
          ? output.value.items
          : [output.value]
    return outputs.flatMap((item) => {
      const dir = optionOf(item, ['dir'])
      const name = optionOf(item, ['file'])
      const folder = dir.kind === 'set' ? textOf(dir.value) : undefined
      const text = name.kind === 'set' ? textOf(name.value) : undefined
      return folder ?? (text === undefined ? [] : folderOf(text))
    })
  })
}
