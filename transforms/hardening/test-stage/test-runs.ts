import {
  effectsOf,
  factsOfStage,
  innerCommands,
  parseRun,
  type Facts,
  type RuleContext,
  type RunCommand,
  type ShellLink,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'

/** A RUN that tests, in its parts: each a text of its own, where there is such a part. */
export interface TestRun {
  readonly stage: StageFacts
  readonly step: Step
  /** What the RUN does before its tests, and behind them; undefined where it does nothing else there. */
  readonly before: string | undefined
  readonly tests: string
  readonly behind: string | undefined
  /** Words of the tests: files that they write are among them. */
  readonly words: readonly string[]
}

/** A RUN that tests in a way that can't be taken apart. */
export interface TangledRun {
  readonly step: Step
}

/** The RUNs of a stage that test, in order. */
export function testRunsOf(
  stage: StageFacts,
  { facts, isTest }: Pick<RuleContext, 'facts' | 'isTest'>,
): readonly (TestRun | TangledRun)[] {
  const own = factsOfStage(facts, stage)
  return stage.steps.flatMap((step): readonly (TestRun | TangledRun)[] => {
    const commands = stage.commands.filter((command) => command.step === step)
    const tests = commands.filter((command) => isOnlyTest(command, own, isTest))
    if (tests.length === 0) return []
    const run = takenApart(stage, step, commands, tests)
    return [run ?? { step }]
  })
}

export const isTestRun = (run: TestRun | TangledRun): run is TestRun => 'tests' in run

/** Whether a command runs tests and nothing that the build needs: itself, or all that its script comes to. */
function isOnlyTest(command: RunCommand, own: Facts, isTest: RuleContext['isTest']): boolean {
  if (isTest(command)) return true
  const { commands, isWhole } = innerCommands(command, own)
  return (
    isWhole &&
    commands.some(isTest) &&
    commands.every((inner) => isTest(inner) || effectsOf(inner)?.length === 0)
  )
}

/** Settings of the shell that what follows stands on: a part of its own has them, too. */
const settings = /^(cd|export|set|umask)$/

const isOf = (command: RunCommand, link: ShellLink) => command.link?.start === link.start

function takenApart(
  stage: StageFacts,
  step: Step,
  commands: readonly RunCommand[],
  tests: readonly RunCommand[],
): TestRun | undefined {
  const { instruction } = step
  const { text, body, heredocs } = instruction
  const links = parseRun(instruction)?.links ?? []
  const isTested = (link: ShellLink) => tests.some((command) => isOf(command, link))
  const from = links.findIndex(isTested)
  const to = links.findLastIndex(isTested)
  const isPlain = (link: ShellLink, i: number) =>
    (i === 0 || link.operator === '&&') &&
    (!isTested(link) || (link.kind === 'simple' && link.commands.length === 1))
  const middle = links.slice(from, to + 1)
  const writes = tests.some(({ redirects }) =>
    redirects.some(({ target }) => target !== '/dev/null' && !/^&?\d$/.test(target ?? '')),
  )
  const at = text.slice(0, body.offsets[0] ?? 0)
  const whole = { before: undefined, tests: text.trimEnd(), behind: undefined }
  const words = [...new Set(tests.flatMap(({ args }) => args.flatMap((arg) => arg ?? [])))]
  if (writes || from < 0) return undefined
  if (middle.length === links.length && middle.every(isTested))
    return links.every(isPlain) ? { stage, step, ...whole, words } : undefined
  if (heredocs.length > 0 || !links.every(isPlain)) return undefined
  const isSetting = (link: ShellLink) =>
    commands.some((command) => isOf(command, link) && settings.test(command.name ?? ''))
  const first = links.findIndex((link) => !isSetting(link))
  // A setting in the middle holds for what follows alone; a variable of the shell is one that nobody sees.
  const isKept = (link: ShellLink, i: number) =>
    (i < first || !isSetting(link)) && link.commands.every(({ words: own }) => own.length > 0)
  if (!links.every(isKept) || !middle.every(isTested)) return undefined
  const span = (some: readonly ShellLink[]) =>
    some.length === 0 ? '' : text.slice(some[0]?.start, some.at(-1)?.end)
  const part = (some: readonly ShellLink[]) => {
    const head = span(links.slice(0, first))
    return some.length === 0 ? undefined : `${at}${head === '' ? '' : `${head} && `}${span(some)}`
  }
  return {
    ...{ stage, step, words },
    before: part(links.slice(first, Math.max(first, from))),
    tests: part(middle) ?? '',
    behind: part(links.slice(to + 1)),
  }
}
