import type { Node } from 'oxc-parser'
import {
  bare,
  folderOf,
  moduleName,
  nameOf,
  requiredModule,
  resolvePath,
} from '../../../src/transform.ts'
import { meetCalls } from './assignments.ts'
import { joinPaths } from './join-paths.ts'
import { lookUp, unknownAt, valueAt, type Frame, type Machine } from './machine.ts'
import { mergeValues, truthOf, type ConfigValue } from './value.ts'

type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' | 'ImportExpression' }>

/** What a call comes to: paths that are joined, records that are merged, functions of the file itself. */
export function evaluateCall(node: Call, frame: Frame, machine: Machine): ConfigValue {
  const required = requiredModule(node)
  if (required !== undefined) return moduleValue(required, node, machine)
  if (node.type === 'ImportExpression') return unknownAt(machine, node)
  const callee = bare(node.callee)
  const args = node.arguments.map((arg) =>
    arg.type === 'SpreadElement' ? unknownAt(machine, arg) : machine.evaluate(arg, frame),
  )
  const own =
    callee.type === 'Identifier'
      ? lookUp(callee.name, frame)
      : callee.type === 'MemberExpression'
        ? methodOwner(callee, frame, machine)
        : machine.evaluate(callee, frame)
  if (own?.kind === 'function' && callee.type !== 'MemberExpression') return own.apply(args)
  const name = nameOfCall(callee, own)
  const known = knownCall(name, args, own, node, machine)
  if (known !== undefined) return known
  const from =
    own?.kind === 'import'
      ? own.module
      : own?.kind === 'call'
        ? (own.module ?? own.name)
        : undefined
  const value = valueAt(machine, node, { kind: 'call', name, module: from, args }, args)
  machine.met(value)
  for (const arg of args) if (arg.kind === 'function') meetCalls(arg.node, machine)
  return value
}

/** `withMdx({...})(config)` has the name of the first call. */
function nameOfCall(callee: Node, own: ConfigValue | undefined): string {
  if (callee.type === 'Identifier')
    return own?.kind === 'import' ? (own.name ?? callee.name) : callee.name
  if (callee.type === 'MemberExpression') return nameOf(callee.property) ?? ''
  return own?.kind === 'call' ? own.name : ''
}

const methodOwner = (
  callee: Extract<Node, { type: 'MemberExpression' }>,
  frame: Frame,
  machine: Machine,
): ConfigValue | undefined => machine.evaluate(callee.object, frame)

/** `require('./base')`, `import base from './base'`: what the module exports. */
function moduleValue(specifier: string, node: Node, machine: Machine): ConfigValue {
  const loaded = machine.load(specifier, undefined)
  return (
    loaded ??
    valueAt(machine, node, { kind: 'import', module: moduleName(specifier), name: undefined })
  )
}

function knownCall(
  name: string,
  args: readonly ConfigValue[],
  owner: ConfigValue | undefined,
  node: Node,
  machine: Machine,
): ConfigValue | undefined {
  const [first, second] = args
  const literal = (value: string | number | boolean | undefined) =>
    valueAt(machine, node, { kind: 'literal', value }, args)
  if (/^define\w*Config$/.test(name) || name === 'defineConfig') return first
  switch (name) {
    case 'join':
    case 'resolve':
    case 'normalize':
      return owner?.kind === 'import' && owner.module !== 'path'
        ? undefined
        : joinPaths(name, args, node, machine)
    case 'dirname':
      return first?.kind === 'path'
        ? valueAt(machine, node, { kind: 'path', path: folderOf(first.path) }, args)
        : undefined
    case 'fileURLToPath':
      return first?.kind === 'path' ? first : undefined
    case 'URL': {
      const text = first?.kind === 'literal' ? first.value : undefined
      const path =
        typeof text === 'string' && second?.kind === 'path'
          ? resolvePath(folderOf(second.path), text)
          : undefined
      return path === undefined ? undefined : valueAt(machine, node, { kind: 'path', path }, args)
    }
    case 'cwd':
      return valueAt(machine, node, { kind: 'path', path: machine.cwd })
    case 'loadEnv':
      return valueAt(machine, node, { kind: 'environment', isLoaded: true })
    case 'mergeConfig':
    case 'merge':
    case 'assign':
    case 'defu':
      return args.reduce((left, right) =>
        name === 'defu'
          ? mergeValues(right, left, true)
          : mergeValues(left, right, name !== 'assign', name !== 'assign'),
      )
    case 'parseInt':
    case 'Number':
    case 'parseFloat':
      return first?.kind === 'literal' ? literal(Number(first.value)) : undefined
    case 'String':
      return first?.kind === 'literal' ? literal(String(first.value)) : undefined
    case 'Boolean': {
      const truth = first === undefined ? undefined : truthOf(first)
      return truth === undefined ? undefined : literal(truth)
    }
    case 'toString':
      return owner?.kind === 'literal' ? literal(String(owner.value)) : undefined
    case 'freeze':
      return first
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return first?.kind === 'literal' && owner !== undefined
        ? literalOf(holds(name, owner, String(first.value)), literal)
        : undefined
    case 'concat':
    case 'filter':
      return owner?.kind === 'list' ? listOf(name, owner, args) : undefined
    case 'RegExp': {
      const text = first?.kind === 'literal' ? first.value : undefined
      return typeof text === 'string'
        ? valueAt(machine, node, { kind: 'regex', pattern: text }, args)
        : undefined
    }
    default:
      return undefined
  }
}

const literalOf = (
  answer: boolean | undefined,
  literal: (value: boolean) => ConfigValue,
): ConfigValue | undefined => (answer === undefined ? undefined : literal(answer))

/** `mode.startsWith('prod')`, `['a', 'b'].includes(mode)`; undefined where that is not known. */
function holds(
  name: 'includes' | 'startsWith' | 'endsWith',
  owner: ConfigValue,
  word: string,
): boolean | undefined {
  if (owner.kind === 'list') {
    const isIn = owner.items.some((item) => item.kind === 'literal' && item.value === word)
    const isAll = owner.isWhole && owner.items.every((item) => item.kind === 'literal')
    return isIn || isAll ? isIn : undefined
  }
  const text = owner.kind === 'literal' ? owner.value : undefined
  return typeof text === 'string' ? text[name](word) : undefined
}

/** `[a && b, c].filter(Boolean)` leaves out what is nothing. */
function listOf(
  name: 'concat' | 'filter',
  owner: Extract<ConfigValue, { kind: 'list' }>,
  args: readonly ConfigValue[],
): ConfigValue {
  if (name === 'filter')
    return { ...owner, items: owner.items.filter((item) => truthOf(item) !== false) }
  const items = args.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]))
  const isWhole = args.every((arg) => arg.kind !== 'list' || arg.isWhole)
  return { ...owner, items: [...owner.items, ...items], isWhole: owner.isWhole && isWhole }
}
