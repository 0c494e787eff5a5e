import { unknownMark } from '../../dockerfile/shell/shell-script.ts'
import type { Command } from '../commands/command.ts'
import { programIndex } from '../commands/program-index.ts'

/** `"$@"`, `$*` */
export const isAllArguments = ({ raw }: { readonly raw: string }): boolean =>
  /^"?\$(\{?[@*]\}?)"?$/.test(raw)

/** Puts a script's own arguments where a command of it says "$@". */
export function withArguments(command: Command, args: readonly (string | undefined)[]): Command {
  const { argv: own, outlines: ownOutlines, ...rest } = command
  const words = command.source?.words ?? []
  if (!words.some(isAllArguments)) return command
  const all = words.flatMap((word, i) =>
    isAllArguments(word)
      ? args.map((arg) => ({ arg, outline: arg ?? unknownMark }))
      : [{ arg: own[i], outline: own[i] ?? ownOutlines?.[i] ?? unknownMark }],
  )
  const start = programIndex(all.map(({ arg }) => arg))
  const argv = all.slice(start).map(({ arg }) => arg)
  const outlines = all.slice(start).map(({ outline }) => outline)
  return {
    ...rest,
    argv,
    ...(argv.includes(undefined) ? { outlines } : {}),
    name: argv[0],
    args: argv.slice(1),
  }
}
