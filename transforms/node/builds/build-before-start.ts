import {
  execText,
  lineEvidence,
  parseScript,
  resolvePath,
  type Facts,
  type Instruction,
  type Revision,
  type ShellLink,
} from '../../../src/transform.ts'
import { outputOf } from '../../javascript/tools/index.ts'
import { scriptsOf } from '../../javascript/manifest.ts'
import { readManagerCall, startedBy } from '../../javascript/package-managers/index.ts'
import { readStart } from '../../javascript/start.ts'
import { readJson, viewOf, type StageView } from '../../javascript/stage-view.ts'
import { isProgram, type Task } from '../../javascript/task.ts'
import { textTasks } from '../../javascript/tasks.ts'

// CMD npm run build && npm start                           =>  RUN npm run build, CMD npm start
// CMD ["npm", "start"] with "start": "tsc && node app.js"  =>  RUN npx tsc, CMD ["node", "app.js"]

/** Instructions that say nothing to a build. */
const aboutTheContainer = /^(EXPOSE|CMD|HEALTHCHECK|LABEL|MAINTAINER|STOPSIGNAL|VOLUME)$/

/** A start command in two: what builds, as RUNs, and what is left to start. */
interface Parts {
  readonly builds: readonly string[]
  readonly start: string
}

/** Moves the build out of a start command; undefined where the start command does anything else before it serves. */
export function buildBeforeStart(facts: Facts): Revision | undefined {
  const { start, final, overrides } = facts
  const cmd = start?.cmd
  if (cmd === undefined || start?.entrypoint !== undefined || overrides.length > 0) return undefined
  const { instructions } = final.stage
  const last = instructions.findLast(({ keyword }) => !aboutTheContainer.test(keyword))
  if (last === undefined || instructions.indexOf(last) > instructions.indexOf(cmd)) return undefined
  const view = viewOf(final, facts)
  const tasks = readStart(facts, view).tasks
  const server = tasks.at(-1)
  if (tasks.length < 2 || server === undefined || isBuild(server, view)) return undefined
  if (!tasks.slice(0, -1).every((task) => isBuild(task, view))) return undefined
  const parts = chainParts(cmd, view) ?? scriptParts(cmd, view)
  if (parts === undefined) return undefined
  const { line } = cmd
  return {
    change: {
      rule: 'split-stages',
      title: 'Build when the image is built, not when the container starts',
      why: `Line ${line} builds the program each time that a container starts, so the image needs the compiler and the sources; in a RUN it builds once, and they can stay behind.`,
      risk: 'review',
      assumption: 'The build reads nothing that only the running container has.',
      evidence: [
        lineEvidence(cmd),
        ...server.evidence.filter(({ path }) => path !== 'Dockerfile').slice(-1),
      ],
    },
    edits: [
      ...parts.builds.map((text) => ({
        kind: 'insert-after' as const,
        instruction: last,
        text: `RUN ${text}`,
      })),
      { kind: 'replace', instruction: cmd, text: `CMD ${parts.start}` },
    ],
    contract: ['Cmd'],
  }
}

/** Makes files of the project, and does nothing else. */
function isBuild(task: Task, view: StageView): boolean {
  if (!isProgram(task) || !task.isLocal) return false
  const output = outputOf(task, view)
  return output.kind === 'paths' && output.paths.length > 0
}

/** `npm run build && npm start` in shell form: each link keeps its words. */
function chainParts(cmd: Instruction, view: StageView): Parts | undefined {
  if (cmd.form !== 'shell' || cmd.heredocs.length > 0) return undefined
  const { text } = cmd.body
  const links = linksOf(text)
  if (links === undefined || links.length < 2) return undefined
  const texts = links.map((link) => text.slice(link.start, link.end))
  const builds = texts.slice(0, -1)
  const cwd = view.stage.end.workdir
  const areBuilds = builds.every((part) => {
    const tasks = textTasks(part, cwd, view, [])
    return tasks.length > 0 && tasks.every((task) => isBuild(task, view))
  })
  const start = texts.at(-1)
  return areBuilds && start !== undefined ? { builds, start } : undefined
}

/** `npm start`, whose script builds: the manager runs the build, node what is left. */
function scriptParts(cmd: Instruction, view: StageView): Parts | undefined {
  const folder = view.stage.end.workdir
  const [program, ...args] = wordsOf(cmd)
  const read = readManagerCall(program, args, false)
  if (program === undefined || read?.call.kind !== 'script' || read.folder !== undefined)
    return undefined
  const { script, args: more } = read.call
  if (more.length > 0 || folder === undefined) return undefined
  const scripts = scriptsOf(readJson(view, resolvePath(folder, 'package.json') ?? ''))
  const text = scripts.get(script)
  const links = text === undefined ? undefined : linksOf(text)
  const last = links?.at(-1)
  if (text === undefined || links === undefined || last === undefined) return undefined
  const start = staticWords(last)
  if (start?.[0] !== 'node' || scripts.has(`post${script}`)) return undefined
  const hasHook = /^(npm|yarn)$/.test(program) && scripts.has(`pre${script}`)
  const builds = links
    .slice(0, -1)
    .map((link) => asRun(text.slice(link.start, link.end), program, scripts))
  return {
    builds: [...(hasHook ? [`${program} run pre${script}`] : []), ...builds],
    start: execText(start),
  }
}

/** Of a CMD without a chain; none where a word is only known at run time. */
function wordsOf({ exec, form, body }: Instruction): readonly string[] {
  if (exec !== undefined) return exec
  const links = form === 'shell' ? linksOf(body.text) : undefined
  const [link, more] = links ?? []
  return link === undefined || more !== undefined ? [] : (staticWords(link) ?? [])
}

/** The script that says the same, or the program by the manager that finds it. */
function asRun(text: string, program: string, scripts: ReadonlyMap<string, string>): string {
  const [first = ''] = text.split(/\s/)
  if (/^(npm|npx|yarn|pnpm|bun|bunx|node)$/.test(first)) return text
  const named = [...scripts].find(([, other]) => other.trim() === text.trim())
  return named === undefined ? startedBy(program, text) : `${program} run ${named[0]}`
}

/** A chain of `&&` alone. */
function linksOf(text: string): readonly ShellLink[] | undefined {
  const links = parseScript(text)?.links
  const isChain = links?.every(
    ({ operator, kind }, i) => kind === 'simple' && (i === 0 || operator === '&&'),
  )
  return isChain === true ? links : undefined
}

function staticWords({ commands }: ShellLink): readonly string[] | undefined {
  const [command, more] = commands
  if (command === undefined || more !== undefined) return undefined
  if (command.assignments.length > 0 || command.redirects.length > 0) return undefined
  const values = command.words.map(({ value }) => value)
  return values.every((value) => value !== undefined) ? values : undefined
}
