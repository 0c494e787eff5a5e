import { rememberOf } from '../../dockerfile/remember.ts'
import type { ShellCommand, ShellWord } from '../../dockerfile/shell/shell-script.ts'
import { parseRun } from '../../dockerfile/shell/shell.ts'
import type { RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { baseName, resolvePath } from '../../facts/image-path.ts'
import type { Step } from '../../facts/stages/step.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'
import { placeCreated } from './place-created.ts'

/** Questions about the history, which the context alone has: `git config` and its like are none. */
const questions = new Set(
  'log describe rev-parse rev-list show name-rev branch tag status'.split(' '),
)

/**
 * A command that writes into files what git says of the sources: neither git nor .git has to be in the runtime stage, so the builder writes them.
 *
 *   RUN echo "$(git rev-parse HEAD)" > VERSION
 *   RUN git describe --tags > VERSION
 *   RUN REVISION=$(git log -1 --format=%h) && sed -i "s/dev/$REVISION/" version.php
 */
export function placeAsked(command: RunCommand, context: PlaceContext): CommandPlace | undefined {
  if (!isTold(command)) return undefined
  const files = [...new Set(filesWritten(command))]
  if (files.length === 0) return undefined
  const paths = files.flatMap((path) => {
    const place = placeCreated({ kind: 'creates', path, isFolder: false }, context)
    return place.kind === 'leaves' ? place.paths : []
  })
  return paths.length === 0 ? { kind: 'build' } : { kind: 'leaves', paths }
}

/** Whether a command writes what git says. */
export function asksGit(command: RunCommand): boolean {
  return isTold(command) && filesWritten(command).length > 0
}

function isTold({ step, link, source }: RunCommand): boolean {
  const told = toldIn(step)
  const holds = ({ raw }: ShellWord) =>
    told.some((name) => name !== '' && (raw.includes(`$${name}`) || raw.includes(`\${${name}`)))
  return (
    told.length > 0 && (link?.commands.some(asks) === true || source?.words.some(holds) === true)
  )
}

/** Variables of a RUN that hold what git says; one of no name for what is asked in a command itself. */
const toldIn = rememberOf(({ instruction }: Step): readonly string[] => {
  const all = parseRun(instruction)?.links.flatMap(({ commands }) => commands) ?? []
  return all
    .filter(asks)
    .flatMap(({ assignments, words }) =>
      assignments.length > 0 && words.length === 0
        ? assignments.map(({ name }) => name)
        : words[0]?.value === 'export'
          ? words.slice(1).map(({ raw }) => raw.split('=')[0] ?? '')
          : [''],
    )
})

function asks(source: ShellCommand): boolean {
  const [name, ...words] = source.words.map(({ value }) => value)
  return (
    (baseName(name ?? '') === 'git' && words.some((word) => questions.has(word ?? ''))) ||
    source.inner.some(asks)
  )
}

function filesWritten(command: RunCommand): readonly string[] {
  const { args, cwd, name, redirects } = command
  const effects = (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'creates' && !effect.isFolder ? effect.path : [],
  )
  const targets = redirects.flatMap(({ operator, target }) =>
    /^1?>{1,2}$/.test(operator) ? (target ?? []) : [],
  )
  const edited =
    baseName(name ?? '') === 'sed' && args.some((arg) => arg?.startsWith('-i') === true)
      ? (args.at(-1) ?? [])
      : []
  return [
    ...effects,
    ...[targets, edited].flat().flatMap((path) => resolvePath(cwd, path) ?? []),
  ].filter((path) => !/^\/(dev|proc|tmp)\//.test(path))
}
