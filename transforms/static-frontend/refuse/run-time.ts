import {
  assignmentsOf,
  baseName,
  folderOf,
  refuse,
  type Facts,
  type Refusal,
  type Usage,
} from '../../../src/transform.ts'
import { startLine } from '../../javascript/start-line.ts'
import { isProgram, type Task } from '../../javascript/task.ts'
import { buildOf, buildsOf } from '../site/site-build.ts'
import type { StartServer } from '../site/start-server.ts'
import type { Site } from '../app.ts'

const code = 'run-time-configuration'

/** Work that the start command does before it serves: nginx would not do it. */
export function refuseWorkAtStart(facts: Facts, server: StartServer): Refusal | undefined {
  const line = startLine(facts)
  for (const task of server.others) {
    if (task.kind === 'manager') continue
    if (isProgram(task) && buildOf(task, server) !== undefined)
      return refuse(
        code,
        `Line ${line} builds the site when the container starts (\`${wordsOf(task)}\`), with the variables of that moment. Build it in a RUN.`,
        line,
      )
    if (
      isProgram(task) &&
      isForDevelopment(task.name) &&
      'by' in server.serving &&
      server.serving.by === 'development-server'
    )
      continue
    if (isBeside(facts))
      return refuse(
        'static-site',
        `Line ${line} starts \`${wordsOf(task)}\` beside \`${server.serving.label}\`, which serves the site. An image of nginx runs no other program: give each an image of its own.`,
        line,
      )
    return refuse(
      code,
      `Line ${line} runs \`${wordsOf(task)}\` before the site is served, which a web server would not do. Do it in a RUN; what only run time knows has to be written by an entrypoint of its own.`,
      line,
    )
  }
  return undefined
}

/** Whether the start command starts several programs at once: `npm run api & npm run site`, `concurrently`, `npm-run-all --parallel`. */
const isBeside = ({ start }: Facts): boolean =>
  start?.processes.some(
    ({ name, args, link }) =>
      link?.operator === '&' ||
      /^(concurrently|conc|run-p)$/.test(name ?? '') ||
      (/^npm-run-all2?$/.test(name ?? '') &&
        args.some((arg) => arg === '-p' || arg === '--parallel')),
  ) === true

/** Watchers and compilers that stand beside a development server: its build does their work. */
const isForDevelopment = (name: string) =>
  /^(node-sass|sass|tailwindcss|tailwind|postcss|tsc|eslint|rimraf|rm|mkdir|cp|cpx|ngcc|wait-on|concurrently|run-p|npm-run-all|npm-run-all2|graphql-codegen|gulp|sleep)$/.test(
    name,
  )

/**
 * Variables that only run time sets, of a server that reads them then: a development server puts them into the site, a preview into what its
 * configuration says. Files that a RUN built before have none of them today.
 */
export function refuseRunTimeVariables(site: Site): Refusal | undefined {
  const { facts, server, serving } = site
  const line = startLine(facts)
  const isDevelopment = serving.by === 'development-server'
  if (!isDevelopment && serving.by !== 'preview') return undefined
  const isPublic = publicNames(site, isDevelopment)
  for (const usage of facts.project.usages()) {
    for (const { names, what } of variablesOf(usage, site)) {
      const name = names.find(isPublic)
      if (name !== undefined)
        return refuse(
          code,
          `${usage.path}:${usage.line} sets ${name}${what} when the container starts; the files of a site are made before that, and would not have it. Make it a build argument.`,
        )
    }
    const unseen = isDevelopment ? usage.envFiles.find((file) => isUnseen(file, site)) : undefined
    if (unseen !== undefined)
      return refuse(
        code,
        `${usage.path}:${usage.line} hands ${unseen.path} to the container, which is not there to be read: what it sets for the site would be lost. Hand it to the build.`,
      )
  }
  const assigned = [...server.task.command.assignments.keys()].find(
    (item) =>
      isPublic(item) &&
      !buildsOf(server).some(({ task }) => task.command.assignments.has(item)) &&
      site.added?.build.task.command.assignments.has(item) !== true,
  )
  if (assigned !== undefined)
    return refuse(
      code,
      `Line ${line} sets ${assigned} when the container starts; the files of a site are made before that, and would not have it. Set it above the build.`,
      line,
    )
  return isDevelopment ? lateVariable(site, isPublic) : undefined
}

/** An ENV below the build. */
function lateVariable(
  { facts, server, added }: Site,
  isPublic: (name: string) => boolean,
): Refusal | undefined {
  const last = Math.max(-1, ...buildsOf(server).map(({ work }) => work?.command.step.index ?? -1))
  if (added !== undefined || last < 0) return undefined
  for (const { instruction, index } of facts.final.steps) {
    if (instruction.keyword !== 'ENV' || index < last) continue
    const late = assignmentsOf(instruction).find(({ name }) => isPublic(name))
    if (late !== undefined)
      return refuse(
        code,
        `Line ${instruction.line} sets ${late.name} below the build, which writes it into the files: they would not have it. Move the line above the build.`,
        instruction.line,
      )
  }
  return undefined
}

type EnvFile = Usage['envFiles'][number]

/** What compose sets, by itself and by the files that it names. */
function variablesOf({ environment, envFiles }: Usage, site: Site) {
  const files = envFiles.flatMap((file) =>
    file.names === undefined || isReadByBuild(file, site)
      ? []
      : [{ names: file.names, what: ` (${file.path})` }],
  )
  return [{ names: environment, what: '' }, ...files]
}

/** A .env file of the application, which its tool reads itself, for the build too. */
function isReadByBuild({ path }: EnvFile, { facts, server, serving }: Site): boolean {
  const place = facts.imagePath(path)
  return (
    server.tool !== undefined &&
    /^\.env(\.local|\.production|\.production\.local)?$/.test(baseName(path)) &&
    !facts.project.isIgnored(path) &&
    place !== undefined &&
    folderOf(place) === serving.cwd
  )
}

const isUnseen = (file: EnvFile, site: Site) =>
  file.names === undefined && !isReadByBuild(file, site)

function publicNames(
  { server, tool, serving }: Site,
  isDevelopment: boolean,
): (name: string) => boolean {
  const cwd = serving.cwd ?? '/'
  const tools = [server.tool, tool].flatMap((item) => item ?? [])
  const prefixes = new Set(tools.flatMap((item) => item.publicVariables?.(cwd, server.view) ?? []))
  return (name) =>
    isDevelopment ? [...prefixes].some((prefix) => name.startsWith(prefix)) : prefixes.has(name)
}

const wordsOf = (task: Task) =>
  task.kind === 'program'
    ? [task.name, ...task.args].map((word) => word ?? '…').join(' ')
    : task.kind === 'manager'
      ? task.manager.program
      : task.why
