import type { Import, SourceLine } from '../../source-facts.ts'
import { sourceLines } from '../../source-lines.ts'
import { pythonKeys } from '../../calls/python.ts'
import { childrenOf, loadGrammar, withTree, type Node } from '../tree-sitter.ts'
import { bind, bindingNodes, bindParameters } from './bind.ts'
import {
  declare,
  innerScope,
  moduleScope,
  writtenName,
  type Expression,
  type PythonCall,
  type PythonFunction,
  type Scope,
} from './expression.ts'
import { readImport } from './imports.ts'
import { isKnown } from './known-callee.ts'
import { isOfPrograms, wordsNamed } from './program-modules.ts'
import { expressionReader } from './read-expression.ts'
import { partsOfString } from './string.ts'

const grammar = await loadGrammar('python')

/** A Python source as it is parsed: nothing is worked out yet, for names may be of other files. */
export interface PythonSource {
  readonly path: string
  readonly imports: readonly Import[]
  /** Calls of what rows know. */
  readonly calls: readonly { readonly expression: PythonCall; readonly at: SourceLine }[]
  /** Settings by their names: `STATIC_ROOT = ...`, `app.config['UPLOAD_FOLDER'] = ...`; `name` is '' for a dictionary of them. */
  readonly settings: readonly {
    readonly name: string
    readonly value: Expression
    readonly at: SourceLine
  }[]
  /** `os.environ['A']`, `plumbum.local['git']` */
  readonly items: readonly { readonly expression: Expression; readonly at: SourceLine }[]
  /** String literals but those with parts that are not known. */
  readonly literals: readonly { readonly text: string; readonly at: SourceLine }[]
  readonly scope: Scope
  /** Where it can't be parsed. */
  readonly broken: SourceLine | undefined
}

const conditional = new Set(['if_statement', 'try_statement', 'match_statement'])
const always = [
  'import_statement',
  'import_from_statement',
  'call',
  'decorator',
  'string',
  'function_definition',
  'class_definition',
  'lambda',
  'return_statement',
  ...conditional,
  ...bindingNodes,
]

/** Nodes that most sources have many of, and few have for us. */
const typesIn = (text: string): readonly string[] => [
  ...always,
  ...(/environ|plumbum/.test(text) ? ['subscript'] : []),
  ...(pythonKeys.test(text) ? ['dictionary'] : []),
]

/** Parses a Python source; undefined for one that nests too deep. */
export function parsePython(path: string, text: string): PythonSource | undefined {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  return withTree(grammar, source, (root) => readTree(root, path, source))
}

function readTree(root: Node, path: string, text: string): PythonSource {
  const lineAt = sourceLines(text)
  const at = (node: Node) => lineAt(node.startIndex)
  const read = expressionReader()
  const module = moduleScope(text.length + 1, path)
  const functions = new Map<Scope, PythonFunction>()
  const imports: Import[] = []
  const calls: PythonSource['calls'][number][] = []
  const settings: PythonSource['settings'][number][] = []
  const items: PythonSource['items'][number][] = []
  const literals = new Map<string, PythonSource['literals'][number]>()
  let scope = module
  let uncertainUntil = 0
  let hasPrograms = false
  for (const node of root.descendantsOfType([...typesIn(text)])) {
    if (node === null) continue
    while (node.startIndex >= scope.end && scope.parent !== undefined) scope = scope.parent
    const { type } = node
    switch (type) {
      case 'import_statement':
      case 'import_from_statement': {
        const isCertain = scope === module && node.startIndex >= uncertainUntil
        const found = readImport(node, scope, isCertain, at(node))
        imports.push(...found)
        hasPrograms ||= found.some(({ specifier }) => isOfPrograms(specifier))
        break
      }
      case 'call': {
        const callee = node.childForFieldName('function')
        const isProgram = () =>
          hasPrograms && wordsNamed(writtenName(read(callee, scope)) ?? '').length > 0
        const expression = isKnown(callee, scope) || isProgram() ? read(node, scope) : undefined
        if (expression?.kind === 'call') calls.push({ expression, at: at(node) })
        break
      }
      case 'decorator': {
        // `@torch.compile` calls it with the function; `@torch.compile(mode=...)` is a call itself.
        const [callee = null] = childrenOf(node)
        if (isKnown(callee, scope))
          calls.push({ expression: calledWithNothing(read(callee, scope)), at: at(node) })
        break
      }
      case 'string': {
        const [only, ...others] = partsOfString(node)
        if (typeof only === 'string' && others.length === 0 && !literals.has(only))
          literals.set(only, { text: only, at: at(node) })
        break
      }
      case 'subscript':
        items.push({ expression: read(node, scope), at: at(node) })
        break
      case 'dictionary':
        settings.push({ name: '', value: read(node, scope), at: at(node) })
        break
      case 'function_definition': {
        const made: PythonFunction = { kind: 'function', returns: [] }
        declare(scope, node.childForFieldName('name')?.text ?? '').values.push(made)
        scope = innerScope('function', scope, node.endIndex)
        functions.set(scope, made)
        bindParameters(node, scope, read)
        break
      }
      case 'lambda':
        scope = innerScope('function', scope, node.endIndex)
        bindParameters(node, scope, read)
        break
      case 'class_definition': {
        const around = scope
        const list = node.childForFieldName('superclasses')
        scope = innerScope('class', around, node.endIndex)
        const bases = (list === null ? [] : childrenOf(list)).map((base) => read(base, around))
        const binding = declare(around, node.childForFieldName('name')?.text ?? '')
        binding.values.push({ kind: 'class', scope, bases })
        break
      }
      case 'return_statement':
        functions.get(scope)?.returns.push(read(childrenOf(node)[0] ?? null, scope))
        break
      default:
        if (conditional.has(type)) uncertainUntil = Math.max(uncertainUntil, node.endIndex)
        else bind(node, scope, read)
        if (type === 'assignment') {
          const name = settingOf(node.childForFieldName('left'))
          const value = name === undefined ? undefined : read(node, scope)
          if (name !== undefined && value !== undefined)
            settings.push({ name, value, at: at(node) })
        }
    }
  }
  const error = root.hasError ? root.descendantsOfType('ERROR')[0] : undefined
  return {
    ...{ path, imports, calls, settings, items, scope: module },
    literals: [...literals.values()],
    broken: error === undefined || error === null ? undefined : at(error),
  }
}

const calledWithNothing = (callee: Expression): PythonCall => ({
  ...{ kind: 'call', callee, args: [], named: new Map(), hasOthers: false },
})

/** The name of a setting that is assigned: `NAME`, `settings.NAME`, `config['NAME']`. */
function settingOf(left: Node | null): string | undefined {
  const key =
    left?.type === 'attribute'
      ? left.childForFieldName('attribute')?.text
      : left?.type === 'subscript'
        ? left.childForFieldName('subscript')?.text.slice(1, -1)
        : left?.text
  return key !== undefined && /^[A-Z][A-Z_]+$/.test(key) ? key : undefined
}
