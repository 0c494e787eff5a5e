import type { Node } from 'oxc-parser'
import { isKnown, type PathValue } from '../../path-value.ts'
import type { Import } from '../../source-facts.ts'
import { calleeOf } from './callee.ts'
import { bindingOf, type Scope } from './scope.ts'
import { nameOf } from './syntax.ts'
import { textOf } from './text-of.ts'
import type { Values } from './values.ts'

/** What a declaration loads; the names that it binds are undefined where it is loaded whether they are used or not. */
export interface DeclaredImport {
  readonly specifier: string
  readonly names: readonly string[] | undefined
}

/** The module that a declaration loads; undefined where it loads none, or types alone. */
export function declaredImport(node: Node): DeclaredImport | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const { specifiers, source } = node
      if (node.importKind === 'type') return undefined
      if (specifiers.length === 0) return { specifier: source.value, names: undefined }
      const values = specifiers.filter(
        (item) => item.type !== 'ImportSpecifier' || item.importKind !== 'type',
      )
      return values.length === 0
        ? undefined
        : { specifier: source.value, names: values.map(({ local }) => local.name) }
    }
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source === null || node.exportKind === 'type'
        ? undefined
        : { specifier: node.source.value, names: undefined }
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? { specifier: node.moduleReference.expression.value, names: [node.id.name] }
        : undefined
    default:
      return undefined
  }
}

export type LoadedModule = Pick<Import, 'specifier' | 'value'>

/** What an expression loads. */
export interface LoadedModules {
  readonly modules: readonly LoadedModule[]
  /** True where that is not all. */
  readonly isGap: boolean
}

/** What `require(x)`, `require.resolve(x)`, `import(x)` or code that is put together loads; undefined for other expressions. */
export function loadedBy(node: Node, scope: Scope, values: Values): LoadedModules | undefined {
  if (node.type === 'ImportExpression') return modulesOf(node.source, scope, values)
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
  const { callee } = node
  const [first] = node.arguments
  const isMember = callee.type === 'MemberExpression'
  if (isRequire(isMember ? callee.object : callee, scope)) {
    const isLoading = !isMember || nameOf(callee.property) === 'resolve'
    return isLoading && first !== undefined ? modulesOf(first, scope, values) : undefined
  }
  const code = runsCode(callee, scope) ? node.arguments.at(-1) : undefined
  return code === undefined || textOf(code, scope) !== undefined
    ? undefined
    : { modules: [], isGap: true }
}

/** The `require` that Node gives, or what `createRequire` makes; not a parameter of that name, as bundles have. */
function isRequire(node: Node, scope: Scope): boolean {
  if (node.type !== 'Identifier' || node.name !== 'require') return false
  let at: Scope | undefined = scope
  while (at !== undefined && !at.names.has('require')) at = at.outer
  return at === undefined || at.names.get('require') !== undefined
}

/** A text is looked for as modules are; a path that is put together stands where it says. */
function modulesOf(node: Node, scope: Scope, values: Values): LoadedModules {
  if (node.type === 'ConditionalExpression') {
    const ways = [node.consequent, node.alternate].map((way) => modulesOf(way, scope, values))
    return {
      modules: ways.flatMap(({ modules }) => modules),
      isGap: ways.some(({ isGap }) => isGap),
    }
  }
  const text = textOf(node, scope)
  if (text !== undefined) return { modules: [{ specifier: text }], isGap: false }
  // Modules are looked for beside the one that names them: https://nodejs.org/api/modules.html#file-modules
  const paths = values
    .paths(node, scope)
    .map((value): PathValue =>
      value.base === 'cwd' && /^\.{1,2}(\/|$)/.test(value.path)
        ? { ...value, base: 'own-folder' }
        : value,
    )
  const known = paths.filter((value) => isKnown(value) && !(value.isPrefix && value.base === 'cwd'))
  return {
    modules: known.map((value) => ({ specifier: value.path, value })),
    isGap: known.length < paths.length,
  }
}

/** `eval`, `new Function`, and what vm has. https://nodejs.org/api/vm.html */
function runsCode(node: Node, scope: Scope): boolean {
  if (node.type === 'Identifier' && (node.name === 'eval' || node.name === 'Function'))
    return bindingOf(node.name, scope) === undefined
  const name = nameOf(node.type === 'MemberExpression' ? node.property : node)
  return codeRunners.has(name ?? '') && calleeOf(node, scope)?.module === 'vm'
}

const codeRunners = new Set([
  'Script',
  'SourceTextModule',
  'compileFunction',
  'runInContext',
  'runInNewContext',
  'runInThisContext',
])
