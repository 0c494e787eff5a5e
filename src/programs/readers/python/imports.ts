import type { Import, SourceLine } from '../../source-facts.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { bindImport } from './bind.ts'
import { inModule, type Scope } from './expression.ts'

/**
 * What an import statement loads, its names noted in the scope. Specifiers are as written, `a.b` and `..a`; `from a import b` is `a:b`, for b may
 * be a module or a name in one. https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
 */
export function readImport(
  node: Node,
  scope: Scope,
  isCertain: boolean,
  at: SourceLine,
): readonly Import[] {
  return node.type === 'import_from_statement'
    ? fromImport(node, scope).map((specifier) => ({ specifier, isCertain, at }))
    : plainImport(node, scope).map((specifier) => ({ specifier, isCertain, at }))
}

/** `import a.b, c as d` */
function plainImport(node: Node, scope: Scope): readonly string[] {
  return namesIn(node).map(({ name, alias }) => {
    // `import a.b` names a.
    const first = name.slice(0, name.indexOf('.') < 0 ? undefined : name.indexOf('.'))
    if (alias === undefined) bindImport(scope, first, first)
    else bindImport(scope, alias, name)
    return name
  })
}

/** `from .a import b as c, d`, `from a import *` */
function fromImport(node: Node, scope: Scope): readonly string[] {
  const module = node.childForFieldName('module_name')
  const of = module === null ? '' : module.text.replace(/\s/g, '')
  const isAll = childrenOf(node).some(({ type }) => type === 'wildcard_import')
  if (isAll) {
    scope.stars.push(of)
    return [of]
  }
  return namesIn(node).map(({ name, alias }) => {
    bindImport(scope, alias ?? name, inModule(of, name))
    return `${of}:${name}`
  })
}

function namesIn(
  node: Node,
): readonly { readonly name: string; readonly alias: string | undefined }[] {
  return node.childrenForFieldName('name').flatMap((child) => {
    if (child === null) return []
    const isAlias = child.type === 'aliased_import'
    const name = isAlias ? child.childForFieldName('name') : child
    const alias = isAlias ? child.childForFieldName('alias')?.text : undefined
    return name === null ? [] : [{ name: name.text.replace(/\s/g, ''), alias }]
  })
}
