import type { StageView } from '../stage-view.ts'
import type { ManagerTask, ProgramTask, Task } from '../task.ts'
import { callOf, type ToolCall } from './call.ts'
import { tools } from './list.ts'
import { madeFolders, nothing, unknownOutput, type Output } from './output.ts'
import { plainOutput, withRedirects } from './plain-commands.ts'
import type { RunTime } from './run-time.ts'
import { scriptOutput, scriptRuntimes } from './script-output.ts'
import { fileServerFolder } from './servers/index.ts'
import { developerProgram } from './servers/developer-programs.ts'
import type { SiteOutput, Tool, ToolServer } from './tool.ts'

const byProgram = new Map<string, readonly Tool[]>()
for (const tool of tools)
  for (const name of tool.programs) byProgram.set(name, [...(byProgram.get(name) ?? []), tool])

const toolsOf = ({ name }: Pick<ProgramTask, 'name'>): readonly Tool[] => byProgram.get(name) ?? []

/** Programs of tools that build. */
export const isBuildTool = (name: string): boolean =>
  byProgram.get(name)?.some(({ writes, site }) => (writes ?? site) !== undefined) === true

/** The first answer of the tools that a task may be. Where the folder that it runs in is not known, `lost` is the answer of the tool that has it. */
function ask<T>(
  task: ProgramTask,
  view: StageView,
  mode: 'development' | 'production',
  question: (tool: Tool, call: ToolCall) => T | undefined,
  lost: T,
): { readonly tool: Tool; readonly answer: T } | undefined {
  for (const tool of toolsOf(task)) {
    const answer = question(tool, callOf(task, task.cwd ?? '/', view, mode, tool))
    if (answer !== undefined) return { tool, answer: task.cwd === undefined ? lost : answer }
  }
  return undefined
}

/** Where a task of a build writes. */
export function outputOf(task: Task, view: StageView): Output {
  if (task.kind === 'unknown') return unknownOutput(task.why)
  if (task.kind === 'manager') return writtenByManager(task)
  if (task.isStarter) return nothing
  const { name, args } = task
  if (scriptRuntimes.includes(name)) return withRedirects(scriptOutput(task, view), task)
  const lost = unknownOutput(`the folder that ${name} runs in is not known`)
  const made = ask<Output>(task, view, 'production', writesOf, lost)
  if (made !== undefined) return withRedirects(made.answer, task)
  if (!isBuildTool(name)) return plainOutput(task)
  const [first] = args
  return /^(sync|check|info|telemetry|lint|test|typegen|prepare)$/.test(first ?? '')
    ? nothing
    : unknownOutput(`what ${name} ${first ?? ''} writes is not known`)
}

/** Packages are no output; a package that is deployed is. */
function writtenByManager({ call, cwd, evidence }: ManagerTask): Output {
  if (call.kind !== 'deploy') return nothing
  return cwd === undefined
    ? unknownOutput('the folder that pnpm deploy runs in is not known')
    : madeFolders({ cwd, evidence }, call.target)
}

/** What a tool says itself, or else the folder of the site that it builds. */
function writesOf(tool: Tool, call: ToolCall): Output | undefined {
  const own = tool.writes?.(call)
  if (own !== undefined) return own
  const site = tool.site?.(call)
  return site?.kind === 'site'
    ? {
        kind: 'paths',
        paths: [{ path: site.folder, isFolder: true, evidence: site.evidence }],
      }
    : site
}

/** The site that a task builds, and by which tool; undefined where it builds none. */
export function siteOf(
  task: ProgramTask,
  view: StageView,
): { readonly tool: Tool; readonly output: SiteOutput } | undefined {
  const lost = unknownOutput(`the folder that ${task.name} runs in is not known`)
  const found = ask<SiteOutput>(task, view, 'production', (tool, call) => tool.site?.(call), lost)
  return found === undefined ? undefined : { tool: found.tool, output: found.answer }
}

/** What ends the build that a task runs, and not the development server of the same tool; undefined where nothing of that kind is known. */
export const buildFailsOn = (task: ProgramTask, view: StageView): string | undefined =>
  ask<string | undefined>(
    task,
    view,
    'production',
    (tool, call) => (tool.site?.(call) === undefined ? undefined : tool.buildFailsOn?.(call)),
    undefined,
  )?.answer

export interface StartedServer {
  readonly tool: Tool
  readonly server: ToolServer
  readonly by: 'development-server' | 'preview'
}

/** The server of a tool that a task starts. */
export function toolServerOf(task: ProgramTask, view: StageView): StartedServer | undefined {
  const lost: ToolServer = {
    kind: 'unreadable',
    label: task.name,
    cause: 'other',
    why: 'the folder that it runs in is not known',
    evidence: undefined,
  }
  for (const by of ['development-server', 'preview'] as const) {
    const mode = by === 'preview' ? 'production' : 'development'
    const question = (tool: Tool, call: ToolCall) =>
      by === 'preview' ? tool.preview?.(call) : tool.devServer?.(call)
    const found = ask<ToolServer>(task, view, mode, question, lost)
    if (found !== undefined) return { tool: found.tool, server: found.answer, by }
  }
  return undefined
}

/** What a start command runs that is no production program: 'nodemon', 'next dev'; undefined for others. */
export const devServerOf = (task: Pick<ProgramTask, 'name' | 'args'>): string | undefined =>
  developerProgram(
    task,
    toolsOf(task).flatMap(({ development }) => development ?? []),
  )

/** The folder that a static file server hands out, by whatever name it goes; undefined where the program is none. */
export function staticServer(
  task: ProgramTask,
  view: StageView,
): { readonly folder: string | undefined } | undefined {
  const own = fileServerFolder(task)
  if (own !== undefined) return own
  const found = ask<ToolServer | undefined>(
    task,
    view,
    'production',
    (tool, call) => tool.preview?.(call),
    undefined,
  )
  if (found === undefined) return undefined
  return { folder: found.answer?.kind === 'server' ? found.answer.folder : undefined }
}

const runTimes = tools.flatMap(({ runs }) => runs ?? [])

/** What the tool needs whose program a start command runs. */
export function startedRunTime({ name, args }: ProgramTask): RunTime | undefined {
  const first = args.find((arg) => arg === undefined || !arg.startsWith('-')) ?? ''
  return runTimes.find(
    (row) => row.programs?.includes(name) === true && (row.subcommands?.includes(first) ?? true),
  )
}

/** What the server needs that node is started with, where a framework's build made it. */
export function bundledRunTime(
  entry: string,
  builders: ReadonlySet<string>,
  root: string,
): RunTime | undefined {
  const below = root === '/' ? entry : entry.slice(root.length)
  return runTimes.find(
    ({ servers, builtBy }) =>
      servers?.some((folder) => below === `/${folder}` || below.startsWith(`/${folder}/`)) ===
        true && builtBy?.some((name) => builders.has(name)) === true,
  )
}
