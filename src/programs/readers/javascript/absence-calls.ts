import type { Node, Program } from 'oxc-parser'
import type { Call, CallRow, CallTable } from '../../call.ts'
import { beginsIn, type Span } from '../missed-paths.ts'
import { answersOf } from './absence-answers.ts'
import { callOf, type Reading } from './calls.ts'
import type { Scope } from './scope.ts'
import { stringOf } from './syntax.ts'
import { walk } from './walk.ts'

/** A call, and where it stands. */
export interface Site {
  readonly call: Call
  readonly node: Node
  readonly scope: Scope
  readonly parent: Node | undefined
}

/** An expression that is a path. */
export interface PathNode {
  readonly node: Node
  readonly scope: Scope
}

/** What a source is read with. */
export interface Ground {
  readonly table: CallTable
  readonly reading: Reading
  readonly scopes: ReadonlyMap<Node, Scope>
}

const makers = /^(mkdirp?|mkdirs|ensureDir|makeDirectory)(Sync)?$/
const isFunction = ({ type }: Node) =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression'

/** The calls in nodes; without those in functions where `isDeep` is false. */
export function callsIn(
  nodes: readonly Node[],
  scope: Scope,
  ground: Ground,
  isDeep = true,
): readonly Site[] {
  const found: Site[] = []
  for (const root of nodes)
    walk(root, scope, (node, outer, parent) => {
      if (!isDeep && isFunction(node)) return false
      const within = ground.scopes.get(node) ?? outer
      const site = siteOf(node, within, parent, ground)
      if (site !== undefined) found.push(site)
      return within
    })
  return found
}

/** A call as a site; undefined for other nodes. */
export function siteOf(
  node: Node,
  scope: Scope,
  parent: Node | undefined,
  { reading }: Ground,
): Site | undefined {
  const call = callOf(node, scope, reading)
  return call === undefined ? undefined : { call, node, scope, parent }
}

/** What a call is handed first. */
export function pathOf({ node, scope }: Site): readonly PathNode[] {
  const first = node.type === 'CallExpression' ? node.arguments[0] : undefined
  return first === undefined ? [] : [{ node: first, scope }]
}

/** The function that a call hands over last. */
export function callbackOf({ node }: Site): readonly Node[] {
  const last = node.type === 'CallExpression' ? node.arguments.at(-1) : undefined
  return last !== undefined && isFunction(last) ? [last] : []
}

/** `mkdirSync('data')`, which fails where the folder is there. */
export const isStrict = ({ call }: Site): boolean =>
  (call.module === 'fs' || call.module === 'fs-extra' || call.module === 'mz/fs') &&
  /^mkdir(Sync)?$/.test(call.name) &&
  call.args[1]?.option?.('recursive') === undefined

export const isMaker = ({ call }: Site): boolean =>
  makers.test(call.name) || (call.module === 'make-dir' && call.name === 'default')

/** Functions that log, answer, or hand on. */
const quiet =
  /^(console|next|done|cb|callback|resolve|reject|require|import|String|Number|Boolean|Date|print|log|info|warn|error|debug|verbose|trace|success|fail|t)$/

const leavesSomething = ({ writes, starts, startsLine, database }: CallRow) =>
  [writes, starts, startsLine, database].some((place) => place !== undefined)

/** What the calls of a module do, for any part of it. */
export interface Deeds {
  /**
   * Whether it does more than to make folders and to log it: it writes, starts something, calls a function of the project's own, or makes
   * a folder and answers.
   */
  readonly acts: (part: Span) => boolean
  readonly makes: (part: Span) => boolean
  /** Whether it makes a folder and then goes on by a callback. */
  readonly goesOn: (part: Span) => boolean
}

/** Goes through the calls of a module once. */
export function deedsOf(program: Program, scope: Scope, ground: Ground): Deeds {
  const sites = [...callsIn([program], scope, ground)].sort((a, b) => a.node.start - b.node.start)
  const makers = new Array<number>()
  const leaving = new Array<number>()
  const own = new Array<number>()
  const alone = new Array<number>()
  const ownCalls = new Set<Span>()
  for (const site of sites) {
    const { call, node, parent } = site
    const rows = ground.table(call)
    if (isMaker(site)) makers.push(node.start)
    if (rows.some(leavesSomething)) leaving.push(node.start)
    else if (rows.length === 0 && isOwn(call)) {
      own.push(node.start)
      ownCalls.add(node)
      if (isAlone(parent)) alone.push(node.start)
    }
  }
  const { told, handedOn } = answersOf(program)
  const [isTold, isHandedOn] = [beginsIn(told), beginsIn(handedOn)]
  const makes = beginsIn(makers)
  const [leaves, isAloneIn, isOwnIn] = [beginsIn(leaving), beginsIn(alone), beginsIn(own)]
  return {
    makes,
    acts: (part) =>
      leaves(part) ||
      isAloneIn(part) ||
      ownCalls.has(part) ||
      ((isOwnIn(part) || isTold(part)) && makes(part)),
    goesOn: (part) => isHandedOn(part) && makes(part),
  }
}

function isOwn({ module, object, name, isNew }: Call): boolean {
  const isOfProject =
    module === undefined ? object === undefined || object === 'this' : module.startsWith('.')
  return isOfProject && !isNew && !quiet.test(name)
}

/** Whether nobody takes what a call gives. */
const isAlone = (parent: Node | undefined) =>
  parent !== undefined && /^(ExpressionStatement|AwaitExpression)$/.test(parent.type)

/** Whether a failure ends the program there: it is thrown again, or handed to somebody who will. A folder that is there may be no failure. */
export function isFatal(nodes: readonly Node[]): boolean {
  const all: Node[] = []
  for (const root of nodes)
    walk(root, true, (node) => {
      all.push(node)
      return true
    })
  const ends = all.some((node) => node.type === 'ThrowStatement' || isExit(node))
  return ends && !all.some((node) => stringOf(node) === 'EEXIST')
}

function isExit(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { object, property } = node.callee
  return (
    object.type === 'Identifier' &&
    object.name === 'process' &&
    property.type === 'Identifier' &&
    property.name === 'exit'
  )
}
