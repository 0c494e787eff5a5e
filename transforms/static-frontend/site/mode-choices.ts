import {
  bare,
  stringOf,
  walk,
  type Scope,
  type Scopes,
  type SyntaxNode as Node,
} from '../../../src/transform.ts'
import { modeValue, valueOf, type Exported, type Making } from './mode-value.ts'

/** A place of the sources that has another value where the development server makes the site than where a build does. */
export interface ModeChoice {
  readonly node: Node
  /** One of the values is an address: `'http://localhost:5000'`, `'/api'`. */
  readonly isAddress: boolean
}

/** The two ways to make a site that are compared. */
export interface Makings {
  readonly server: Making
  readonly build: Making
}

/** A file of the sources, read. */
export interface Parsed {
  readonly program: Node
  readonly scopes: Scopes
}

/** The choices of one file between values; those between what is done and what is left out (tools for developers) are none. */
export function modeChoices(
  { program, scopes: { top, within } }: Parsed,
  { server, build }: Makings,
  exported: Exported,
): readonly ModeChoice[] {
  const found: ModeChoice[] = []
  const differs = (test: Node, scope: Scope) =>
    modeValue(test, scope, server, exported) !== modeValue(test, scope, build, exported)
  walk(program, top, (node, outer) => {
    const scope = within.get(node) ?? outer
    switch (node.type) {
      case 'ConditionalExpression': {
        if (!differs(node.test, scope)) break
        const values = [bare(node.consequent), bare(node.alternate)]
        const isAddress = values.some(hasAddress)
        if (isAddress || values.every(isLiteral)) found.push({ node, isAddress })
        break
      }
      case 'LogicalExpression':
        if (node.operator === '&&' && isText(node.right, isAnyAddress))
          if (differs(node.left, scope)) found.push({ node, isAddress: true })
        break
      case 'IfStatement':
        if (differs(node.test, scope) && givesAddress([node.consequent, node.alternate]))
          found.push({ node: node.test, isAddress: true })
        break
      case 'SwitchStatement':
        if (differs(node.discriminant, scope) && givesAddress(node.cases))
          found.push({ node: node.discriminant, isAddress: true })
        break
      case 'MemberExpression':
        if (node.computed && differs(node.property, scope))
          found.push({ node, isAddress: hasAddress(valueOf(bare(node.object), scope)) })
        break
      default:
        break
    }
    return scope
  })
  return found
}

/** Whether statements assign or return a text that is an address. */
function givesAddress(statements: readonly (Node | null)[]): boolean {
  let found = false
  for (const statement of statements)
    if (statement !== null)
      walk(statement, true, (node) => {
        if (node.type === 'AssignmentExpression') found ||= hasAddress(bare(node.right))
        if (node.type === 'ReturnStatement' && node.argument !== null)
          found ||= hasAddress(bare(node.argument))
        return !found
      })
  return found
}

/** A text that is an address, or a record or a list with a whole one somewhere in it. */
function hasAddress(value: Node): boolean {
  if (isText(value, isAnyAddress)) return true
  if (value.type !== 'ObjectExpression' && value.type !== 'ArrayExpression') return false
  let found = false
  walk(value, true, (node) => {
    found ||= isText(node, isWholeAddress)
    return !found && !node.type.endsWith('FunctionExpression') && !node.type.startsWith('JSX')
  })
  return found
}

/** Whether one of the parts of a text is such. */
function isText(node: Node, is: (text: string) => boolean): boolean {
  const inner = bare(node)
  if (inner.type === 'TemplateLiteral')
    return inner.quasis.some(({ value }) => isWholeAddress(value.raw)) || is(stringOf(inner) ?? '')
  if (inner.type === 'BinaryExpression' && inner.operator === '+')
    return isText(inner.left, is) || isText(inner.right, isWholeAddress)
  return inner.type === 'Literal' && is(stringOf(inner) ?? '')
}

const isWholeAddress = (text: string) => /:\/\/|^localhost\b|^[\w.-]+:\d+(\/|$)/.test(text)
const isAnyAddress = (text: string) => isWholeAddress(text) || /^\/[\w-]/.test(text)

/** A text or a number; `development` and `production` are the mode itself. */
const isLiteral = (node: Node) =>
  node.type === 'Literal' &&
  (typeof node.value === 'number' || !/^(dev|prod)\w*$/.test(stringOf(node) ?? 'dev'))
