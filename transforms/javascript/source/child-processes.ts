import type { Node } from 'oxc-parser'
import { commandsOfScript, parseScript } from '../../../src/transform.ts'
import { bare, type SourceLine, stringOf } from './syntax.ts'
import type { PathContext } from './path-value.ts'
import type { Callee } from './scope.ts'

/** A program that a source starts. */
export interface StartedProgram {
  /** Undefined where it is only known at run time. */
  readonly name: string | undefined
  readonly at: SourceLine
}

/** Functions that take a program, and those that take a line for the shell. */
const programFunctions = new Set([
  'spawn',
  'spawnSync',
  'execFile',
  'execFileSync',
  'execa',
  'execaSync',
  'cross-spawn',
])
const shellFunctions = new Set([
  'exec',
  'execSync',
  'execaCommand',
  'execaCommandSync',
  'execCommand',
  'command',
])
const processModules = new Set([
  'child_process',
  'execa',
  'cross-spawn',
  'shelljs',
  'node-pty',
  'promisify-child-process',
])

/** The program that a call of child_process, execa, cross-spawn or shelljs starts; undefined for other calls. */
export function childProcess(
  node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
  callee: Callee,
  context: PathContext,
): { readonly name: string | undefined } | undefined {
  const { module } = callee
  if (module === undefined || !processModules.has(module)) return undefined
  const isDefault =
    callee.object === undefined &&
    !programFunctions.has(callee.name) &&
    !shellFunctions.has(callee.name)
  if (isDefault && module !== 'execa' && module !== 'cross-spawn') return undefined
  if (shellFunctions.has(callee.name)) {
    const line = textOf(node.arguments[0], context)
    const script = line === undefined ? undefined : parseScript(line)
    const [first] = script === undefined ? [] : commandsOfScript(script, undefined, () => undefined)
    return { name: known(first?.name) }
  }
  if (!programFunctions.has(callee.name) && !isDefault) return undefined
  const name = textOf(node.arguments[0], context)
  return { name: known(name) }
}

/** `process.execPath` is node itself. */
function textOf(node: Node | undefined, context: PathContext, depth = 0): string | undefined {
  if (node === undefined || depth > 5) return undefined
  const value = bare(node)
  const text = stringOf(value)
  if (text !== undefined) return text
  if (value.type === 'TemplateLiteral') {
    const parts = value.quasis.map((part, i) => {
      const expression = value.expressions[i]
      return (
        (part.value.cooked ?? '') +
        (expression === undefined ? '' : (textOf(expression, context, depth + 1) ?? '$UNKNOWN'))
      )
    })
    return parts.join('')
  }
  if (value.type === 'BinaryExpression' && value.operator === '+') {
    const left = textOf(value.left, context, depth + 1)
    return left === undefined
      ? undefined
      : left + (textOf(value.right, context, depth + 1) ?? '$UNKNOWN')
  }
  if (value.type === 'Identifier')
    return textOf(context.scope.values.get(value.name), context, depth + 1)
  if (
    value.type === 'MemberExpression' &&
    value.property.type === 'Identifier' &&
    value.property.name === 'execPath'
  )
    return 'node'
  return undefined
}

const known = (name: string | undefined) =>
  name === undefined || name === '' || name.includes('$') || name.includes('UNKNOWN')
    ? undefined
    : name
