import { parseSync, type Node, type Program } from 'oxc-parser'
import { isTooDeep } from './nesting.ts'

export type { Node }

/** The languages whose files are read as program sources. */
export const sourceExtensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.mjs',
  '.cjs',
  '.jsx',
] as const

/** The syntax tree of a JavaScript or TypeScript file; undefined where it does not parse. */
export function parseSource(path: string, text: string): Program | undefined {
  if (isTooDeep(text)) return undefined
  const lang = /\.tsx$/.test(path) ? 'tsx' : /\.[mc]?ts$/.test(path) ? 'ts' : 'jsx'
  const { program, errors } = parseSync(path, text, { lang, sourceType: 'unambiguous' })
  return errors.length > 0 && program.body.length === 0 ? undefined : program
}

/** The text of a string literal or of a template without expressions. */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** The name of a property key or of a member: `a.b`, `a['b']`. */
export function nameOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name
  return stringOf(node)
}

/** What stands inside brackets, `as` and `!`. */
export function bare(node: Node): Node {
  let inner = node
  for (;;)
    switch (inner.type) {
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
        inner = inner.expression
        break
      case 'AwaitExpression':
        inner = inner.argument
        break
      default:
        return inner
    }
}

/** `node:fs/promises` and `fs` are one module here. */
export function moduleName(specifier: string): string {
  const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier
  return name === 'fs/promises' ? 'fs' : name === 'path/posix' ? 'path' : name
}
