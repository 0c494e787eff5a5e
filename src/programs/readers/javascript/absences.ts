import type { Node, Program } from 'oxc-parser'
import type { Asked, MissedPath, Span } from '../missed-paths.ts'
import { asksOf, operandsOf } from './absence-asks.ts'
import {
  callbackOf,
  callsIn,
  deedsOf,
  isFatal,
  isStrict,
  pathOf,
  siteOf,
  type Deeds,
  type Ground,
  type PathNode,
  type Site,
} from './absence-calls.ts'
import type { Scope, Scopes } from './scope.ts'
import { bare, nameOf } from './syntax.ts'
import { walk } from './walk.ts'

/** Where a node stands: what is asked for around it, and whether a folder that is there does no harm to a `mkdir`. */
interface Place {
  readonly scope: Scope
  readonly unless: Asked<PathNode> | undefined
  readonly isSafe: boolean
}

const fails = /^(access|stat|lstat|readdir|opendir|realpath)(Sync)?$/
const answers = /^(access|stat|lstat|exists|readdir|pathExists)$/

/**
 * Folders whose absence a source acts upon, by more than making them: one that is made for it in advance would stay empty, or be in its way.
 *
 *   if (!existsSync('data')) { mkdirSync('data'); writeFileSync('data/users.json', '[]') }
 */
export function absencesIn(
  program: Program,
  { top, within }: Scopes,
  { table, reading }: Pick<Ground, 'table' | 'reading'>,
): readonly MissedPath<PathNode>[] {
  const ground: Ground = { table, reading, scopes: within }
  const deeds = deedsOf(program, top, ground)
  const found: MissedPath<PathNode>[] = []
  /** What the statements of a block ask for before they leave it. */
  const guards = new Map<Node, Asked<PathNode>>()
  const miss = (paths: readonly PathNode[], unless?: Asked<PathNode>) => {
    for (const path of paths) found.push({ path, unless, at: reading.lineOf(path.node.start) })
  }
  const missed = (asked: readonly PathNode[], branch: Span | null | undefined) => {
    if (asked.length > 0 && branch && deeds.acts(branch)) miss(asked)
  }
  const start: Place = { scope: top, unless: undefined, isSafe: false }
  walk(program, start, (node, above: Place, parent) => {
    const scope = ground.scopes.get(node) ?? above.scope
    const unless = (parent && guards.get(parent)) ?? above.unless
    const below = (asked: readonly PathNode[], isSafe = above.isSafe): Place => ({
      ...{ scope, isSafe },
      unless: asked.length === 0 ? unless : { paths: asked, around: unless },
    })
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression': {
        const { absent, present } = asksOf(node.test, scope, ground)
        const asked = [...absent, ...present]
        const block = node.type === 'IfStatement' && leaves(node.consequent) ? parent : undefined
        const isGuard = block?.type === 'BlockStatement' || block?.type === 'Program'
        missed(absent, node.consequent)
        if (absent.length > 0 && isAll(node, parent) && deeds.goesOn(node.consequent)) miss(absent)
        missed(
          present,
          node.alternate ?? (isGuard ? { start: node.end, end: block.end } : undefined),
        )
        if (isGuard && asked.length > 0) guards.set(block, { paths: asked, around: unless })
        return below(asked)
      }
      case 'LogicalExpression': {
        const isRead = parent?.type === 'LogicalExpression' && parent.left === node
        if (isRead) break
        const all: PathNode[] = []
        const asks = { absent: new Array<PathNode>(), present: new Array<PathNode>() }
        for (const { operand, operator } of operandsOf(node)) {
          const open = operator === '&&' ? asks.absent : asks.present
          if (operator !== undefined && open.length > 0 && deeds.acts(operand)) miss(open.splice(0))
          const { absent, present } = asksOf(operand, scope, ground)
          asks.absent.push(...absent)
          asks.present.push(...present)
          all.push(...absent, ...present)
        }
        return below(all)
      }
      case 'TryStatement': {
        const handler = node.handler?.body
        const asked = callsIn([node.block], scope, ground, false)
          .filter(({ call }) => fails.test(call.name))
          .flatMap(pathOf)
        missed(asked, handler)
        const isSafe = handler !== undefined && !isFatal([handler]) && !deeds.acts(node.block)
        return below(asked, isSafe)
      }
      case 'CallExpression': {
        const site = siteOf(node, scope, parent, ground)
        if (site === undefined) break
        const callback = callbackOf(site)
        const isAsked = answers.test(site.call.name) && callback.some(deeds.makes)
        const asked = isAsked ? pathOf(site) : handled(site, scope, ground)
        for (const branch of callback) missed(asked, branch)
        if (isStrict(site) && !above.isSafe && isMissed(site, callback, parent, deeds))
          miss(pathOf(site), unless)
        return below(asked)
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return below([], false)
      default:
        break
    }
    return below([])
  })
  return found
}

/** `access(path).catch(() => ...)`, `.then(() => ..., () => ...)`: the paths that were asked for. */
function handled({ node, call }: Site, scope: Scope, ground: Ground): readonly PathNode[] {
  if (!/^(then|catch)$/.test(call.name) || node.type !== 'CallExpression') return []
  if (node.callee.type !== 'MemberExpression') return []
  const asked = siteOf(bare(node.callee.object), scope, undefined, ground)
  return asked !== undefined && answers.test(asked.call.name) ? pathOf(asked) : []
}

/** Whether a `mkdir` that fails is more than a folder that is there. */
function isMissed(
  site: Site,
  callback: readonly Node[],
  parent: Node | undefined,
  deeds: Deeds,
): boolean {
  if (site.call.name === 'mkdirSync') return true
  if (callback.length > 0) return isFatal(callback) || callback.some(deeds.acts)
  return !(parent?.type === 'MemberExpression' && nameOf(parent.property) === 'catch')
}

/** Whether nothing happens where the condition does not hold. */
const isAll = (node: Node, parent: Node | undefined) =>
  node.type === 'IfStatement' &&
  node.alternate === null &&
  (parent?.type !== 'BlockStatement' || parent.body.at(-1) === node)

const leaving = /^(ReturnStatement|ThrowStatement|ContinueStatement|BreakStatement)$/

function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  return last !== undefined && leaving.test(last.type)
}
