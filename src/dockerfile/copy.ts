import { openingOfOrNone } from './parse/heredoc.ts'
import type { Instruction } from './instruction.ts'

/** The arguments and flags of a COPY or ADD, all as written: variables, quotes and wildcards included. */
export interface CopyArguments {
  /** Without here-documents. */
  readonly sources: readonly string[]
  /** Names of the here-documents among the sources; each becomes a file of that name. */
  readonly heredocs: readonly string[]
  readonly destination: string
  readonly from: string | undefined
  readonly chown: string | undefined
  readonly chmod: string | undefined
  readonly link: boolean
  readonly parents: boolean
  readonly exclude: readonly string[]
}

/** Reads a COPY or ADD, shell and JSON form alike: https://docs.docker.com/reference/dockerfile/#copy */
export function copyOf(instruction: Instruction): CopyArguments {
  const args = instruction.exec ?? instruction.words.map((word) => word.raw)
  const sources: string[] = []
  const heredocs: string[] = []
  for (const source of args.slice(0, -1)) {
    const heredoc = openingOfOrNone(source)
    if (heredoc === undefined) sources.push(source)
    else heredocs.push(heredoc.name)
  }
  const flag = (name: string): string | undefined =>
    instruction.flags.find((candidate) => candidate.name === name)?.value
  const isOn = (name: string): boolean =>
    instruction.flags.some(
      (candidate) => candidate.name === name && candidate.value?.toLowerCase() !== 'false',
    )
  return {
    sources,
    heredocs,
    destination: args.at(-1) ?? '',
    // BuildKit takes an empty value for none.
    from: flag('from') || undefined,
    chown: flag('chown') || undefined,
    chmod: flag('chmod') || undefined,
    link: isOn('link'),
    parents: isOn('parents'),
    exclude: instruction.flags.flatMap(({ name, value }) =>
      name === 'exclude' && value !== undefined ? [value] : [],
    ),
  }
}
