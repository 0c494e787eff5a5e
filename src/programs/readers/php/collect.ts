import type { Call } from '../../call.ts'
import type { Import, SourceLine } from '../../source-facts.ts'
import { nodesOf, type Node } from '../tree-sitter.ts'
import { bind, bindDefined, bindingNodes } from './bind.ts'
import { argumentNodes } from './call-value.ts'
import { callNodes, findCall, mayBeKnown, type FoundCall } from './find-calls.ts'
import { namesOfSource } from './names.ts'
import { fileScope, openScope, scopeNodes, type Scope } from './scope.ts'
import { brokenCalls } from './to-call.ts'

/** What one walk through a source's tree finds. */
export interface Collected {
  readonly file: Scope
  readonly calls: readonly FoundCall[]
  /** Calls where the source can't be read. */
  readonly broken: readonly Call[]
  /** Classes that it declares, by their names in small letters. */
  readonly classes: ReadonlyMap<string, Scope>
  /** Functions that it defines, by their whole names in small letters. */
  readonly defined: ReadonlySet<string>
  /** Classes that it uses, each once, by their whole names. */
  readonly imports: ReadonlyMap<string, Import>
  /** Functions without a namespace that it calls. */
  readonly functions: ReadonlyMap<string, SourceLine>
}

const isCall = new Set(callNodes)
const isBinding = new Set(bindingNodes)
const others = [
  'namespace_definition',
  'namespace_use_declaration',
  'qualified_name',
  'relative_name',
]
const always = [...new Set([...scopeNodes, ...bindingNodes, ...callNodes, ...others])]

/** Nodes that most sources have many of, and few have for us. */
function typesIn(text: string): readonly string[] {
  return [
    ...always,
    ...(/["']\\{0,2}[A-Z]\w*\\/.test(text) ? ['string', 'encapsed_string'] : []),
    ...(text.includes('$_ENV') ? ['subscript_expression'] : []),
  ]
}

/** Walks through a tree once. Its nodes are looked for in WebAssembly: most are of no interest. */
export function collect(tree: Node, text: string): Collected {
  const lineAt = linesOf(text)
  const names = namesOfSource()
  const file = fileScope(tree.endIndex + 1)
  const calls = new Array<FoundCall>()
  const classes = new Map<string, Scope>()
  const defined = new Set<string>()
  const imports = new Map<string, Import>()
  const functions = new Map<string, SourceLine>()
  const use = (name: string, node: Node) => {
    const specifier = name.replace(/^\\+/, '')
    if (imports.has(specifier)) return
    imports.set(specifier, { specifier, isCertain: false, at: lineAt(node.startPosition.row) })
  }
  const addCall = (call: FoundCall) => {
    if (call.module.kind === 'function' && call.module.own !== undefined)
      if (!functions.has(call.module.own)) functions.set(call.module.own, call.at)
    if (call.name === 'define') bindDefined(argumentNodes(call.node), call.scope, file)
    if (mayBeKnown(call)) calls.push(call)
  }
  let scope: Scope = file
  let importsEnd = 0
  for (const node of nodesOf(tree, typesIn(text))) {
    while (node.startIndex >= scope.end && scope.parent !== undefined) scope = scope.parent
    const { type } = node
    const opened = openScope(node, type, scope)
    if (opened?.kind === 'class') classes.set(opened.name, opened)
    if (type === 'function_definition') {
      const name = node.childForFieldName('name')
      if (name !== null) defined.add(names.functionsOf(name)[0]?.toLowerCase() ?? '')
    }
    scope = opened ?? scope
    switch (type) {
      case 'namespace_definition':
        names.enter(node.childForFieldName('name')?.text ?? '')
        break
      case 'namespace_use_declaration':
        importsEnd = node.endIndex
        for (const name of names.import(node)) use(name, node)
        break
      case 'qualified_name':
      case 'relative_name': {
        const name = node.startIndex < importsEnd ? undefined : names.classOf(node)
        if (name !== undefined) use(name, node)
        break
      }
      case 'string':
      case 'encapsed_string': {
        const content = node.text.slice(1, -1)
        if (isClassName(content)) use(content.replaceAll('\\\\', '\\'), node)
        break
      }
      default:
        if (isBinding.has(type)) bind(node, type, scope, names)
        else if (isCall.has(type) || type === 'subscript_expression') {
          const call = findCall(node, scope, names, lineAt)
          if (call !== undefined) addCall(call)
        }
    }
  }
  const errors = tree.hasError ? nodesOf(tree, ['ERROR']) : []
  const broken = errors.flatMap((error) => brokenCalls(error, lineAt))
  return { file, calls, broken, classes, defined, imports, functions }
}

/** `'App\\Kernel'`, as configurations name classes. */
const isClassName = (text: string) => /^\\{0,2}[A-Z]\w*(?:\\{1,2}[A-Z]\w*)+$/.test(text)

/** The places of a text, by their rows from 0. */
export function linesOf(text: string): (row: number) => SourceLine {
  const lines = text.split('\n')
  return (row) => ({ line: row + 1, text: lines[row]?.trim() ?? '' })
}
