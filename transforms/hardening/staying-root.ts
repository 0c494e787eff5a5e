import {
  effectsOf,
  isWithin,
  resolvePath,
  type Behaviour,
  type Facts,
  type Instruction,
  type Process,
  type StageFacts,
} from '../../src/transform.ts'
import { evidenceOf } from './evidence.ts'
import type { ImageUser } from './image-user.ts'
import { needOfRoot } from './privileged-programs.ts'

/** What is asked before a file gets a USER. */
export interface UserQuestion {
  readonly facts: Facts
  readonly input: Facts
  readonly behaviour: Behaviour
  readonly user: ImageUser
  /** Folders that would belong to the user. */
  readonly owned: readonly string[]
}

/** Why the program has to stay root, as the end of a sentence; undefined where nothing speaks against another user. */
export function whyRoot(question: UserQuestion): string | undefined {
  return (
    saidByAuthor(question) ??
    setByCompose(question) ??
    programs(question) ??
    lowPort(question) ??
    homeOfRoot(question) ??
    rightsOfFiles(question) ??
    question.behaviour.writesElsewhere
  )
}

/** A stage and those that it is built from, the last first. */
export function lineage(stage: StageFacts): readonly StageFacts[] {
  return stage.parent === undefined ? [stage] : [stage, ...lineage(stage.parent)]
}

function place(instruction: Instruction, input: Facts): string {
  const { line, text } = evidenceOf(instruction, input)
  return line === undefined ? `\`${text}\`` : `line ${line}`
}

/** A USER, a user that is made, or an owner that is set: the author has thought of it. */
function saidByAuthor({ facts, input }: UserQuestion): string | undefined {
  for (const stage of lineage(facts.final)) {
    const own = stage.steps.find(({ instruction }) => instruction.keyword === 'USER')
    if (own !== undefined) return `${place(own.instruction, input)} has one`
    for (const command of stage.commands) {
      const where = place(command.step.instruction, input)
      const effects = effectsOf(command) ?? []
      if (effects.some(({ kind }) => kind === 'users'))
        return `${where} makes a user, and nobody says whose it is`
      if (effects.some((effect) => effect.kind === 'changes' && effect.what === 'owner'))
        return `${where} sets owners, and nobody says for whom`
    }
    if (stage.unreadable.length > 0)
      return `${place(stage.unreadable[0]?.instruction ?? stage.stage.from, input)} can't be read`
  }
  return undefined
}

function setByCompose({ facts, owned }: UserQuestion): string | undefined {
  for (const usage of usagesOf(facts)) {
    const where = `${usage.path}:${usage.line}`
    if (usage.user !== undefined) return `${where} sets the user`
    const socket = usage.bindMounts.find(({ source }) => source.endsWith('docker.sock'))
    if (socket !== undefined) return `${where} mounts Docker's socket`
    const mount = usage.bindMounts.find(({ target }) =>
      owned.some((folder) => isWithin(folder, target) || isWithin(target, folder)),
    )
    if (mount !== undefined)
      return `${where} mounts a folder of the host over ${mount.target}, where the program writes`
  }
  return undefined
}

/** The ways in which the last stage is started by files beside the Dockerfile. */
export function usagesOf({ project, final }: Facts) {
  return project
    .usages()
    .filter(({ target }) => target === undefined || target.toLowerCase() === final.stage.name)
}

function programs({ facts, behaviour, owned, user }: UserQuestion): string | undefined {
  const { start } = facts
  if (start === undefined) return 'there is no start command, so nobody knows what it would run'
  const [open] = start.openEnds
  if (open !== undefined) return open.why
  for (const process of start.processes) {
    const why = needOfRoot(process) ?? writesOf(process, owned)
    if (why !== undefined) return `${whereOf(process)} ${why}`
    if (process.name?.startsWith('pm2') === true && user.home === undefined)
      return `${whereOf(process)} wants a home folder`
  }
  for (const { name, evidence } of behaviour.programs) {
    const why = name === '' ? 'is only known at run time' : needOfRoot({ name, args: [] })
    if (why !== undefined)
      return `${evidence.path}:${evidence.line ?? '?'} starts ${name === '' ? 'a program that' : `${name}, which`} ${why}`
  }
  return undefined
}

/** 'docker-entrypoint.sh:4 (`su-exec queue queue`)' */
function whereOf(process: Process): string {
  const from = process.via.at(-1)
  const command = `\`${process.argv.map((word) => word ?? '…').join(' ')}\``
  return from === undefined || from.path === 'Dockerfile' || from.line === undefined
    ? command
    : `${from.path}:${from.line} (${command})`
}

/** What a command of an entrypoint script does to files that would not be its user's. */
function writesOf(process: Process, owned: readonly string[]): string | undefined {
  const isFree = (path: string | undefined) =>
    path !== undefined && (isTransient(path) || owned.some((folder) => isWithin(path, folder)))
  const redirected = process.redirects
    .filter(({ operator, target }) => operator.includes('>') && !/^(&?\d|-)$/.test(target ?? ''))
    .map(({ target }) => (target === undefined ? undefined : resolvePath(process.cwd, target)))
  const changed = (effectsOf(process) ?? []).map((effect) =>
    effect.kind === 'users' ? undefined : effect.path,
  )
  const foreign = [...redirected, ...changed].filter((path) => !isFree(path))
  return foreign.length === 0 ? undefined : `writes to ${foreign[0] ?? 'a path that is not known'}`
}

/** Where everybody may write. */
export function isTransient(path: string): boolean {
  return /^\/(tmp|var\/tmp|dev|proc\/self\/fd)(\/|$)/.test(path)
}

/** Docker lets everybody open ports below 1024, containerd and Kubernetes do not (https://github.com/moby/moby/pull/41030). */
function lowPort({ facts, input, behaviour }: UserQuestion): string | undefined {
  const because = "and ports below 1024 need root outside of Docker's own defaults"
  const exposed = facts.final.config.ExposedPorts.filter((port) => isLow(Number.parseInt(port, 10)))
  if (exposed.length > 0) {
    const from = lineage(facts.final)
      .flatMap(({ steps }) => steps)
      .findLast(({ instruction }) => instruction.keyword === 'EXPOSE')
    const who = from === undefined ? 'the base image' : place(from.instruction, input)
    return `${who} exposes ${exposed.map((port) => port.replace('/tcp', '')).join(' and ')}, ${because}`
  }
  const port = behaviour.ports.find(isLow)
  if (port !== undefined) return `the program listens on port ${port}, ${because}`
  const set = [
    `PORT=${facts.final.config.Env.get('PORT') ?? ''}`,
    ...usagesOf(facts).flatMap(({ environment }) => environment),
    ...(facts.start?.argv ?? []),
  ].find((text) => isLow(Number(/^(?:\w*PORT=|-?-?p(?:ort)?[= ]|[\w.]*:)(\d+)$/.exec(text)?.[1])))
  return set === undefined ? undefined : `${set} asks for a low port, ${because}`
}

const isLow = (port: number) => port > 0 && port < 1024

/** /root is for root alone (mode 700). */
function homeOfRoot({ facts, input }: UserQuestion): string | undefined {
  const inHome = (path: string | undefined) => path !== undefined && isWithin(path, '/root')
  if (inHome(facts.final.end.workdir) || facts.final.config.Env.get('HOME') === '/root')
    return 'it is started in /root, which nobody else may enter'
  for (const { copies } of lineage(facts.final)) {
    const copy = copies.find(({ destination }) => inHome(destination))
    if (copy !== undefined)
      return `${place(copy.step.instruction, input)} copies into /root, which nobody else may enter`
  }
  const process = facts.start?.processes.find(({ name }) => name?.startsWith('/root/'))
  return process === undefined
    ? undefined
    : `${process.name} is in /root, which nobody else may enter`
}

/** Files that were made unreadable for others. */
function rightsOfFiles({ facts, input }: UserQuestion): string | undefined {
  for (const { steps, commands } of lineage(facts.final)) {
    const copy = steps.find(({ instruction }) =>
      instruction.flags.some(({ name, value }) => name === 'chmod' && isClosed(value ?? '')),
    )
    if (copy !== undefined) return `${place(copy.instruction, input)} lets root alone read a file`
    const command = commands.find(
      ({ name, args }) => name === 'chmod' && args.some((arg) => isClosed(arg ?? '')),
    )
    if (command !== undefined)
      return `${place(command.step.instruction, input)} lets root alone read a file`
  }
  return undefined
}

/** A mode that gives others nothing to read: '700', '0640', 'o-r', 'go='. */
const isClosed = (mode: string) =>
  /^[0-7]?[0-7]{2}[0-3]$|^[ugo]*o[ugo]*(-[wx]*r|=[wx]*$)/.test(mode)
