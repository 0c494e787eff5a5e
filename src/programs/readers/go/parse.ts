import type { SourceLine } from '../../source-facts.ts'
import { sourceLines } from '../../source-lines.ts'
import { childrenOf, loadGrammar, withTree, type Node } from '../tree-sitter.ts'
import type { MissedPath } from '../missed-paths.ts'
import { absencesIn, type ScopedIf } from './absences.ts'
import { bind, bindingNodes, changesNames, fieldsSet } from './bind.ts'
import { embedPatterns } from './embed.ts'
import { fatalLines, mayTakeError } from './fatal-calls.ts'
import {
  declare,
  fileScope,
  innerScope,
  type Expression,
  type GoFunction,
  type Scope,
} from './expression.ts'
import { headerOf, type Header } from './header.ts'
import { isStandard, packageName } from './module-of.ts'
import { isNoProgram } from './no-program.ts'
import { expressionReader, stringOf } from './read-expression.ts'
import { tagDefaults } from './tag-defaults.ts'

const grammar = await loadGrammar('go')

/** A Go file as it is parsed: nothing is worked out yet, for names may be of other files of its package. */
export interface GoSource {
  readonly path: string
  readonly package: string
  readonly header: Header
  readonly imports: readonly { readonly path: string; readonly at: SourceLine }[]
  /** Calls, and composite literals as calls of their type. */
  readonly calls: readonly {
    readonly expression: Extract<Expression, { kind: 'call' | 'composite' }>
    readonly at: SourceLine
  }[]
  /** Folders of which it does more than to make them where they are not there. */
  readonly absences: readonly MissedPath<Expression>[]
  /** Lines of calls whose failure ends it. */
  readonly fatal: ReadonlySet<number>
  /** String literals, but those of imports; of struct tags, the defaults. */
  readonly literals: readonly { readonly text: string; readonly at: SourceLine }[]
  /** What `//go:embed` compiles in, as patterns. */
  readonly embeds: readonly string[]
  /** The names of the file, of which those of the package's other files are a part once they are read together. */
  readonly scope: Scope
  /** Where it can't be parsed. */
  readonly broken: SourceLine | undefined
}

const functions = new Set(['function_declaration', 'method_declaration', 'func_literal'])
const wanted = [
  'package_clause',
  'import_spec',
  'comment',
  'call_expression',
  'composite_literal',
  'interpreted_string_literal',
  'raw_string_literal',
  'field_declaration',
  'return_statement',
  'if_statement',
  ...functions,
  ...bindingNodes,
]

/** Parses a Go file; undefined where it has no package clause, and for a long text that no compiler takes: empty, or no Go. */
export function parseGo(path: string, text: string): GoSource | undefined {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  return isNoProgram(source)
    ? undefined
    : withTree(grammar, source, (root) => readTree(root, path, source))
}

function readTree(root: Node, path: string, text: string): GoSource | undefined {
  const lineAt = sourceLines(text)
  const at = (node: Node) => lineAt(node.startIndex)
  const read = expressionReader()
  const imports: GoSource['imports'][number][] = []
  const packages = new Map<string, string>()
  const dots: string[] = []
  const file = fileScope(text.length + 1, { packages, dots }, path)
  const declared = new Map<Scope, GoFunction>()
  const calls: GoSource['calls'][number][] = []
  const ifs: ScopedIf[] = []
  const handed: Node[] = []
  const returns: Node[] = []
  const literals = new Map<string, GoSource['literals'][number]>()
  const embeds: string[] = []
  const changes: { readonly node: Node; readonly scope: Scope }[] = []
  let name: string | undefined
  let scope = file
  let skippedUntil = -1
  const noteLiteral = (text: string, node: Node) => {
    if (!literals.has(text)) literals.set(text, { text, at: at(node) })
  }
  for (const node of root.descendantsOfType(wanted)) {
    if (node === null) continue
    while (node.startIndex >= scope.end && scope.parent !== undefined) scope = scope.parent
    switch (node.type) {
      case 'package_clause':
        name ??= node.firstNamedChild?.text
        break
      case 'import_spec': {
        const spec = node.childForFieldName('path')
        if (spec === null) break
        const imported = stringOf(spec)
        skippedUntil = node.endIndex
        imports.push({ path: imported, at: at(node) })
        const alias = node.childForFieldName('name')
        if (alias?.type === 'dot') dots.push(imported)
        else if (alias !== null) packages.set(alias.text, imported)
        else {
          // A name that is guessed from a path takes none from the standard library.
          const guessed = packageName(imported)
          if (isStandard(imported) || !packages.has(guessed)) packages.set(guessed, imported)
        }
        break
      }
      case 'field_declaration': {
        // `json:"name"`
        const tag = node.childForFieldName('tag')
        if (tag === null) break
        skippedUntil = tag.endIndex
        for (const text of tagDefaults(stringOf(tag))) noteLiteral(text, tag)
        break
      }
      case 'comment':
        embeds.push(...embedPatterns(node.text))
        break
      case 'interpreted_string_literal':
      case 'raw_string_literal':
        if (node.startIndex < skippedUntil || isOfProtoc(node, path)) break
        noteLiteral(stringOf(node), node)
        break
      case 'call_expression':
      case 'composite_literal': {
        const expression = read(node, scope)
        if (expression.kind === 'call' || expression.kind === 'composite')
          calls.push({ expression, at: at(node) })
        if (node.type === 'call_expression' && mayTakeError(node)) handed.push(node)
        break
      }
      case 'if_statement':
        ifs.push({ node, scope })
        break
      case 'return_statement': {
        returns.push(node)
        const [list] = childrenOf(node)
        const first = list?.type === 'expression_list' ? childrenOf(list)[0] : list
        declared.get(scope)?.returns.push(read(first ?? null, scope))
        break
      }
      default:
        if (functions.has(node.type)) {
          scope = innerScope(scope, node.endIndex)
          if (node.type === 'function_declaration')
            declared.set(scope, functionOf(node, file, scope))
        } else if (changesNames(node)) {
          changes.push({ node, scope })
          for (const expression of fieldsSet(node, (part) => read(part, scope)))
            calls.push({ expression, at: at(node) })
        } else bind(node, scope, read)
    }
  }
  if (name === undefined) return undefined
  for (const change of changes) bind(change.node, change.scope, read)
  const error = root.hasError ? root.descendantsOfType('ERROR')[0] : undefined
  return {
    path,
    package: name,
    header: headerOf(root),
    imports,
    calls,
    absences: absencesIn(root, ifs, { read, at }),
    fatal: fatalLines({ ifs, handed, returns }, at),
    literals: [...literals.values()],
    embeds,
    scope: file,
    broken: error === undefined || error === null ? undefined : at(error),
  }
}

/** What protoc writes names the file that it was made of. */
const isOfProtoc = ({ text }: Node, path: string) =>
  path.endsWith('.pb.go') && text.endsWith('.proto"')

/** Notes a function of the package. What is called on a value of a type is none. */
function functionOf(node: Node, file: Scope, scope: Scope): GoFunction {
  const list = node.childForFieldName('parameters')
  const parameters = (list === null ? [] : childrenOf(list)).flatMap((parameter) =>
    parameter.childrenForFieldName('name').flatMap((name) => name?.text ?? []),
  )
  const made: GoFunction = { kind: 'function', parameters, scope, returns: [] }
  declare(file, node.childForFieldName('name')?.text ?? '').values.push(made)
  return made
}
