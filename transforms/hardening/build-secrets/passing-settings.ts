import { parseRun, splice, type RunCommand, type ShellLink } from '../../../src/transform.ts'
import type { Grant } from './grant.ts'
import type { PlanContext } from './plan.ts'
import type { VariableRun } from './variable-run.ts'
import type { RunOfStage } from './secret-variables.ts'
import { linksAbout, linkThatRemoves } from './links-about.ts'
import type { Written } from './written-settings.ts'

type PassingSetting = Extract<Written, { kind: 'passing' }>

/** What is done about settings that hold a secret while a RUN works. */
export interface Passing {
  readonly grants: readonly Grant[]
  /** The commands that are seen to. */
  readonly handled: ReadonlySet<RunCommand>
}

interface Means {
  readonly mountFor: (run: RunOfStage) => string
  /** What stands for the variable in a command; undefined where it stays. */
  readonly text: string | undefined
}

/**
 *   RUN git config --global url."https://$TOKEN@github.com/".insteadOf https://github.com/
 *   RUN go mod download
 *
 * become one RUN that sets, uses and takes away again: a later RUN would only hide what is in a layer.
 */
export function grantsOfPassing(
  runs: readonly VariableRun[],
  context: PlanContext,
  means: Means,
): Passing | { readonly why: string } {
  const grants: Grant[] = []
  const handled = new Set<RunCommand>()
  for (const [index, run] of runs.entries()) {
    for (const [command, written] of run.written) {
      if (written.kind !== 'passing') continue
      const result = grantsOfOne({ run, command, written }, runs.slice(index), context, means)
      if ('why' in result) return result
      grants.push(...result.grants)
      handled.add(command)
    }
  }
  return { grants, handled }
}

interface One {
  readonly run: VariableRun
  readonly command: RunCommand
  readonly written: PassingSetting
}

function grantsOfOne(
  { run, command, written }: One,
  [, ...later]: readonly VariableRun[],
  { installs }: PlanContext,
  { mountFor, text }: Means,
): { readonly grants: readonly Grant[] } | { readonly why: string } {
  const { line } = run.step.instruction
  const readersIn = ({ commands, stage }: VariableRun) =>
    commands.filter((each) => written.isFor(each, installs, stage))
  const own = readersIn(run).filter(({ linkIndex }) => linkIndex > command.linkIndex)
  const others = later.filter((each) => readersIn(each).length > 0)
  const spansOf = (from: number, to: number) =>
    run.occurrences
      .filter(({ start, end }) => start >= from && end <= to)
      .flatMap(({ start, end }) => (text === undefined ? [] : [{ start, end, text }]))
  const remove = replacedIn(written.remove, run, text)
  const [user, another] = others
  if (another !== undefined || (user !== undefined && own.length > 0))
    return { why: `several RUNs need what line ${line} writes` }
  if (user === undefined) {
    const last = own.at(-1)
    if (last === undefined) return { why: `no RUN is seen that needs what line ${line} writes` }
    const source = command.source
    const spans = source === undefined ? [] : spansOf(source.start, source.end)
    const behind = { link: last.linkIndex, command: remove }
    const isDone = written.isDone(run.step.instruction.text)
    return {
      grants: [{ step: run.step, mount: mountFor(run), spans, ...(isDone ? {} : { behind }) }],
    }
  }
  const links = linksAbout([command], written.path, run.commands)
  if (!canMove(run, user, links))
    return { why: `line ${line} can't be joined with line ${user.step.instruction.line}` }
  const before = links.map((link) =>
    splice(
      run.step.instruction.text.slice(link.start, link.end),
      spansOf(link.start, link.end).map((span) => ({
        ...span,
        start: span.start - link.start,
        end: span.end - link.start,
      })),
    ),
  )
  const last = readersIn(user).at(-1)
  const path = written.path
  return {
    grants: [
      // It is gone already.
      ...(path === undefined ? [] : later).flatMap(({ step, commands }) => {
        const dropped = linkThatRemoves(path ?? '', commands)
        return dropped.length === 0 ? [] : [{ step, mount: undefined, dropped }]
      }),
      { step: run.step, mount: undefined, dropped: links },
      {
        step: user.step,
        mount: mountFor(user),
        before,
        behind: { link: last?.linkIndex ?? 0, command: remove },
      },
    ],
  }
}

/** The command that takes a setting away names the variable as the one that made it did. */
function replacedIn(
  remove: string,
  { occurrences, step }: VariableRun,
  text: string | undefined,
): string {
  if (text === undefined) return remove
  const names = new Set(
    occurrences.map(({ start, end }) => step.instruction.text.slice(start, end)),
  )
  return [...names].reduce((left, name) => left.split(name).join(text), remove)
}

/** Whether what one RUN does first can be done by another: the same user in the same folder, and no shell that only the first one has. */
function canMove(
  { step, commands }: VariableRun,
  to: VariableRun,
  moved: readonly ShellLink[],
): boolean {
  const all = parseRun(step.instruction)?.links ?? []
  const target = parseRun(to.step.instruction)?.links ?? []
  const isPlain = (links: readonly ShellLink[]) =>
    links.every(({ operator }) => operator === undefined || operator === '&&')
  const changesFolder = commands.some(({ name }) => /^(cd|export|set|umask)$/.test(name ?? ''))
  return (
    moved.length > 0 &&
    isPlain(all) &&
    isPlain(target) &&
    !changesFolder &&
    moved.every(({ kind }) => kind !== 'compound') &&
    step.user === to.step.user &&
    step.workdir === to.step.workdir &&
    [step, to.step].every(
      ({ instruction }) => instruction.heredocs.length === 0 && instruction.form === 'shell',
    )
  )
}
