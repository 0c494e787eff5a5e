import type { WritingProgram } from '../../knowledge/programs/writing-programs.ts'
import { folderOf } from '../image-path.ts'
import { joined, type Resolve, type Words, type Written } from './written.ts'

/** What a program writes by its row in the table. */
export function byRow(
  row: WritingProgram | undefined,
  args: Words,
  file: Resolve,
  folder: Resolve,
): readonly Written[] | undefined {
  if (row === undefined) return []
  const { flags = [], namesFolder = false, idle = [], reads = [], operand } = row
  const { unnamed = [], beside = [] } = row
  if (operand === undefined && args.some((word) => idle.includes(word))) return []
  const values = args.flatMap((word, i) => {
    const flag = flags.find((item) => word === item || word.startsWith(`${item}=`))
    if (flag === undefined) return []
    return word === flag ? (args[i + 1] ?? []) : [word.slice(flag.length + 1)]
  })
  const more = beside.flatMap((ending) => values.map((value) => value + ending))
  const named = [...values, ...more].filter(isFile)
  if (values.length > 0) return joined(named.map(namesFolder ? folder : file))
  if (idle.includes(args[0] ?? '')) return []
  if (operand === undefined)
    return joined(unnamed.map((path) => (path.endsWith('/') ? folder : file)(path)))
  const operands = args.filter((word) => word === '-' || !word.startsWith('-'))
  const last = args.slice(1).at(-1) ?? '-'
  switch (operand) {
    case 'last':
      return reads.includes(args.at(-2) ?? '') || !isFile(last) ? [] : file(last)
    case 'first':
      return joined(operands.slice(0, 1).filter(isFile).map(file))
    case 'each':
      return joined(operands.filter(isFile).map(file))
    case 'beside':
      return args.some((word) => idle.includes(word))
        ? []
        : joined(operands.map((word) => folder(folderOf(word))))
    case 'folder':
      return folder('.')
    case 'somewhere':
      return undefined
  }
}

/** `-`, `png:-`, `pipe:1` are standard output; another machine's files are its own. */
const isFile = (word: string) => !/^-|:-$|^:|^\/dev\/(null|std)|^[\w.@-]{2,}:/.test(word)

/** https://perldoc.perl.org/perlrun#-i[extension]: the files are edited in place. */
export function byPerl(args: Words, file: Resolve): readonly Written[] | undefined {
  if (!args.some((word) => /^-[a-z0]*i/.test(word))) return []
  const isScript = (word: string | undefined) => /^-[a-z0]*[eE]$/.test(word ?? '')
  const files = args.filter((word, i) => !word.startsWith('-') && !isScript(args[i - 1]))
  return joined(files.slice(args.some(isScript) ? 0 : 1).map(file))
}
