import { cloneSpans, isClone } from './clone-url.ts'
import type { Grant, Span } from './grant.ts'
import { givesVariables, idOf, secretMount, textOfSecret } from './mount.ts'
import { isIn, occurrencesIn, type Occurrence } from './occurrences.ts'
import { planKey } from './plan-key.ts'
import { grantsOfPassing, type Passing } from './passing-settings.ts'
import type { Answer, Plan, PlanContext, Unsettled } from './plan.ts'
import {
  isOfImage,
  otherUse,
  runsWith,
  type RunOfStage,
  type SecretVariable,
} from './secret-variables.ts'
import type { VariableRun } from './variable-run.ts'
import { readersOf } from './variable-readers.ts'
import { writtenBy } from './written-settings.ts'

/** What is done about a variable: a mount for each RUN that needs it, and no ARG or ENV. */
export function planVariable(variable: SecretVariable, context: PlanContext): Answer {
  const { facts } = context
  const { name, lines, alias } = variable
  const [found] = lines
  if (found === undefined) throw new Error('a variable is declared somewhere')
  const unsettled = (why: string, isOfRunTime = false): Unsettled => ({
    ...{ name, found, why, isOfRunTime },
    place: found.keyword === 'ENV' ? 'variable' : 'argument',
  })
  const use = otherUse(variable, facts)
  if (use !== undefined) return unsettled(use.why, use.isOfRunTime)
  const runs: VariableRun[] = []
  for (const { stage, step } of runsWith(name, facts)) {
    const occurrences = occurrencesIn(step.instruction, name)
    if (occurrences === undefined || stage.unreadable.includes(step))
      return unsettled(`what line ${step.instruction.line} does with it is not seen`)
    const commands = stage.commands.filter((command) => command.step === step)
    const written = new Map(
      commands.flatMap((command) => {
        const result = writtenBy(command, occurrences, step.instruction.text)
        return result === undefined ? [] : [[command, result] as const]
      }),
    )
    runs.push({ stage, step, occurrences, commands, written })
  }
  const all = runs.flatMap(({ written }) => [...written.values()])
  const unknown = all.find((each) => each.kind === 'unknown')
  if (unknown !== undefined) return unsettled(unknown.why)
  if (all.some(({ kind }) => kind === 'key')) return planKey(variable, runs, context, unsettled)
  const id = idOf(name)
  const env = givesVariables(facts.dockerfile)
  const mountFor = ({ step, stage }: RunOfStage) =>
    secretMount(id, step, stage, env ? { env: name } : {})
  const passing = grantsOfPassing(runs, context, {
    mountFor,
    text: env ? undefined : textOfSecret(id),
  })
  if ('why' in passing) return unsettled(passing.why)
  const plain = plainGrants(runs, passing, context, { name, id, env, mountFor })
  if ('why' in plain) return unsettled(plain.why)
  const grants = [...passing.grants, ...plain.grants]
  if (!grants.some(({ mount }) => mount !== undefined))
    return unsettled('no RUN is seen that reads it', isOfImage(lines, facts))
  return {
    ...{ name, grants, lines, found: lines, isGuess: plain.isGuess, isPublic: variable.isWritten },
    names: [name, ...(alias === undefined ? [] : [alias])],
    handed: { kind: 'variable', id, name: alias ?? name },
    copies: [],
    hidden: [],
  } satisfies Plan
}

interface Means {
  readonly name: string
  readonly id: string
  readonly env: boolean
  readonly mountFor: (run: RunOfStage) => string
}

/** The RUNs that use the variable in their words, or whose programs look it up. */
function plainGrants(
  runs: readonly VariableRun[],
  { handled }: Passing,
  { facts, installs }: PlanContext,
  { name, id, env, mountFor }: Means,
): { readonly grants: readonly Grant[]; readonly isGuess: boolean } | { readonly why: string } {
  const isReference = runs.some(({ written, occurrences }) =>
    [...written].some(
      ([{ source }, { kind }]) =>
        kind === 'reference' && occurrences.some((each) => isIn(each, source)),
    ),
  )
  const readers = readersOf(name, isReference, facts, installs)
  const isUsed = runs.some(({ occurrences, written }) =>
    occurrences.some(
      (each) =>
        each.kind !== 'literal' && ![...written.keys()].some(({ source }) => isIn(each, source)),
    ),
  )
  const isGuess = readers.isGuess && !isUsed && handled.size === 0
  const grants: Grant[] = []
  for (const run of runs) {
    const { step, stage, occurrences, commands, written } = run
    const spans: Span[] = []
    let needs = false
    for (const command of commands) {
      if (handled.has(command)) continue
      const own = occurrences.filter((each) => isIn(each, command.source))
      const kind = written.get(command)?.kind
      if (kind === 'reference') {
        spans.push(
          ...own.filter(isExpanded).map((each) => ({ ...place(each), text: `\\\${${name}}` })),
        )
        continue
      }
      const inWords = own.filter((each) => each.kind !== 'literal')
      if (inWords.length > 0) {
        needs = true
        if (isClone(command)) {
          const text = env ? undefined : textOfSecret(id)
          const cloned = inWords.every(isExpanded)
            ? cloneSpans(command, inWords, step.instruction.text, text)
            : undefined
          if (cloned === undefined)
            return { why: `the clone of line ${step.instruction.line} keeps its URL` }
          spans.push(...cloned)
          continue
        }
        if (env) continue
        if (!inWords.every(isExpanded))
          return { why: `line ${step.instruction.line} asks whether it is set` }
        spans.push(...inWords.map((each) => ({ ...place(each), text: textOfSecret(id) })))
        continue
      }
      // Where a line says who uses the variable, nobody has to be guessed.
      const mayRead = isGuess || !readers.isGuess
      if (own.length === 0 && !(mayRead && readers.reads(command, stage))) continue
      needs = true
      if (env) continue
      const { source } = command
      if (
        source === undefined ||
        step.instruction.form === 'exec' ||
        source.words[0]?.value === 'sudo'
      )
        return { why: `line ${step.instruction.line} can't be given it as a variable` }
      const at = source.start
      spans.push({ start: at, end: at, text: `${name}="${textOfSecret(id)}" ` })
    }
    if (needs || spans.length > 0)
      grants.push({ step, mount: needs ? mountFor(run) : undefined, spans })
  }
  return { grants, isGuess }
}

const isExpanded = ({ kind }: Occurrence) => kind === 'expanded'

const place = ({ start, end }: Occurrence) => ({ start, end })
