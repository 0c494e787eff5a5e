import { isProgramPath } from '../knowledge/images/image-folders.ts'
import { programsStartedBy } from '../knowledge/programs/started-by-programs.ts'
import type { Command } from './commands/command.ts'
import { afterLauncher } from './follow/system-launchers.ts'
import { baseName } from './image-path.ts'

type Words = readonly (string | undefined)[]

/** A program that a command needs besides the one that it names; the name is undefined where only a run shows it. */
export interface ProgramBeside {
  readonly name: string | undefined
  readonly args: Words
}

/**
 * The programs whose presence a command asks for (`command -v git`, `[ -x /usr/bin/git ]`), that it starts by itself (`tar xjf` bzip2), and that it
 * is a launcher of (`timeout 5 git fetch`).
 */
export function programsBeside({
  name,
  args,
  source,
}: Pick<Command, 'name' | 'args' | 'source'>): readonly ProgramBeside[] {
  const loop = source?.loop
  if (loop === undefined || !args.includes(undefined) || source === undefined)
    return name === undefined ? [] : besideOf(name, args)
  // `for program in git curl; do command -v "$program"; done`
  return loop.values.flatMap((value) => {
    const words = source.words.map((word) =>
      word.expand((variable) => (variable === loop.name ? value : undefined)),
    )
    const own = words.slice(words.length - args.length)
    return name === undefined ? [] : besideOf(name, own)
  })
}

function besideOf(name: string, args: Words): readonly ProgramBeside[] {
  const program = baseName(name)
  const behind = afterLauncher(program, args)
  const [first, ...rest] = behind ?? []
  return [
    ...askedBy(program, args).map((asked) => ({ name: asked, args: [] })),
    ...programsStartedBy(program, args).map((started) => ({ name: started, args: [] })),
    ...(behind === undefined || behind.length === 0
      ? []
      : [{ name: first, args: rest }, ...(first === undefined ? [] : besideOf(first, rest))]),
  ]
}

/** What a command asks for. Of a test, files that are programs; of a variable in it nobody knows that it is one. */
function askedBy(program: string, args: Words): Words {
  switch (program) {
    case 'command':
      return args[0]?.startsWith('-') === true ? args.filter(isNoFlag) : []
    case 'hash':
    case 'type':
    case 'which':
      return args.filter(isNoFlag)
    case '[':
    case '[[':
    case 'test':
      return args.filter(
        (arg, i) =>
          arg !== undefined && isProgramPath(arg) && /^-[xefsrhL]$/.test(args[i - 1] ?? ''),
      )
    default:
      return []
  }
}

const isNoFlag = (arg: string | undefined) => arg?.startsWith('-') !== true
