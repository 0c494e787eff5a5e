import type { Node, Program } from 'oxc-parser'
import {
  acts,
  callbackOf,
  callsIn,
  isFatal,
  isMaker,
  isStrict,
  pathOf,
  type Ground,
  type PathNode,
  type Site,
} from './absence-calls.ts'
import { callOf } from './calls.ts'
import { bindingOf, type Scope, type Scopes } from './scope.ts'
import { bare, nameOf } from './syntax.ts'
import { walk } from './walk.ts'

/** A path that the source misses where nothing is there; not where it is one of those that it asks for around. */
export interface Absence extends PathNode {
  readonly unless: readonly PathNode[]
}

/** Where a node stands: what is asked for around it, and whether a folder that is there does no harm to a `mkdir`. */
interface Place {
  readonly scope: Scope
  readonly unless: readonly PathNode[]
  readonly isSafe: boolean
}

const fails = /^(access|stat|lstat|readdir|opendir|realpath)(Sync)?$/
const answers = /^(access|stat|lstat|exists|readdir|pathExists)$/
const isQuestion = ({ call: { module, name } }: Site) =>
  /^(exists|pathExists)(Sync)?$/.test(name) || (module === undefined && /exists?$/i.test(name))

/**
 * Folders whose absence a source acts upon, by more than making them: one that is made for it in advance would stay empty, or be in its way.
 *
 *   if (!existsSync('data')) { mkdirSync('data'); writeFileSync('data/users.json', '[]') }
 */
export function absencesIn(
  program: Program,
  { top, within }: Scopes,
  { table, reading }: Pick<Ground, 'table' | 'reading'>,
): readonly Absence[] {
  const ground: Ground = { table, reading, scopes: within }
  const found: Absence[] = []
  const behind = new Map<Node, readonly PathNode[]>()
  const missed = (asked: readonly PathNode[], branch: readonly Node[], scope: Scope) => {
    if (asked.length > 0 && acts(branch, scope, ground))
      found.push(...asked.map((path) => ({ ...path, unless: [] })))
  }
  walk(program, { scope: top, unless: [], isSafe: false }, (node, above: Place, parent) => {
    const scope = ground.scopes.get(node) ?? above.scope
    const unless = [...above.unless, ...(behind.get(node) ?? [])]
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'LogicalExpression': {
        const { asked, absent } = question(node, scope, ground)
        if (asked.length === 0) break
        const isLast = node.type === 'IfStatement' && endsThere(node.consequent)
        const rest = isLast ? statementsBehind(node, parent) : []
        for (const statement of rest)
          behind.set(statement, [...(behind.get(statement) ?? []), ...asked])
        missed(asked, absent ?? rest, scope)
        return { scope, unless: [...unless, ...asked], isSafe: above.isSafe }
      }
      case 'TryStatement': {
        const handler = node.handler === null ? [] : [node.handler.body]
        const asked = callsIn([node.block], scope, ground, false)
          .filter(({ call }) => fails.test(call.name))
          .flatMap(pathOf)
        missed(asked, handler, scope)
        const isSafe = handler.length > 0 && !isFatal(handler) && !acts([node.block], scope, ground)
        return { scope, unless: [...unless, ...asked], isSafe }
      }
      case 'CallExpression': {
        const site = siteOf(node, scope, parent, ground)
        if (site === undefined) break
        const callback = callbackOf(site)
        const before = handled(site, scope, ground)
        const isAsked =
          answers.test(site.call.name) && callsIn(callback, scope, ground).some(isMaker)
        const asked = isAsked ? pathOf(site) : before
        missed(asked, callback, scope)
        if (isStrict(site) && !above.isSafe && isMissed(site, callback, parent, ground))
          found.push(...pathOf(site).map((path) => ({ ...path, unless })))
        return { scope, unless: [...unless, ...asked], isSafe: above.isSafe }
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return { scope, unless, isSafe: false }
      default:
        break
    }
    return { scope, unless, isSafe: above.isSafe }
  })
  return found
}

/** The paths that a condition asks for, and what is done where they are not there; undefined for what follows it. */
function question(
  node: Extract<Node, { type: 'IfStatement' | 'ConditionalExpression' | 'LogicalExpression' }>,
  scope: Scope,
  ground: Ground,
): { readonly asked: readonly PathNode[]; readonly absent: readonly Node[] | undefined } {
  const test = bare(node.type === 'LogicalExpression' ? node.left : node.test)
  const operand = test.type === 'UnaryExpression' ? bare(test.argument) : test
  const binding = operand.type === 'Identifier' ? bindingOf(operand.name, scope) : undefined
  const asking = binding?.kind === 'value' ? binding : { node: test, scope }
  const asked = callsIn([asking.node], asking.scope, ground).filter(isQuestion).flatMap(pathOf)
  const isNot = hasNot(test) !== (binding?.kind === 'value' && hasNot(binding.node))
  if (node.type === 'LogicalExpression')
    return { asked, absent: isNot === (node.operator === '&&') ? [node.right] : [] }
  if (isNot) return { asked, absent: [node.consequent] }
  return { asked, absent: node.alternate === null ? undefined : [node.alternate] }
}

/** `!existsSync(path)`, `existsSync(path) === false` */
function hasNot(test: Node): boolean {
  let is = false
  walk(test, true, (node) => {
    is ||= node.type === 'UnaryExpression' && node.operator === '!'
    is ||= node.type === 'Literal' && node.value === false
    return !is
  })
  return is
}

/** `access(path).catch(() => ...)`, `.then(() => ..., () => ...)`: the paths that were asked for. */
function handled({ node, call }: Site, scope: Scope, ground: Ground): readonly PathNode[] {
  if (!/^(then|catch)$/.test(call.name) || node.type !== 'CallExpression') return []
  if (node.callee.type !== 'MemberExpression') return []
  const asked = siteOf(bare(node.callee.object), scope, undefined, ground)
  return asked !== undefined && answers.test(asked.call.name) ? pathOf(asked) : []
}

function siteOf(
  node: Node,
  scope: Scope,
  parent: Node | undefined,
  { reading }: Ground,
): Site | undefined {
  const call = callOf(node, scope, reading)
  return call === undefined ? undefined : { call, node, scope, parent }
}

/** Whether a `mkdir` that fails is more than a folder that is there. */
function isMissed(
  site: Site,
  callback: readonly Node[],
  parent: Node | undefined,
  ground: Ground,
): boolean {
  if (site.call.name === 'mkdirSync') return true
  if (callback.length > 0) return isFatal(callback) || acts(callback, site.scope, ground)
  return !(parent?.type === 'MemberExpression' && nameOf(parent.property) === 'catch')
}

const leaves = /^(ReturnStatement|ThrowStatement|ContinueStatement|BreakStatement)$/

function endsThere(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  return last !== undefined && leaves.test(last.type)
}

/** The statements that follow one in its block. */
function statementsBehind(node: Node, parent: Node | undefined): readonly Node[] {
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return []
  const at = parent.body.findIndex((statement) => statement === node)
  return parent.body.slice(at + 1)
}
