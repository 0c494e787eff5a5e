import {
  type Copy,
  dropLinks,
  isWithin,
  variablesIn,
  type Instruction,
  type Placement,
  type Rewrite,
  type RunCommand,
  type ShellLink,
} from '../../../src/transform.ts'
import type { Work } from '../../javascript/work.ts'
import { programsOfPackage } from '../../javascript/programs.ts'
import { namedByLabels } from './changed-lines.ts'
import { portLine } from './runtime-lines.ts'
import { buildsOf, touches } from '../site/site-build.ts'
import type { Site } from '../app.ts'

/** Where the author's instructions go once nginx serves the site. */
export interface Places {
  readonly placeInstruction: (instruction: Instruction) => Placement | 'nowhere' | undefined
  /** RUNs of the builder without what was for the server. */
  readonly rewrites: readonly Rewrite[]
  /** The last instruction of the builder: what follows the build stands there. */
  readonly last: Instruction
  /** False where nothing but COPY makes the site. */
  readonly isBuilt: boolean
}

/** The builder keeps what comes before the site is there; what the Node server needed is gone with it. */
export function placeSite(site: Site): Places {
  const { facts, server } = site
  const { steps, copies } = facts.final
  const lost = new Set(
    server.works
      .filter((work) => isForServer(work, site) || isForImage(work, site))
      .map(({ command }) => command),
  )
  const rewrites: Rewrite[] = []
  const gone = new Set<Instruction>()
  const end = lastIndex(site)
  for (const { instruction, index } of steps) {
    const works = server.works.filter(({ command }) => command.step.instruction === instruction)
    if (instruction.keyword === 'RUN') {
      const idle = works.filter(({ command }) => lost.has(command))
      if (index > end || (works.length > 0 && idle.length === works.length)) gone.add(instruction)
      else if (idle.length > 0) rewrites.push(...without(instruction, idle))
    }
    if (index > end && /^(COPY|ADD)$/.test(instruction.keyword)) gone.add(instruction)
  }
  const named = namedByLabels(facts)
  const port = portLine(site)
  const isReadInBuild = steps.some(
    ({ instruction }) =>
      /^(RUN|ENV|ARG|COPY|ADD|WORKDIR)$/.test(instruction.keyword) &&
      variablesIn(instruction.body.text).includes('PORT'),
  )
  const placeInstruction = (instruction: Instruction): Placement | 'nowhere' | undefined => {
    switch (instruction.keyword) {
      case 'RUN':
      case 'COPY':
      case 'ADD':
        return gone.has(instruction) ? 'nowhere' : 'build'
      case 'ENV':
      case 'ARG':
        if (named.has(instruction)) return 'both'
        return instruction === port ? (isReadInBuild ? 'both' : 'run') : 'build'
      case 'WORKDIR':
      case 'USER':
      case 'SHELL':
        return 'build'
      case 'CMD':
      case 'ENTRYPOINT':
      case 'VOLUME':
      case 'STOPSIGNAL':
        return 'nowhere'
      default:
        return undefined
    }
  }
  const last = steps.findLast(
    ({ instruction, index }) =>
      index <= end && /^(RUN|COPY|ADD)$/.test(instruction.keyword) && !gone.has(instruction),
  )
  const isBuilt = steps.some(
    ({ instruction, index }) =>
      instruction.keyword === 'RUN' &&
      index <= end &&
      !gone.has(instruction) &&
      !isSetup(instruction, site),
  )
  return {
    placeInstruction,
    rewrites,
    isBuilt,
    last: last?.instruction ?? copies[0]?.step.instruction ?? facts.final.stage.from,
  }
}

/** The position of the last instruction that the site's files depend on. */
function lastIndex({ facts, server, folder, added }: Site): number {
  const { steps, copies } = facts.final
  const builds = buildsOf(server).map(({ work }) => work?.command.step.index ?? -1)
  const works = server.works.flatMap(({ isNode, command, makes, unknownOutput, tasks }) => {
    const isInstall = tasks.every((task) => task.kind === 'manager')
    const fills = makes.some(({ path }) => touches(path, folder)) || unknownOutput !== undefined
    return (isNode && !isInstall) || fills || (isInstall && isNode && added !== undefined)
      ? [command.step.index]
      : []
  })
  const files = copies
    .filter((copy) => added !== undefined || fills(copy, folder))
    .map(({ step }) => step.index)
  const unread = facts.final.unreadable.map(({ index }) => index)
  const all = [...builds, ...works, ...files, ...unread]
  return all.length === 0 ? steps.length : Math.max(...all)
}

/** What is not a path of the context (another image's, an address, a here-document, an archive) may be anything below its destination. */
const fills = ({ paths, destination, from, isRemote, hasHeredoc, unpacks }: Copy, folder: string) =>
  paths.some(({ target, isFolder }) =>
    isFolder ? touches(target, folder) : isWithin(target, folder),
  ) ||
  ((from !== undefined || isRemote || hasHeredoc || unpacks) &&
    destination !== undefined &&
    touches(destination, folder))

/** `npm prune --omit=dev` behind the build: it made the image smaller, which no longer has these packages at all. */
const isForImage = ({ tasks, command }: Work, { server, added }: Site): boolean =>
  added === undefined &&
  tasks.length > 0 &&
  tasks.every((task) => task.kind === 'manager' && task.call.kind === 'prune') &&
  buildsOf(server).every(({ work }) => isBefore(work?.command, command))

const isBefore = (first: RunCommand | undefined, second: RunCommand) =>
  first !== undefined &&
  (first.step.index < second.step.index ||
    (first.step.index === second.step.index && first.linkIndex < second.linkIndex))

/** `npm install -g serve`: of packages that only the start command calls. */
function isForServer({ tasks, isNode }: Work, { server, added }: Site): boolean {
  if (!isNode || tasks.length === 0) return false
  const called = new Set([
    ...(added === undefined ? [] : [added.build.task.name]),
    ...server.works.flatMap((work) =>
      work.tasks.flatMap((task) => (task.kind === 'program' ? [task.name] : [])),
    ),
  ])
  return tasks.every(
    (task) =>
      task.kind === 'manager' &&
      task.call.kind === 'global' &&
      task.call.packages.every((spec) => {
        const programs = programsOfPackage(spec)
        return (
          programs.some((name) => name === server.task.name || isServerPackage(name)) &&
          !programs.some((name) => called.has(name))
        )
      }),
  )
}

const isServerPackage = (name: string) =>
  /^(serve|http-server|pm2|sirv(-cli)?|angular-http-server|local-web-server|nodemon)$/.test(name)

function without(instruction: Instruction, works: readonly Work[]): readonly Rewrite[] {
  const links = works.flatMap(({ command }): readonly ShellLink[] =>
    command.link === undefined ? [] : [command.link],
  )
  const text = dropLinks(instruction, links)
  return text === undefined ? [] : [{ instruction, text: text.replace(/\r?\n$/, '') }]
}

/** A RUN that makes nothing of the site: system packages, users, folders elsewhere, installs into node_modules. */
function isSetup(instruction: Instruction, { server, folder }: Site): boolean {
  const works = server.works.filter(({ command }) => command.step.instruction === instruction)
  return (
    works.length > 0 &&
    works.every(
      ({ tasks, isNode, makes, unknownOutput }) =>
        unknownOutput === undefined &&
        !makes.some(({ path }) => touches(path, folder)) &&
        (!isNode ||
          tasks.every(
            (task) =>
              task.kind === 'manager' &&
              (task.call.kind === 'global' || !touches(task.cwd, folder)),
          )),
    )
  )
}
