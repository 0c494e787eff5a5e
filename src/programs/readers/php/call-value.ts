import { parentPath, temporaryFolder, workingFolder, type PathValue } from '../../path-value.ts'
import { folderHelpers, folderParameters } from '../../calls/php/folders.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { lastPart } from './names.ts'
import { anyOf, joined, joinedAll, pathOfText, plainText, unknownText, type Texts } from './text.ts'

const unknown: Texts = [unknownText]

/** What a call gives, of the functions that make paths and texts. */
export function textsOfCall(
  node: Node,
  inner: (node: Node | null | undefined) => Texts,
  root: PathValue,
): Texts {
  const named = node.childForFieldName('function') ?? node.childForFieldName('name')
  const name = lastPart(named?.text ?? '').toLowerCase()
  const args = argumentNodes(node)
  const arg = (at: number) => inner(args[at])
  const each = (change: (path: PathValue) => PathValue): Texts =>
    arg(0).map((text) => {
      const path = pathOfText(text)
      return path === undefined ? unknownText : [change(path)]
    })
  if (node.type === 'function_call_expression')
    switch (name) {
      case 'dirname': {
        const levels = args[1] === undefined ? 1 : Number(plainOf(arg(1)) ?? Number.NaN)
        return levels > 0 && levels < 40 ? each((path) => parentPath(path, levels)) : unknown
      }
      case 'realpath':
      case 'rtrim':
      case 'trim':
      case 'strval':
        return arg(0)
      case 'sys_get_temp_dir':
        return [[temporaryFolder]]
      case 'getcwd':
        return [[workingFolder]]
      case 'sprintf':
        return formatted(arg(0), (at) => arg(at + 1))
      case 'implode':
      case 'join':
        return imploded(arg(0), args[1], inner)
      case 'env':
      case 'getenv':
        return args[1] === undefined ? unknown : anyOf([arg(1), unknown])
      default:
    }
  const folder =
    folderHelpers.get(name) ??
    folderParameters.get(name === 'getparameter' ? (plainOf(arg(0)) ?? '') : '')
  if (folder === undefined) return unknown
  const path: Texts = [
    [
      folder === ''
        ? root
        : { ...root, path: `${root.path === '' ? '' : `${root.path}/`}${folder}` },
    ],
  ]
  return args.length === 0 || name === 'getparameter' ? path : joinedAll([path, [['/']], arg(0)])
}

const plainOf = ([text = unknownText, ...others]: Texts): string | undefined =>
  others.length === 0 ? plainText(text) : undefined

/** The values of a call's arguments, without their names. */
export function argumentNodes(call: Node): readonly Node[] {
  const list =
    call.childForFieldName('arguments') ?? childrenOf(call).find(({ type }) => type === 'arguments')
  return (list === undefined ? [] : childrenOf(list)).flatMap((argument) =>
    argument.type === 'argument' ? (childrenOf(argument).at(-1) ?? []) : [],
  )
}

/** `sprintf('%s/var/%1$s', ...)`. https://www.php.net/manual/en/function.sprintf.php */
function formatted(formats: Texts, arg: (at: number) => Texts): Texts {
  const format = plainOf(formats)
  if (format === undefined) return unknown
  let next = 0
  const parts = format
    .split(/(%(?:\d+\$)?[-+ 0]*(?:'.)?\d*(?:\.\d+)?[a-zA-Z%])/)
    .map((part): Texts => {
      if (!part.startsWith('%') || part.length < 2) return [[part]]
      if (part === '%%') return [['%']]
      const position = /^%(\d+)\$/.exec(part)?.[1]
      return arg(position === undefined ? next++ : Number(position) - 1)
    })
  return joinedAll(parts)
}

/** `implode('/', [$folder, 'x'])`. */
function imploded(
  between: Texts,
  list: Node | undefined,
  inner: (node: Node | null | undefined) => Texts,
): Texts {
  if (list?.type !== 'array_creation_expression' || childrenOf(list).length > 20) return unknown
  return childrenOf(list)
    .map((item) => inner(childrenOf(item).at(-1)))
    .reduce((all: Texts, item, at) => joined(at === 0 ? all : joined(all, between), item), [[]])
}
