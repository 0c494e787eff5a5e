import {
  lineage,
  type Edit,
  type Facts,
  type Instruction,
  type Rule,
  type RuleContext,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { apkMountSpans, apkSpans, isLoneUpdate, needsIndex } from './apk-cache.ts'
import { changed, insertCommand, withSudo, type Insertion } from './insert-command.ts'
import { aptCleanUp } from './apt-lists.ts'
import { dnfCleanUp } from './dnf-cache.ts'
import { chooseMounts } from './mounts/choose-mounts.ts'
import { keepArchives } from './mounts/keep-archives.ts'
import { isKept, mountedText, type MountedRun } from './mounts/mounted-run.ts'
import { packageCacheChange } from './package-cache-change.ts'

/**
 *   RUN apt-get update && apt-get install -y jq   =>   RUN apt-get update && apt-get install -y jq && rm -rf /var/lib/apt/lists/*
 *   RUN apk update && apk add jq                  =>   RUN apk add --no-cache jq
 *
 * or, where the configuration wants mounts,
 *
 *   RUN npm ci && npm cache clean --force         =>   RUN --mount=type=cache,target=/root/.npm npm ci
 *
 * Clean-ups only in stages that ship: what a builder keeps for itself weighs nothing; mounts in all of them. Left alone: Go's caches, which a stage with the go command goes on
 * using, and pnpm's store, whose files are the ones in node_modules (hard links).
 */
export const packageCache: Rule = {
  name: 'package-cache',
  title: 'No package caches in the image',
  about: {
    why: "A package manager keeps lists and archives that nothing reads again; a later RUN can't take them out of the layer that they are in. They go in the same RUN, in stages that ship; or, with `caches: mount` in the configuration, stay with the builder in cache mounts.",
    risk: 'A later step reads what is gone. The line is left where one does.',
    example: {
      file: 'Dockerfile',
      before: 'RUN apt-get update && apt-get install -y jq\n',
      after: 'RUN apt-get update && apt-get install -y jq && rm -rf /var/lib/apt/lists/*\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const shipping = lineage(facts.final)
    const { runs: mounted, instead } = chooseMounts(context)
    const keepsIndex = dependsOnIndex(
      facts,
      shipping.flatMap((stage) => runsOf(stage)),
    )
    const cleaned = facts.stages.flatMap((stage) =>
      runsOf(stage).flatMap((run): readonly Edit[] => {
        const own = mounted.get(run.step)
        const isShipping = shipping.includes(stage)
        return isShipping || own !== undefined
          ? [editOf(run, context, { keepsIndex, isShipping, mounted: own }) ?? []].flat()
          : []
      }),
    )
    const edits = [...keepArchives(mounted.values(), facts), ...cleaned]
    if (edits.length === 0) return instead === undefined ? undefined : { stays: instead }
    return { change: packageCacheChange(cleaned, mounted, instead, input), edits }
  },
}

/** A RUN whose commands are known. */
interface Run {
  readonly stage: StageFacts
  readonly step: Step
  readonly commands: readonly RunCommand[]
}

function runsOf(stage: StageFacts): readonly Run[] {
  return stage.steps
    .filter((step) => step.instruction.keyword === 'RUN' && !stage.unreadable.includes(step))
    .map((step) => ({
      stage,
      step,
      commands: stage.commands.filter((command) => command.step === step),
    }))
}

interface Ways {
  readonly keepsIndex: boolean
  /** Whether what the RUN leaves behind is in the image. */
  readonly isShipping: boolean
  readonly mounted: MountedRun | undefined
}

function editOf(
  run: Run,
  context: RuleContext,
  { keepsIndex, isShipping, mounted }: Ways,
): Edit | undefined {
  const { step, commands } = run
  const { instruction } = step
  if (isShipping && isLoneUpdate(commands) && !keepsIndex && isFollowedByAdd(run))
    return mountsCache(run) ? undefined : { kind: 'drop', instruction }
  // Never both: what is in a mount is not cleaned up.
  const rest = { ...run, commands: commands.filter((command) => !isKept(command, mounted)) }
  const spans =
    isShipping && !mountsCache(run)
      ? [
          ...(keepsIndex ? [] : apkSpans(instruction, rest.commands)),
          ...flagsOf(rest, context),
          ...cleanUpsOf(rest, context),
        ]
      : []
  if (mounted !== undefined) {
    const ofApk = apkMountSpans(commands.filter((command) => isKept(command, mounted))) ?? []
    const text = mountedText(mounted, [...spans, ...ofApk], context.facts)
    if (text !== undefined) return { kind: 'replace', instruction, text }
  }
  return spans.length === 0
    ? undefined
    : { kind: 'replace', instruction, text: changed(instruction, spans) }
}

/** Flags that keep a cache from being written: `pip install --no-cache-dir`. */
function flagsOf({ step, stage, commands }: Run, { installs }: RuleContext): readonly Insertion[] {
  return commands.flatMap((command) => {
    const cache = installs.read(command)?.cache
    if (cache === undefined || !('flag' in cache)) return []
    const { flag, behind, variable, isDone, suits } = cache
    const isOff = isDone.test(step.instruction.text) || step.variable(variable) !== undefined
    const word = command.source?.words.find(({ value }) => value === behind)
    if (isOff || word === undefined || !suits(stage.base)) return []
    return [{ start: word.end, end: word.end, text: ` ${flag}` }]
  })
}

function cleanUpsOf(run: Run, { facts, installs }: RuleContext): readonly Insertion[] {
  const { step, stage, commands } = run
  const { instruction } = step
  const insert = (text: string, linkIndex?: number) =>
    insertCommand(instruction, text, facts.dockerfile, stopsAtErrors(run), linkIndex) ?? []
  const behind: Insertion[] = []
  // Each cache once, behind the last command that leaves it: a later one may remove the program.
  const leavers = new Map(
    commands.flatMap((command) => {
      const cache = command.link?.kind === 'compound' ? undefined : installs.read(command)?.cache
      return cache === undefined || 'flag' in cache ? [] : [[cache, command] as const]
    }),
  )
  for (const [cache, command] of leavers)
    if (!cache.isDone.test(instruction.text))
      behind.push(...[insert(withSudo(cache.command, command), command.linkIndex)].flat())
  const atEnd = [aptCleanUp(commands, step, stage, facts), dnfCleanUp(instruction.text, commands)]
  return [...behind, ...atEnd.flatMap((text) => (text === undefined ? [] : insert(text)))]
}

/** Whether some `apk add` finds its packages only by an index that an earlier RUN left, in a RUN that stays as it is. */
function dependsOnIndex(facts: Facts, ours: readonly Run[]): boolean {
  const shipping = lineage(facts.final)
  if (facts.dockerfile.instructions.some(isAboutApkCache)) return true
  const heirs = facts.stages.filter((stage) =>
    lineage(stage).some((below) => shipping.includes(below)),
  )
  return heirs.some(
    (stage) =>
      stage.unreadable.some(({ instruction }) => /\bapk\b/.test(instruction.text)) ||
      runsOf(stage).some(({ step, commands }) => {
        const run = ours.find((item) => item.step === step)
        const isChanged =
          run !== undefined && !mountsCache(run) && apkSpans(step.instruction, commands).length > 0
        return !isChanged && commands.some((command) => needsIndex(command, commands))
      }),
  )
}

/** apk's cache is the author's own business: a file is put there, or another folder is made it. */
const isAboutApkCache = ({ keyword, text }: Instruction) =>
  text.includes('/etc/apk/cache') || (keyword !== 'RUN' && text.includes('/var/cache/apk'))

function isFollowedByAdd({ stage, step }: Run): boolean {
  return stage.commands.some(
    ({ step: other, name, args }) =>
      other.index > step.index &&
      name === 'apk' &&
      (args.includes('add') || args.includes('upgrade')),
  )
}

const mountsCache = ({ step }: Run) =>
  step.instruction.flags.some(
    ({ name, value }) => name === 'mount' && /type=(cache|tmpfs)/.test(value ?? ''),
  )

function stopsAtErrors({ step, commands }: Run): boolean {
  return (
    step.shell?.some((word) => /^-[a-z]*e/.test(word)) === true ||
    commands.some(
      ({ name, args }) =>
        name === 'set' &&
        args.some((arg) => arg !== undefined && /^(-[a-z]*e[a-z]*|errexit)$/.test(arg)),
    )
  )
}
