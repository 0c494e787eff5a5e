import { childrenOf, nodesOf, type Node } from '../tree-sitter.ts'

/** The path of a folder whose absence a source acts upon, by its nodes; not where it is one of those that it asks for around. */
export interface AbsentNode {
  readonly path: Node
  readonly unless: readonly Node[]
}

const words = (text: string) => new Set(text.split(' '))
const looks = words('os.Stat os.Lstat os.ReadDir ioutil.ReadDir os.Open')
const writes = words(
  'os.WriteFile os.Create os.OpenFile os.Rename os.CopyFS os.Symlink os.Link ioutil.WriteFile exec.Command exec.CommandContext',
)
const makes = words('os.Mkdir os.MkdirAll')
/** What is called without anything being filled by it. */
const quiet = words(
  'log fmt slog logger logrus zap zerolog klog glog errors os filepath path strings strconv time http w c ctx t len make new append copy string byte int print println panic recover close cap delete error any',
)
const functions = words('function_declaration method_declaration func_literal')

/**
 *   if _, err := os.Stat("data"); os.IsNotExist(err) { os.Mkdir("data", 0o755); seed() }   the folder is made and filled
 *   if err := os.Mkdir("data", 0o755); err != nil { log.Fatal(err) }                       none may be there
 */
export function absencesAt(node: Node): readonly AbsentNode[] {
  const { asked, absent } = question(node)
  const acted = asked.length > 0 && acts(absent) ? asked.map((path) => ({ path, unless: [] })) : []
  return [...acted, ...strict(node)]
}

/** The paths that an `if` asks for, and what is done where they are not there. */
function question(node: Node): {
  readonly asked: readonly Node[]
  readonly absent: readonly Node[]
} {
  const condition = node.childForFieldName('condition')
  const asked = [...headOf(node), ...(condition === null ? [] : [condition])]
    .flatMap((part) => nodesOf(part, ['call_expression']))
    .filter((call) => looks.has(nameOf(call)) || isHelper(call))
    .flatMap(firstArgument)
  const consequence = node.childForFieldName('consequence')
  const alternative = node.childForFieldName('alternative')
  if (asked.length === 0 || consequence === null || condition === null) return { asked, absent: [] }
  switch (saysAbsent(condition)) {
    case true:
      return { asked, absent: [consequence] }
    case false:
      if (alternative !== null) return { asked, absent: [alternative] }
      return { asked, absent: leaves(consequence) ? behind(node) : [] }
    case undefined:
      return { asked, absent: [] }
  }
}

/** The statement in an `if`, or the one above it that gives what the condition asks about: `_, err := os.Stat("data")`. */
function headOf(node: Node): readonly Node[] {
  const own = node.childForFieldName('initializer')
  if (own !== null) return [own]
  const before = node.previousNamedSibling
  const left = before?.childForFieldName('left')
  const condition = node.childForFieldName('condition')
  if (before === null || left === null || left === undefined || condition === null) return []
  const asked = new Set(nodesOf(condition, ['identifier']).map(({ text }) => text))
  return nodesOf(left, ['identifier']).some(({ text }) => asked.has(text)) ? [before] : []
}

/** Whether a condition holds where nothing is there, or where something is. */
function saysAbsent(condition: Node): boolean | undefined {
  switch (condition.type) {
    case 'parenthesized_expression':
      return condition.firstNamedChild === null ? undefined : saysAbsent(condition.firstNamedChild)
    case 'unary_expression': {
      const operand = condition.childForFieldName('operand')
      const said = operand === null ? undefined : saysAbsent(operand)
      return said === undefined ? undefined : !said
    }
    case 'binary_expression': {
      const operator = condition.childForFieldName('operator')?.text
      const right = condition.childForFieldName('right')
      const left = condition.childForFieldName('left')
      if (right === null || left === null) return undefined
      if (operator === '&&' || operator === '||') return saysAbsent(left) ?? saysAbsent(right)
      if (right.text === 'nil') return operator === '!='
      return right.text === 'false' ? operator === '==' : undefined
    }
    case 'call_expression': {
      const name = nameOf(condition)
      if (name === 'os.IsNotExist') return true
      if (name === 'errors.Is') return condition.text.includes('ErrNotExist') ? true : undefined
      return isHelper(condition) ? false : undefined
    }
    // `exists := fileExists("data")`
    case 'identifier':
      return false
    default:
      return undefined
  }
}

/** Whether statements do more than to make folders and to tell of it. */
function acts(nodes: readonly Node[]): boolean {
  const calls = nodes.flatMap((node) => nodesOf(node, ['call_expression']))
  const names = calls.map(nameOf)
  const isMaking = names.some((name) => makes.has(name))
  return calls.some((call) => {
    const name = nameOf(call)
    if (writes.has(name)) return true
    const [first = ''] = name.split('.')
    if (name === '' || quiet.has(first) || makes.has(name)) return false
    return isMaking || call.parent?.type === 'expression_statement'
  })
}

/** The folder of an `os.Mkdir` whose failure ends the program, a folder that is there included. */
function strict(node: Node): readonly AbsentNode[] {
  const consequence = node.childForFieldName('consequence')
  if (consequence === null || !isFatal(consequence)) return []
  if (nodesOf(node, ['selector_expression']).some(({ text }) => forgives.has(text))) return []
  return headOf(node)
    .flatMap((part) => nodesOf(part, ['call_expression']))
    .filter((call) => nameOf(call) === 'os.Mkdir')
    .flatMap(firstArgument)
    .map((path) => ({ path, unless: askedAround(node) }))
}

const forgives = words('os.IsExist os.ErrExist fs.ErrExist syscall.EEXIST')

function isFatal(block: Node): boolean {
  return (
    nodesOf(block, ['return_statement']).length > 0 ||
    nodesOf(block, ['call_expression']).some((call) => {
      const name = nameOf(call)
      const last = name.slice(name.lastIndexOf('.') + 1)
      return name === 'panic' || name === 'os.Exit' || /^(Fatal|Panic)/.test(last)
    })
  )
}

/** What the ifs around and above ask for. */
function askedAround(node: Node): readonly Node[] {
  const asked: Node[] = []
  for (let at: Node | null = node; at !== null && !functions.has(at.type); at = at.parent) {
    if (at !== node && at.type === 'if_statement') asked.push(...question(at).asked)
    for (let above = at.previousNamedSibling; above !== null; above = above.previousNamedSibling)
      if (above.type === 'if_statement') asked.push(...question(above).asked)
  }
  return asked
}

function behind(node: Node): readonly Node[] {
  const rest: Node[] = []
  for (let at = node.nextNamedSibling; at !== null; at = at.nextNamedSibling) rest.push(at)
  return rest
}

function leaves(block: Node): boolean {
  const statements = childrenOf(block).flatMap((child) =>
    child.type === 'statement_list' ? childrenOf(child) : [child],
  )
  return statements.at(-1)?.type === 'return_statement'
}

/** `fileExists(path)`, a function of the project's own. */
const isHelper = (call: Node) => /exists?$/i.test(nameOf(call)) && !/^os\./.test(nameOf(call))

const nameOf = (call: Node): string => {
  const called = call.childForFieldName('function')
  return called?.type === 'identifier' || called?.type === 'selector_expression' ? called.text : ''
}

const firstArgument = (call: Node): readonly Node[] => {
  const list = call.childForFieldName('arguments')
  return list === null ? [] : childrenOf(list).slice(0, 1)
}
