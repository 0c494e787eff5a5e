/** Flags that a program knows, aliases in one group; a group goes by its first name. */
export interface FlagTable {
  readonly switches: readonly (readonly string[])[]
  readonly valued: readonly (readonly string[])[]
}

/** A command's arguments, sorted. */
export interface Flags {
  readonly has: (name: string) => boolean
  /** The last value of a flag; undefined where it is not given. */
  readonly value: (name: string) => string | undefined
  /** Every value of a flag that may be given several times. */
  readonly values: (name: string) => readonly string[]
  readonly words: readonly string[]
  /** A flag that the table lacks, or a word that is only known at run time. */
  readonly unknown: string | undefined
}

const atRunTime = 'a word that is only known at run time'

/** Sorts `-s`, `-l 3000`, `--listen=3000`, `-p3000` and `-sl 3000`. */
export function readFlags(args: readonly (string | undefined)[], table: FlagTable): Flags {
  const values = new Map<string, readonly string[]>()
  const switches = new Set<string>()
  const words: string[] = []
  let unknown: string | undefined
  const group = (groups: readonly (readonly string[])[], name: string) =>
    groups.find((names) => names.includes(name))?.[0]
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) unknown ??= atRunTime
    else if (arg === '--') continue
    else if (!arg.startsWith('-')) words.push(arg)
    else
      for (const { name, value } of single(arg, table)) {
        const valued = group(table.valued, name)
        const plain = group(table.switches, name)
        if (valued !== undefined) {
          const next = value ?? args[++i]
          if (next === undefined) unknown ??= atRunTime
          else values.set(valued, [...(values.get(valued) ?? []), next])
        } else if (plain !== undefined) {
          if (value !== 'false') switches.add(plain)
        } else unknown ??= `\`${name}\``
      }
  }
  const all = (name: string) => values.get(name) ?? []
  const has = (name: string) => switches.has(name)
  return { has, value: (name) => all(name).at(-1), values: all, words, unknown }
}

/** `-sl` is `-s -l`; `-p3000` is `-p 3000`. */
function single(
  arg: string,
  { switches, valued }: FlagTable,
): readonly { readonly name: string; readonly value: string | undefined }[] {
  const equals = arg.indexOf('=')
  const name = equals < 0 ? arg : arg.slice(0, equals)
  const value = equals < 0 ? undefined : arg.slice(equals + 1)
  const known = [...switches, ...valued].some((names) => names.includes(name))
  if (known || arg.startsWith('--')) return [{ name, value }]
  const first = arg.slice(0, 2)
  if (valued.some((names) => names.includes(first)) && /^-\w[-\d]/.test(arg))
    return [{ name: first, value: arg.slice(2) }]
  return Array.from(arg.slice(1), (letter) => ({ name: `-${letter}`, value: undefined }))
}

/** '3000', 'tcp://0.0.0.0:3000', '0.0.0.0:3000' */
export function portIn(text: string | undefined): number | undefined {
  const digits = /(?:^|:)(\d{1,5})\/?$/.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The address where that is the container's own alone: 'localhost', 'tcp://127.0.0.1:3000', '::1'. */
export const loopbackIn = (text: string | undefined): string | undefined =>
  /^(?:\w+:\/\/)?\[?(localhost|127\.\d+\.\d+\.\d+|::1)\]?(?::\d+)?\/?$/i.exec(text ?? '')?.[1]

/** Of an address that no port of the container leads to; a clause. */
export const unreachableAt = (address: string) =>
  `it listens on ${address}, where nobody outside of the container can ask it`
