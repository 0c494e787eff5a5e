import { once } from '../../../dockerfile/remember.ts'
import type { SourceLine } from '../../source-facts.ts'
import type { Asked, MissedPath, Span } from '../missed-paths.ts'
import { childrenOf, nodesOf, spanOf, type Node } from '../tree-sitter.ts'
import { actsIn, isFatalName, nameOf } from './absence-acts.ts'
import type { Expression, Scope } from './expression.ts'

/** An `if`, and the function that it stands in. */
export interface ScopedIf {
  readonly node: Node
  readonly scope: Scope
}

/** What a file is read with. */
interface Ground {
  readonly read: (node: Node, scope: Scope) => Expression
  readonly at: (node: Node) => SourceLine
}

const words = (text: string) => new Set(text.split(' '))
const looks = words('os.Stat os.Lstat os.ReadDir ioutil.ReadDir os.Open')
/**
 * Folders of which a file does more than to make them where they are not there, by its `if`s in the order of the text.
 *
 *   if _, err := os.Stat("data"); os.IsNotExist(err) { os.Mkdir("data", 0o755); seed() }   the folder is made and filled
 *   if err := os.Mkdir("data", 0o755); err != nil { log.Fatal(err) }                       none may be there
 */
export function absencesIn(
  root: Node,
  ifs: readonly ScopedIf[],
  { read, at }: Ground,
): readonly MissedPath<Expression>[] {
  const acts = once(() => actsIn(root))
  const found: MissedPath<Expression>[] = []
  /** The ifs above whose block is still open, the innermost first. */
  let open: Open | undefined
  for (const { node, scope } of ifs) {
    while (open !== undefined && open.end <= node.startIndex) open = open.outer
    const around = open?.scope === scope ? open.asked : undefined
    const miss = (folder: Node, unless: Asked<Expression> | undefined) =>
      found.push({ path: read(folder, scope), unless, at: at(folder) })
    const { asked, absent } = question(node)
    if (asked.length > 0 && absent !== undefined && acts()(absent))
      for (const folder of asked) miss(folder, undefined)
    for (const folder of strict(node)) miss(folder, around)
    if (asked.length > 0) {
      const end = node.parent?.endIndex ?? root.endIndex
      const paths = asked.map((folder) => read(folder, scope))
      open = { asked: { paths, around }, scope, end, outer: open }
    }
  }
  return found
}

interface Open {
  readonly asked: Asked<Expression>
  readonly scope: Scope
  readonly end: number
  readonly outer: Open | undefined
}

/** The paths that an `if` asks for, and what is done where they are not there. */
function question(node: Node): {
  readonly asked: readonly Node[]
  readonly absent: Span | undefined
} {
  const condition = node.childForFieldName('condition')
  const head = headOf(node)
  const asked = [...head, ...(condition === null ? [] : [condition])]
    .flatMap((part) => nodesOf(part, ['call_expression']))
    .filter((call) => looks.has(nameOf(call)) || isHelper(call))
    .flatMap(firstArgument)
  const consequence = node.childForFieldName('consequence')
  const alternative = node.childForFieldName('alternative')
  if (asked.length === 0 || consequence === null || condition === null)
    return { asked, absent: undefined }
  const given = new Set(head.flatMap(namesGiven))
  switch (saysAbsent(condition, given)) {
    case true:
      return { asked, absent: spanOf(consequence) }
    case false:
      if (alternative !== null) return { asked, absent: spanOf(alternative) }
      return { asked, absent: leaves(consequence) ? behind(node) : undefined }
    case undefined:
      return { asked, absent: undefined }
  }
}

/** The statement in an `if`, or the one above it that gives what the condition asks about: `_, err := os.Stat("data")`. */
export function headOf(node: Node): readonly Node[] {
  const own = node.childForFieldName('initializer')
  if (own !== null) return [own]
  const before = node.previousNamedSibling
  const condition = node.childForFieldName('condition')
  if (before === null || condition === null) return []
  const given = namesGiven(before)
  if (given.length === 0) return []
  const asked = new Set(nodesOf(condition, ['identifier']).map(({ text }) => text))
  return given.some((name) => asked.has(name)) ? [before] : []
}

/** The names that a statement gives values to. */
export function namesGiven(statement: Node): readonly string[] {
  const left = statement.childForFieldName('left')
  return left === null ? [] : nodesOf(left, ['identifier']).map(({ text }) => text)
}

/** Whether a condition holds where nothing is there, or where something is. `given` are the names that stand for the answer. */
function saysAbsent(condition: Node, given: ReadonlySet<string>): boolean | undefined {
  switch (condition.type) {
    case 'parenthesized_expression':
      return condition.firstNamedChild === null
        ? undefined
        : saysAbsent(condition.firstNamedChild, given)
    case 'unary_expression': {
      const operand = condition.childForFieldName('operand')
      const said = operand === null ? undefined : saysAbsent(operand, given)
      return said === undefined ? undefined : !said
    }
    case 'binary_expression': {
      const operator = condition.childForFieldName('operator')?.text
      const right = condition.childForFieldName('right')
      const left = condition.childForFieldName('left')
      if (right === null || left === null) return undefined
      if (operator === '&&' || operator === '||')
        return saysAbsent(left, given) ?? saysAbsent(right, given)
      if (right.text === 'nil') return given.has(left.text) ? operator === '!=' : undefined
      const said = saysAbsent(left, given)
      if (said === undefined || !/^(true|false)$/.test(right.text)) return undefined
      return said !== ((right.text === 'false') === (operator === '=='))
    }
    case 'call_expression': {
      const name = nameOf(condition)
      if (name === 'os.IsNotExist') return true
      if (name === 'errors.Is') return condition.text.includes('ErrNotExist') ? true : undefined
      return isHelper(condition) ? false : undefined
    }
    // `exists := fileExists("data")`
    case 'identifier':
      return given.has(condition.text) ? false : undefined
    default:
      return undefined
  }
}

/** The folder of an `os.Mkdir` whose failure ends the program, a folder that is there included. */
function strict(node: Node): readonly Node[] {
  const made = headOf(node)
    .flatMap((part) => nodesOf(part, ['call_expression']))
    .filter((call) => nameOf(call) === 'os.Mkdir')
  const consequence = node.childForFieldName('consequence')
  if (made.length === 0 || consequence === null || !isFatal(consequence)) return []
  return nodesOf(node, ['selector_expression']).some(({ text }) => forgives.has(text))
    ? []
    : made.flatMap(firstArgument)
}

const forgives = words('os.IsExist os.ErrExist fs.ErrExist syscall.EEXIST')

function isFatal(block: Node): boolean {
  return (
    nodesOf(block, ['return_statement']).length > 0 ||
    nodesOf(block, ['call_expression']).some((call) => isFatalName(nameOf(call)))
  )
}

/** What stands behind a statement in its block. */
const behind = ({ endIndex, parent }: Node): Span => ({
  start: endIndex,
  end: parent?.endIndex ?? endIndex,
})

function leaves(block: Node): boolean {
  const statements = childrenOf(block).flatMap((child) =>
    child.type === 'statement_list' ? childrenOf(child) : [child],
  )
  return statements.at(-1)?.type === 'return_statement'
}

/** `fileExists(path)`, a function of the project's own. */
const isHelper = (call: Node) => /exists?$/i.test(nameOf(call)) && !/^os\./.test(nameOf(call))

const firstArgument = (call: Node): readonly Node[] => {
  const list = call.childForFieldName('arguments')
  return list === null ? [] : childrenOf(list).slice(0, 1)
}
