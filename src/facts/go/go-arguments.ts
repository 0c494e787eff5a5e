import { unknownMark } from '../../dockerfile/shell/shell-script.ts'
import type { Command } from '../commands/command.ts'

/** Flags of the go command that take a value of their own (https://go.dev/cmd/go/). */
const withValue = new Set(
  '-o -p -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pkgdir -tags -toolexec -C -pgo -covermode -coverpkg -exec'.split(
    ' ',
  ),
)

export interface GoArguments {
  readonly flags: ReadonlyMap<string, string | undefined>
  /** Values of which a part is not known, with a mark for it. */
  readonly outlines: ReadonlyMap<string, string>
  /** Packages or files; for `go run`, the program's own arguments come behind them. */
  readonly operands: readonly (string | undefined)[]
}

/** The words behind `go build`, flags apart from packages. */
export function readGoArguments({
  argv,
  args,
  outlines: words = [],
}: Pick<Command, 'argv' | 'args' | 'outlines'>): GoArguments {
  const flags = new Map<string, string | undefined>()
  const outlines = new Map<string, string>()
  const outlineAt = (at: number) => words[argv.length - args.length + at]
  const set = (name: string, value: string | undefined, outline: string | undefined) => {
    flags.set(name, value)
    if (value === undefined && outline !== undefined) outlines.set(name, outline)
  }
  let i = 1
  for (; i < args.length; i++) {
    const word = args[i] ?? outlineAt(i)
    if (word?.startsWith('-') !== true) break
    const [name = '', ...rest] = word.replace(/^--/, '-').split('=')
    const isKnown = args[i] !== undefined
    // `-$FLAG`
    if (!isKnown && (rest.length === 0 || name.includes(unknownMark))) break
    const value = rest.join('=')
    if (rest.length > 0) set(name, isKnown ? value : undefined, value)
    else if (withValue.has(name)) set(name, args[++i], outlineAt(i))
    else flags.set(name, '')
  }
  return { flags, outlines, operands: args.slice(i) }
}
