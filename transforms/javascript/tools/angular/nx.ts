import { stringIn } from '../../manifest.ts'
import { hasFile, readJson, type StageView } from '../../stage-view.ts'
import type { ProgramTask } from '../../task.ts'
import { angularFolder, angularOutput } from './angular-output.ts'
import { angularServer } from './angular.ts'
import {
  targetIn,
  valueFlags,
  type Json,
  type Target,
  type Workspace,
} from './angular-workspace.ts'
import { firstWord, flagOf, wordsOf, type ToolCall } from '../call.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'
import type { SiteOutput, Tool, ToolServer } from '../tool.ts'
import { hindrance } from '../tool-server.ts'
import { viteConfig } from '../vite/vite-config.ts'
import { siteOf } from '../vite/vite-site.ts'
import { baseName, folderOf, isRecord, resolvePath } from '../../../../src/transform.ts'

/** Nx: `nx build shop`, `nx run shop:build:production`; the target's executor says which tool does it. */
export const nx: Tool = {
  name: 'nx',
  title: 'Nx',
  programs: ['nx'],
  development: ['serve', 'dev'],
  writes: (call) => (verbOf(call.task) === 'build' ? written(call) : undefined),
  site: (call) => (verbOf(call.task) === 'build' ? site(call) : undefined),
  devServer: (call) => (verbOf(call.task) === 'serve' ? serve(call) : undefined),
  publicVariables: () => ['NX_', 'NX_PUBLIC_', 'VITE_', 'REACT_APP_', 'NG_APP_'],
  source: 'https://nx.dev/nx-api/nx/documents/run',
}

/** The target that a task runs: 'build' of `nx run shop:build`. */
function verbOf(task: ProgramTask): string | undefined {
  const [first, second] = wordsOf(task, valueFlags)
  return first === 'run' ? second?.split(':')[1] : first
}

function builtTarget(call: ToolCall): Target | string {
  const workspace = readNx(call)
  return workspace === undefined
    ? 'nx.json is not in the build context'
    : targetOf(workspace, call, 'build')
}

const outputPathOf = (call: ToolCall, { options }: Target) =>
  flagOf(call, ['--output-path', '--outputPath']) ?? stringIn({ ...options }, 'outputPath')

/** `outputPath` of the target, which all of Nx's own executors take: https://nx.dev/nx-api/js/executors/tsc#outputpath */
function written(call: ToolCall): Output {
  const target = builtTarget(call)
  if (typeof target === 'string') return unknownOutput(target)
  const { builder, workspace } = target
  if (/^@(nx|nrwl)\/angular:|^@angular/.test(builder)) return angularFolder(call, target)
  const path = outputPathOf(call, target)?.replace(/^\{workspaceRoot\}\//, '')
  if (path !== undefined && /^@(nx|nrwl)\//.test(builder) && !path.includes('{'))
    return madeFolders({ ...call, cwd: workspace.root }, path)
  const own = site(call)
  return own.kind === 'site' ? madeFolders(call, own.folder) : own
}

function site(call: ToolCall): SiteOutput {
  const target = builtTarget(call)
  if (typeof target === 'string') return unknownOutput(target)
  const { builder, options, project } = target
  if (/^@(nx|nrwl)\/angular:|^@angular/.test(builder)) return angularOutput(call, target)
  const outputPath = outputPathOf(call, target)
  if (/^@(nx|nrwl)\/vite:build$/.test(builder)) return viteOutput(call, target, outputPath)
  const hasPage = typeof options['index'] === 'string' || builder.startsWith('@nrwl/web:')
  if (!/:(webpack|build|rspack)$/.test(builder) || !hasPage)
    return unknownOutput(`what the executor ${builder} of "${project}" writes is not known`)
  const folder = resolvePath(target.workspace.root, outputPath ?? `dist/${folderIn(target)}`)
  return folder === undefined
    ? unknownOutput('where nx writes is not known')
    : plainSite(call, folder)
}

/** `outputPath` of the target is relative to the workspace; vite.config's own to the project. https://nx.dev/nx-api/vite/executors/build */
function viteOutput(call: ToolCall, target: Target, outputPath: string | undefined): SiteOutput {
  const { root } = target.workspace
  const folder = outputPath === undefined ? undefined : resolvePath(root, outputPath)
  const inner = {
    ...call,
    cwd: resolvePath(root, folderIn(target)) ?? root,
    task: { ...call.task, args: ['build'] },
  }
  const config = viteConfig(inner, 'build')
  if (config === undefined) return unknownOutput("vite.config can't be read")
  const own = siteOf(inner, config)
  return folder === undefined || own.kind === 'unknown' ? own : { ...own, folder }
}

function serve(call: ToolCall): ToolServer {
  const label = 'nx serve'
  const workspace = readNx(call)
  if (workspace === undefined)
    return { ...hindrance('other', 'nx.json is not in the build context'), label }
  const target = targetOf(workspace, call, 'serve')
  if (typeof target === 'string') return { ...hindrance('other', target), label }
  return /angular/.test(target.builder)
    ? angularServer(call, target, label)
    : { ...hindrance('other', `what the executor ${target.builder} serves can't be told`), label }
}

function targetOf(workspace: Workspace, call: ToolCall, name: string): Target | string {
  const words = wordsOf(call.task, valueFlags)
  const [project, , configuration] = (words[1] ?? '').split(':')
  const isRun = firstWord(call.task) === 'run'
  const word = isRun ? [project, name, configuration].join(':').replace(/:$/, '') : words[1]
  return targetIn(workspace, call, name, word)
}

/** nx.json's folder with every project.json below it, or the projects of workspace.json. */
function readNx(call: ToolCall): Workspace | undefined {
  const { cwd, view } = call
  for (let folder = cwd; ; folder = folderOf(folder)) {
    if (hasFile(view, resolvePath(folder, 'nx.json') ?? '')) return workspaceIn(folder, view)
    if (folder === '/') return undefined
  }
}

function workspaceIn(root: string, view: StageView): Workspace {
  const at = view.contextPath(root) ?? ''
  const prefix = at === '' || at === '.' ? '' : `${at}/`
  const projects = view.project
    .files(prefix.replace(/\/$/, ''))
    .filter((file) => baseName(file) === 'project.json' && !file.includes('node_modules/'))
    .flatMap((file): [string, Json][] => {
      const json = view.project.json(file)
      if (!isRecord(json)) return []
      const place = folderOf(file).slice(prefix.length)
      return [[stringIn(json, 'name') ?? baseName(place), { root: place, ...json }]]
    })
  const nxJson = readJson(view, resolvePath(root, 'nx.json') ?? '')
  const defaultProject = isRecord(nxJson) ? stringIn(nxJson, 'defaultProject') : undefined
  return { root, name: 'project.json', projects: new Map(projects), defaultProject }
}

const folderIn = ({ workspace, project }: Target): string => {
  const root = workspace.projects.get(project)?.['root']
  return typeof root === 'string' ? root : project
}

const plainSite = (call: ToolCall, folder: string): SiteOutput => ({
  kind: 'site',
  folder,
  evidence: call.evidence,
  hashed: undefined,
  notFoundPage: undefined,
})
