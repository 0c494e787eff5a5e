import { folderOf, outermost, resolvePath } from '../../../../src/transform.ts'
import { everyOption, type ConfigFile } from '../../config/options.ts'
import { textOf, type Option } from '../../config/value.ts'
import { flagOf, hasFlag, readConfigAt, readToolConfig, type ToolCall } from '../call.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'
import { pageFolder } from '../page-folder.ts'
import type { SiteOutput, Tool } from '../tool.ts'

/** Rollup, as Svelte's older template has it: `public/build/bundle.js` beside the author's `public/index.html`. https://rollupjs.org/configuration-options/ */
export const rollup: Tool = {
  name: 'rollup',
  title: 'Rollup',
  programs: ['rollup'],
  leavesNodeEnv: true,
  writes,
  site: (call) => (isWatch(call) ? undefined : bundledSite(call, configured(call))),
  source: 'https://rollupjs.org/command-line-interface/',
}

/** Flags first, then every output of the configuration. */
function writes(call: ToolCall): Output {
  const folder = flagOf(call, ['-d', '--dir'])
  const file = flagOf(call, ['-o', '--file'])
  const made = (options: readonly Option[], isFolder: boolean) =>
    options.flatMap((option) => {
      const text = option.kind === 'set' ? textOf(option.value) : undefined
      const path = text === undefined ? undefined : resolvePath(call.cwd, text)
      return path === undefined ? [] : [{ path, isFolder, evidence: call.evidence }]
    })
  if (folder !== undefined) return madeFolders(call, folder)
  const config = configOf(call)
  const folders = everyOption(config, ['output', 'dir'])
  const files = everyOption(config, ['output', 'file'])
  const named = [...folders, ...files].filter(({ kind }) => kind !== 'unset')
  const paths = [...made(folders, true), ...made(files, false)]
  if (file !== undefined) {
    const path = resolvePath(call.cwd, file)
    return path === undefined
      ? unknownOutput('where rollup writes is not known')
      : { kind: 'paths', paths: [{ path, isFolder: false, evidence: call.evidence }] }
  }
  return paths.length === 0 || paths.length < named.length
    ? unknownOutput('where rollup writes is not known')
    : { kind: 'paths', paths: outermost(paths) }
}

/** `-c` may stand alone or name a file. */
const isFile = (name: string | undefined) => name !== undefined && /\.[mc]?[jt]s$/.test(name)

/** The configuration that `-c` means. */
function configOf(call: ToolCall): ConfigFile | undefined {
  const named = flagOf(call, ['-c', '--config'])
  const path = named !== undefined && isFile(named) ? resolvePath(call.cwd, named) : undefined
  if (path !== undefined) return readConfigAt(call, path)
  return hasFlag(call, ['-c', '--config'])
    ? readToolConfig(call, call.cwd, ['rollup.config'])
    : undefined
}

const isWatch = (call: ToolCall) => hasFlag(call, ['-w', '--watch', '--servedir', '--serve'])

/** Folders that the configuration names. */
function configured(call: ToolCall): readonly string[] {
  const texts = (key: string) =>
    everyOption(configOf(call), ['output', key]).flatMap(
      (option) => (option.kind === 'set' ? textOf(option.value) : undefined) ?? [],
    )
  return [...texts('dir'), ...texts('file').map(folderOf)]
}

/** The site is the folder of the author's page that a bundle goes to; other bundles are none. */
export function bundledSite(
  call: ToolCall,
  configured: readonly string[] = [],
): SiteOutput | undefined {
  const folder = flagOf(call, ['--outdir', '-d', '--dir'])
  const file = flagOf(call, ['--outfile', '-o', '--file'])
  const named = [
    ...(folder === undefined ? [] : [folder]),
    ...(file === undefined ? [] : [folderOf(file)]),
  ]
  const [page] = (named.length > 0 ? named : configured).flatMap((target) => {
    const place = resolvePath(call.cwd, target)
    return (place === undefined ? undefined : pageFolder(call, place)) ?? []
  })
  const { evidence } = call
  return page === undefined
    ? undefined
    : { kind: 'site', folder: page, evidence, hashed: undefined, notFoundPage: undefined }
}
