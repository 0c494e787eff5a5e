import {
  beforePattern,
  isWithin,
  resolvePath,
  type Command,
  type RunCommand,
  type Step,
} from '../../../../src/transform.ts'

/** What a command does to a cache, where it is none that uses it. */
export type Effect =
  /** It empties it: with a mount there is nothing to clean up. */
  | 'empties'
  /** It empties other folders, too. */
  | 'empties-some'
  /** It takes the folder away that the mount stands in, or reads what is in it. */
  | 'touches'
  | 'nothing'

/** What a command of a RUN does to what lies at `target`. */
export function effectOn(
  command: RunCommand,
  target: string,
  home: string | undefined,
  isEmptiedBy: (command: Command) => boolean,
): Effect {
  if (isEmptiedBy(command)) return 'empties'
  const { name = '', args, cwd } = command
  if (/^(export|env|mkdir|set|cd)$/.test(name)) return 'nothing'
  if (name !== 'rm' && name !== 'find')
    return args.some((arg) => arg?.includes(target) === true) || saysHome(command, target, home)
      ? 'touches'
      : 'nothing'
  const paths = operands(command).map(({ word }) => removed(word, cwd, home))
  const isInside = (path: string | undefined) => path !== undefined && isWithin(path, target)
  if (paths.some((path) => path !== undefined && path !== target && isWithin(target, path)))
    return 'touches'
  if (!paths.some(isInside)) return 'nothing'
  if (name === 'find') return 'touches'
  return paths.every(isInside) ? 'empties' : 'empties-some'
}

/** The operands of an `rm` that empty one of these folders, with their places; undefined inside of a string. */
export const wordsInside = (
  command: RunCommand,
  targets: readonly string[],
  home: string | undefined,
) =>
  operands(command).flatMap(({ word, source }) => {
    const path = removed(word, command.cwd, home)
    return source !== undefined &&
      targets.some((target) => path !== undefined && isWithin(path, target))
      ? [source]
      : []
  })

/** How many words `rm` is given. */
export const countOperands = (command: RunCommand): number => operands(command).length

/** The words that are no flags; one with a variable as it is written. */
function operands({ args, source }: RunCommand) {
  const words = source?.words.slice(source.words.length - args.length) ?? []
  return args.flatMap((arg, i) => {
    const word = arg ?? words[i]?.raw
    return word === undefined || word.startsWith('-') ? [] : [{ word, source: words[i] }]
  })
}

/** The folder that an operand of rm empties: '/root/.npm' of `~/.npm/*`. */
function removed(
  word: string,
  cwd: string | undefined,
  home: string | undefined,
): string | undefined {
  const path = home === undefined ? word : word.replace(/^(~|\$HOME|\$\{HOME\})(?=\/|$)/, home)
  if (path.includes('$')) return undefined
  const fixed = /[*?[{]/.test(path) ? beforePattern(path) : path
  return resolvePath(cwd, fixed)
}

/** `$HOME/.npm` and `~/.npm`, as written. */
function saysHome({ source }: RunCommand, target: string, home: string | undefined): boolean {
  if (home === undefined || !isWithin(target, home)) return false
  const rest = target.slice(home.length)
  return (source?.words ?? []).some(({ raw }) =>
    ['~', '$HOME', '${HOME}'].some((start) => raw.includes(start + rest)),
  )
}

/** Whether another instruction than RUN, COPY, ADD and ENV works in the folder: WORKDIR, VOLUME, CMD. */
export const isNamedBy = ({ instruction }: Step, target: string): boolean =>
  !/^(RUN|COPY|ADD|ENV|ARG)$/.test(instruction.keyword) && instruction.text.includes(target)
