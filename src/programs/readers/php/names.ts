import { childrenOf, type Node } from '../tree-sitter.ts'

/** What short names stand for at a place of a source. https://www.php.net/manual/en/language.namespaces.rules.php */
export interface Names {
  /** Enters a namespace; what was imported before is forgotten. */
  readonly enter: (namespace: string) => void
  /** Reads `use A\B, C\{D, E as F};`; gives the whole names that it imports, functions and constants included. */
  readonly import: (declaration: Node) => readonly string[]
  /** The whole name of a class, without the leading backslash; undefined for what is computed. */
  readonly classOf: (node: Node) => string | undefined
  /** The names that a function may go by: that of the namespace, then PHP's own. */
  readonly functionsOf: (node: Node) => readonly string[]
}

export function namesOfSource(): Names {
  let namespace = ''
  let classes = new Map<string, string>()
  let functions = new Map<string, string>()
  const inNamespace = (name: string) => (namespace === '' ? name : `${namespace}\\${name}`)
  const resolve = (text: string) => {
    const [head = '', ...rest] = text.split('\\')
    if (head === '') return rest.join('\\')
    if (head.toLowerCase() === 'namespace') return inNamespace(rest.join('\\'))
    const imported = classes.get(head.toLowerCase())
    return imported === undefined ? inNamespace(text) : [imported, ...rest].join('\\')
  }
  return {
    enter: (name) => {
      namespace = name
      classes = new Map()
      functions = new Map()
    },
    import: (declaration) =>
      importsIn(declaration).flatMap(({ name, alias, kind }) => {
        if (kind === 'function') functions.set(alias.toLowerCase(), name)
        if (kind === 'class') classes.set(alias.toLowerCase(), name)
        return [name]
      }),
    classOf: (node) => (isName(node) ? resolve(node.text) : undefined),
    functionsOf: (node) => {
      if (!isName(node)) return []
      const { text } = node
      if (text.includes('\\')) return [resolve(text)]
      const imported = functions.get(text.toLowerCase())
      if (imported !== undefined) return [imported]
      return namespace === '' ? [text] : [inNamespace(text), text]
    },
  }
}

export function isName({ type }: Node): boolean {
  return type === 'name' || type === 'qualified_name' || type === 'relative_name'
}

interface ImportedName {
  readonly name: string
  readonly alias: string
  readonly kind: 'class' | 'function' | 'const'
}

function importsIn(declaration: Node): readonly ImportedName[] {
  const kind = kindOf(declaration) ?? 'class'
  const group = declaration.childForFieldName('body')
  const prefix = childrenOf(declaration).find(({ type }) => type === 'namespace_name')?.text
  const clauses = childrenOf(group ?? declaration).filter(
    ({ type }) => type === 'namespace_use_clause',
  )
  return clauses.flatMap((clause) => {
    const own = childrenOf(clause).find(isName)
    if (own === undefined) return []
    const text = own.text.replace(/^\\+/, '')
    const name = group === null || prefix === undefined ? text : `${prefix}\\${text}`
    const alias = clause.childForFieldName('alias')?.text
    return [{ name, alias: alias ?? lastPart(name), kind: kindOf(clause) ?? kind }]
  })
}

/** `use function`, `use const`; in a group each clause may say it. */
function kindOf(node: Node): 'function' | 'const' | undefined {
  const type = node.children.find((child) => child?.isNamed === false && child.type !== 'use')?.type
  return type === 'function' || type === 'const' ? type : undefined
}

export const lastPart = (name: string) => name.slice(name.lastIndexOf('\\') + 1)
