import { foreignWrite, whereOf } from './foreign-write.ts'
import { needOfRoot } from './privileged-programs.ts'
import { homeOfRoot, lowPort, rightsOfFiles } from './root-rights.ts'
import { runBeside } from './run-beside.ts'
import { place, type UserQuestion } from './user-question.ts'
import {
  commandOf,
  demandsOf,
  effectsOf,
  isWithin,
  lineage,
  mountOver,
  placeOf,
  usagesOf,
} from '../../../src/transform.ts'

/** Why the program has to stay root, as the end of a sentence; undefined where nothing speaks against another user. */
export function whyRoot(question: UserQuestion): string | undefined {
  return (
    saidByAuthor(question) ??
    setByUsers(question) ??
    startsAsRoot(question) ??
    question.behaviour.needsRoot ??
    programs(question) ??
    runBeside(question) ??
    madeByAuthor(question) ??
    lowPort(question) ??
    homeOfRoot(question) ??
    rightsOfFiles(question) ??
    question.behaviour.writesElsewhere
  )
}

function saidByAuthor({ facts, input }: UserQuestion): string | undefined {
  const steps = lineage(facts.final).flatMap((stage) => stage.steps)
  const own = steps.find(({ instruction }) => instruction.keyword === 'USER')
  return own === undefined ? undefined : `${place(own.instruction, input)} has one`
}

/** A user that is made, or an owner that is set: the author has thought of it. */
function madeByAuthor({ facts, input }: UserQuestion): string | undefined {
  for (const { commands, unreadable } of lineage(facts.final)) {
    for (const command of commands) {
      const where = place(command.step.instruction, input)
      const effects = effectsOf(command) ?? []
      if (effects.some(({ kind }) => kind === 'users'))
        return `${where} makes a user, and nobody says whose it is`
      if (effects.some((effect) => effect.kind === 'changes' && effect.what === 'owner'))
        return `${where} sets owners, and nobody says for whom`
    }
    const [closed] = unreadable
    if (closed !== undefined) return `${place(closed.instruction, input)} can't be read`
  }
  return undefined
}

function setByUsers({ facts, owned }: UserQuestion): string | undefined {
  const { needsRoot } = demandsOf(facts)
  if (needsRoot !== undefined) return needsRoot
  for (const usage of usagesOf(facts)) {
    const mount = mountOver(usage, (target) =>
      owned.some((folder) => isWithin(folder, target) || isWithin(target, folder)),
    )
    if (mount !== undefined)
      return `${usage.path}:${usage.line} mounts a folder of the host over ${mount.target}, where the program writes`
  }
  return undefined
}

/** A start command that is written for root; asked of images, too, whose program nobody knows. */
export function startsAsRoot({
  facts,
  installs,
}: Pick<UserQuestion, 'facts' | 'installs'>): string | undefined {
  const processes = facts.start?.processes ?? []
  // An entrypoint of the base image, which nobody can read, runs what follows it.
  const behind = processes
    .filter(({ name, args }) => name?.includes('entrypoint') === true && args.length > 0)
    .map((process) => ({ process, command: commandOf(process.args, process.cwd) }))
  const all = processes.map((process) => ({ process, command: process }))
  for (const { process, command } of [...all, ...behind]) {
    const why = needOfRoot(command, installs)
    if (why !== undefined) return `${whereOf(process)} ${why}`
  }
  return undefined
}

function programs(question: UserQuestion): string | undefined {
  const { facts, behaviour, user, installs } = question
  const { start } = facts
  const stated = facts.project.preferences.statements
  const isStated = stated.writes !== undefined && stated.programs !== undefined
  if (start === undefined) return 'there is no start command, so nobody knows what it would run'
  const [open] = [...start.openEnds, ...(isStated ? [] : start.stated.unread)]
  if (open !== undefined) return open.why
  for (const process of start.processes) {
    const why = foreignWrite(process, question)
    if (why !== undefined) return `${whereOf(process)} ${why}`
    if (process.name?.startsWith('pm2') === true && user.home === undefined)
      return `${whereOf(process)} wants a home folder`
  }
  for (const { name, args = [], evidence } of behaviour.programs) {
    const started = commandOf([name, ...args], undefined)
    const why = name === '' ? 'is only known at run time' : needOfRoot(started, installs)
    if (why !== undefined)
      return `${placeOf(evidence)} starts ${name === '' ? 'a program that' : `${name}, which`} ${why}`
  }
  return undefined
}
