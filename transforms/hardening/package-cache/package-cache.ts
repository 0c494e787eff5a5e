import {
  lineage,
  type Edit,
  type Rule,
  type RuleContext,
  type RunCommand,
} from '../../../src/transform.ts'
import { apkMountSpans, apkSpans, isLoneUpdate } from './apk-cache.ts'
import { dependsOnIndex, isFollowedByAdd } from './apk-index.ts'
import { changed, insertCommand, withSudo, type Insertion } from './insert-command.ts'
import { aptCleanUp } from './apt-lists.ts'
import { dnfCleanUp } from './dnf-cache.ts'
import { mountsCache, runsOf, type Run } from './known-run.ts'
import { isNamedLater } from './later-use.ts'
import { isAskedLater } from './lists-asked.ts'
import { cacheOf, useOf } from './mounts/cache-use.ts'
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
  const { step, stage, commands } = run
  const { instruction } = step
  const keepsApk =
    keepsIndex ||
    (commands.some(({ name }) => name === 'apk') &&
      (isAskedLater('apk', context.facts) ||
        isNamedLater(['/var/cache/apk'], step, stage, context.facts)))
  if (isShipping && isLoneUpdate(commands) && !keepsApk && isFollowedByAdd(run))
    return mountsCache(run) ? undefined : { kind: 'drop', instruction }
  // Never both: what is in a mount is not cleaned up.
  const rest = { ...run, commands: commands.filter((command) => !isKept(command, mounted)) }
  const spans =
    isShipping && !mountsCache(run)
      ? [
          ...(keepsApk ? [] : apkSpans(instruction, rest.commands)),
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
function flagsOf(run: Run, context: RuleContext): readonly Insertion[] {
  const { step, stage, commands } = run
  const { installs } = context
  return commands.flatMap((command) => {
    const cache = installs.read(command)?.cache
    if (cache === undefined || !('flag' in cache)) return []
    const { flag, behind, variable, isDone, suits } = cache
    const isOff = isDone.test(step.instruction.text) || step.variable(variable) !== undefined
    const word = command.source?.words.find(({ value }) => value === behind)
    if (isOff || word === undefined || !suits(stage.base)) return []
    if (isUsedLater(command, run, context)) return []
    return [{ start: word.end, end: word.end, text: ` ${flag}` }]
  })
}

function cleanUpsOf(run: Run, context: RuleContext): readonly Insertion[] {
  const { facts, installs } = context
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
    if (
      !cache.isDone.test(instruction.text) &&
      cache.unless?.some((name) => step.isSet(name)) !== true &&
      !isUsedLater(command, run, context)
    )
      behind.push(...[insert(withSudo(cache.command, command), command.linkIndex)].flat())
  const ofDnf = dnfCleanUp(instruction.text, commands)
  const isNamed = isNamedLater(['/var/cache/dnf', '/var/cache/yum'], step, stage, facts)
  const atEnd = [aptCleanUp(commands, step, stage, facts), isNamed ? undefined : ofDnf]
  return [...behind, ...atEnd.flatMap((text) => (text === undefined ? [] : insert(text)))]
}

/** Whether a later RUN names the folder that a command keeps its cache in. */
function isUsedLater(command: RunCommand, { step, stage }: Run, context: RuleContext): boolean {
  const { facts, installs } = context
  const use = cacheOf(command, stage, installs)
  if (use === undefined) return false
  const folders = useOf(command, use, stage, facts).mounts.map(({ target }) => target)
  return isNamedLater(folders, step, stage, facts)
}

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
