import type { Node, Program } from 'oxc-parser'
import type { Call } from '../../call.ts'
import type { SourceLine } from '../../source-facts.ts'
import { callOf, type Reading } from './calls.ts'
import { declaredImport, loadedBy, type LoadedModule } from './imports.ts'
import { isAddressOfSqlite, isPath, isRoute, joinsPaths, namedWithin } from './named-paths.ts'
import { readScopes, type Scope, type Scopes } from './scope.ts'
import { annotatedName, isMemberName, isTypeOnly } from './type-only.ts'
import { variablesOf } from './environment.ts'
import { nameOf } from './syntax.ts'
import { walk } from './walk.ts'

/** A node, and the names that are known where it stands. */
export interface Found<T extends Node = Node> {
  readonly node: T
  readonly scope: Scope
}

/** An option, and the object that it is of. */
export interface FoundOption extends Found<Extract<Node, { type: 'Property' }>> {
  readonly object: Extract<Node, { type: 'ObjectExpression' }>
}

/** What one walk through a module finds. */
export interface Gathered {
  readonly scopes: Scopes
  readonly imports: readonly (LoadedModule & { readonly isCertain: boolean; readonly node: Node })[]
  /** Where something is loaded that can't be told. */
  readonly loads: readonly Node[]
  readonly calls: readonly Call[]
  /** Expressions that are paths as a whole. */
  readonly paths: readonly Found[]
  readonly options: readonly FoundOption[]
  /** `'sqlite:shop.db'` */
  readonly databases: readonly Found[]
  /** `callback(null, 'uploads')`: what is handed on. */
  readonly results: readonly Found[]
  readonly environment: readonly { readonly name: string; readonly at: SourceLine }[]
  /** Words in quotes that may be names of packages, each with where it first stands. */
  readonly words: ReadonlyMap<string, SourceLine>
  /** Paths that stand in a longer text: in the query of an address. */
  readonly named: readonly { readonly text: string; readonly node: Node }[]
}

/** Where a node stands. */
interface Place {
  readonly scope: Scope
  /** False in a function, a condition or a try. */
  readonly isCertain: boolean
  /** True in an expression that is read as a path as a whole. */
  readonly isPart: boolean
}

/** Walks through a module once. `hasTypes` says that it is TypeScript. */
export function gather(program: Program, hasTypes: boolean, reading: Reading): Gathered {
  const scopes = readScopes(program)
  const { top, within } = scopes
  const imports: (Gathered['imports'][number] & {
    readonly names?: readonly string[] | undefined
  })[] = []
  const loads: Node[] = []
  const calls: Call[] = []
  const paths: Found[] = []
  const options: FoundOption[] = []
  const databases: Found[] = []
  const results: Found[] = []
  const environment: Gathered['environment'][number][] = []
  const words = new Map<string, SourceLine>()
  const named: Gathered['named'][number][] = []
  const used = new Set<string>()
  const annotated = new Set<string>()
  let hasDecorators = false

  const visit = (node: Node, above: Place, parent: Node | undefined): Place | false => {
    hasDecorators ||= node.type === 'Decorator'
    if (isTypeOnly(node)) {
      const name = annotatedName(node)
      if (name !== undefined) annotated.add(name)
      return false
    }
    const declared = declaredImport(node)
    if (declared !== undefined) {
      // Not spread: that takes longer than to parse the line.
      const { specifier, names } = declared
      imports.push({ specifier, names, node, isCertain: true })
    }
    if (declares.has(node.type)) return false
    const scope = within.get(node) ?? above.scope
    const loaded = loadedBy(node, scope, reading.values)
    for (const module of loaded?.modules ?? [])
      imports.push({ ...module, node, isCertain: above.isCertain })
    if (loaded?.isGap === true) loads.push(node)
    const call = loaded === undefined ? callOf(node, scope, reading) : undefined
    if (call !== undefined) calls.push(call)
    const isAddress = isRoute(node, parent)
    const isWhole = !above.isPart && loaded === undefined && !isAddress && isPath(node, scope)
    if (isWhole) paths.push({ node, scope })
    if (!above.isPart && isAddressOfSqlite(node)) databases.push({ node, scope })
    if (node.type === 'Property') {
      if (parent?.type === 'ObjectExpression') options.push({ node, scope, object: parent })
    } else if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      if (!isMemberName(node, parent)) used.add(node.name)
    } else if (isResult(node, parent)) results.push({ node, scope })
    const word = packageWord(node, parent)
    if (word !== undefined && !words.has(word)) words.set(word, reading.lineOf(node.start))
    for (const text of namedWithin(node)) named.push({ text, node })
    for (const name of variablesOf(node, scope))
      environment.push({ name, at: reading.lineOf(node.start) })
    const isCertain = above.isCertain && !mayNotRun.test(node.type)
    const isPart =
      isWhole || isAddress || loaded !== undefined || (above.isPart && goesOn(node, scope))
    return scope === above.scope && isCertain === above.isCertain && isPart === above.isPart
      ? above
      : { scope, isCertain, isPart }
  }
  walk(program, { scope: top, isCertain: true, isPart: false }, visit)
  // The compiler leaves out what only types use. The type beside a decorator is a value (NestJS).
  const isUsed = (name: string) => used.has(name) || (hasDecorators && annotated.has(name))
  return {
    scopes,
    imports: imports.filter(({ names }) => !hasTypes || names === undefined || names.some(isUsed)),
    loads,
    calls,
    paths,
    options,
    databases,
    results,
    environment,
    words,
    named,
  }
}

const declares = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'TSImportEqualsDeclaration'])
const mayNotRun =
  /Function|^(IfStatement|ConditionalExpression|LogicalExpression|TryStatement|SwitchStatement|ForStatement|WhileStatement)/
const partOfPath = new Set([
  'BinaryExpression',
  'TemplateLiteral',
  'ConditionalExpression',
  'LogicalExpression',
  'ParenthesizedExpression',
])

/** Whether a path's expression goes on below a node: a call in it has a life of its own. */
const goesOn = (node: Node, scope: Scope) => partOfPath.has(node.type) || joinsPaths(node, scope)

const packageLike = /^(@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/

/** A word in quotes that is no import, no key and nothing that is compared. https://docs.npmjs.com/cli/configuring-npm/package-json#name */
function packageWord(node: Node, parent: Node | undefined): string | undefined {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return undefined
  const { value } = node
  if (value.length > 100 || !packageLike.test(value)) return undefined
  switch (parent?.type) {
    case 'ImportExpression':
    case 'BinaryExpression':
    case 'SwitchCase':
    case 'MemberExpression':
    case 'JSXAttribute':
    case 'TSLiteralType':
      return undefined
    case 'Property':
      return parent.key === node ? undefined : value
    case 'CallExpression':
      return nameOf(parent.callee) === 'require' ? undefined : value
    default:
      return value
  }
}

/** multer's `destination: (request, file, callback) => callback(null, 'uploads')`. */
function isResult(node: Node, parent: Node | undefined): boolean {
  if (node.type !== 'Literal' || parent?.type !== 'CallExpression') return false
  const [first] = parent.arguments
  return (
    parent.callee.type === 'Identifier' &&
    first !== node &&
    first?.type === 'Literal' &&
    first.value === null
  )
}
