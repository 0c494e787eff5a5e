import type { Process, StageFacts } from '../../../src/transform.ts'
import { readManifest } from '../../javascript/manifest.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { isProgram, tasksIn, type ProgramTask, type Task } from '../../javascript/task.ts'
import { globalPackages, readWorks, type Work } from '../../javascript/work.ts'
import { readExpressSite } from './express-site.ts'
import { fileServers } from '../../javascript/tools/servers/index.ts'
import { exposedPorts } from './exposed-ports.ts'
import {
  plainFiles,
  type Serving,
  type Unrepeatable,
} from '../../javascript/tools/servers/serving.ts'
import type { Tool } from '../../javascript/tools/tool.ts'
import { toolServerOf, type StartedServer } from '../../javascript/tools/index.ts'

/** What the start command comes down to: one server of files, and what runs before it. */
export interface StartServer {
  readonly view: StageView
  readonly works: readonly Work[]
  readonly task: ProgramTask
  readonly serving: Serving | Unrepeatable
  /** Whose development or preview server it is. */
  readonly tool: Tool | undefined
  /** PORT says where it listens when the container starts; the port of `serving` is the one without it. */
  readonly takesPort: boolean
  /** Tasks of the start command that are not the server. */
  readonly others: readonly Task[]
}

/** What processes come down to. */
export type Started = Pick<StartServer, 'task' | 'serving' | 'tool' | 'others' | 'works'>

/** Finds the server among the processes of a start command; undefined where there is none, several, or one that does more than serve files. */
export function serverAmong(
  processes: readonly Process[],
  view: StageView,
  stage: StageFacts,
): Started | undefined {
  const tasks = tasksIn(processes, view)
  const works = readWorks(view)
  const found = tasks.flatMap((task) => {
    const server = isProgram(task) ? serverOf(task, view, works, stage) : undefined
    return server === undefined || !isProgram(task) ? [] : [{ task, ...server }]
  })
  const [server] = found
  if (server === undefined || found.length > 1) return undefined
  const others = tasks.filter((task) => task !== server.task && !isIdle(task))
  return { works, others, ...server }
}

/** Words that do nothing beside a server: runners whose own tasks follow them, and what only prints or waits. */
function isIdle(task: Task): boolean {
  return (
    task.kind === 'program' &&
    task.command.redirects.every(({ operator }) => !operator.includes('>') || operator === '>&') &&
    !task.command.redirects.some(writesFile) &&
    (task.isStarter ||
      /^(cd|echo|printf|set|exec|sleep|true|:|export|date|ls|pwd)$/.test(task.name))
  )
}

/** `echo "window.env = ..." > dist/env.js`: configuration that only run time knows. */
const writesFile = ({ operator, target }: ProgramTask['command']['redirects'][number]) =>
  operator.includes('>') && (target === undefined || !/^(&?\d+|-|\/dev\/.*)$/.test(target))

function serverOf(
  task: ProgramTask,
  view: StageView,
  works: readonly Work[],
  stage: StageFacts,
): Pick<StartServer, 'serving' | 'tool'> | undefined {
  const { name, cwd } = task
  const started = toolServerOf(task, view)
  if (started !== undefined) return { tool: started.tool, serving: servingOf(started, task, view) }
  const exposed = exposedPorts(stage)
  const variable = (key: string) =>
    task.command.assignments.has(key) ? task.command.assignments.get(key) : view.env(key)
  for (const row of fileServers.filter(({ programs }) => programs.includes(name))) {
    const version = versionOf(row.package ?? row.programs[0] ?? name, cwd, view, works)
    const serving = row.read({ task, view, variable, exposed, version })
    if (serving !== undefined) return { tool: undefined, serving }
  }
  const site = readExpressSite(task, view, versionOf('express', cwd, view, works))
  return site === undefined ? undefined : { tool: undefined, serving: site }
}

function servingOf(
  { server, tool, by }: StartedServer,
  task: ProgramTask,
  view: StageView,
): Serving | Unrepeatable {
  if (server.kind === 'unreadable') {
    const { label, why, evidence, cause } = server
    return { label, why, evidence, cause: cause === 'proxy' ? 'proxy' : 'options' }
  }
  const { label, port, basePath, fallback, proxies, folder, headers } = server
  const { cwd, evidence } = task
  const cleanUrls = server.cleanUrls ?? (tool.name === 'vite' && hasMorePages(cwd, view))
  return {
    ...plainFiles,
    ...{ label, by, port, folder, basePath, fallback, proxies, headers, cwd, evidence },
    cleanUrls,
    // Servers that know pages by their names answer a folder's page at once; others send the browser there.
    folders: server.cleanUrls === true ? 'index' : 'redirect',
  }
}

/** Vite's servers look for `admin.html` before they give `/admin` to the application: pages beside index.html show. */
function hasMorePages(cwd: string | undefined, { contextPath, project }: StageView): boolean {
  const folders = [cwd ?? '/', `${cwd === '/' ? '' : (cwd ?? '')}/public`]
  return folders.some((folder) => {
    const path = contextPath(folder)
    const names = path === undefined ? [] : project.list(path)
    return names.some((name) => name.endsWith('.html') && name !== 'index.html')
  })
}

/** `npm install -g serve@14`, or the version in package.json. */
function versionOf(
  name: string,
  cwd: string | undefined,
  view: StageView,
  works: readonly Work[],
): string | undefined {
  const global = globalPackages(works).find((spec) => spec.replace(/(?<=.)@[^@]*$/, '') === name)
  const pinned = global === undefined ? undefined : /(?<=.)@(\d[^@]*)$/.exec(global)?.[1]
  if (pinned !== undefined || global !== undefined) return pinned
  const path =
    cwd === undefined ? undefined : view.contextPath(`${cwd === '/' ? '' : cwd}/package.json`)
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  return manifest?.dependencies.get(name) ?? manifest?.devDependencies.get(name)
}
