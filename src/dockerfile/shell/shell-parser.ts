/** The only door to unbash. */
import {
  forEachChild,
  parse,
  type AndOr,
  type Command,
  type PipelineNode,
  type Redirection,
  type Statement,
  type SyntaxNode,
} from 'unbash'
import { hasOpenHeredoc } from './open-heredoc.ts'
import type { ShellCommand, ShellLink, ShellScript, ShellWord } from './shell-script.ts'
import {
  assignmentWord,
  loopOf,
  opaqueWord,
  plainWord,
  shellWord,
  testsIn,
  type Positions,
} from './shell-word.ts'

const mostLinks = 1000

/** What the shell would read as one script; undefined where it does not parse, and where it is endless. */
export function parseShellText(text: string, positions: Positions): ShellScript | undefined {
  if (hasOpenHeredoc(text)) return undefined
  const script = parseOrNone(text)
  const links: ShellLink[] = []
  let previous: Statement | undefined
  for (const statement of script?.commands ?? []) {
    const operator = previous === undefined ? undefined : operatorAfter(previous, text)
    links.push(...linksOf(statement.command, operator, positions))
    previous = statement
  }
  return script === undefined || links.length > mostLinks ? undefined : { links }
}

function parseOrNone(text: string) {
  try {
    const script = parse(text)
    return (script.errors ?? []).length > 0 ? undefined : script
  } catch {
    return undefined
  }
}

function operatorAfter(statement: Statement, text: string): ShellLink['operator'] {
  if (statement.background === true) return '&'
  return /^[ \t]*;/.test(text.slice(statement.end, statement.end + 200)) ? ';' : '\n'
}

function linksOf(
  node: PipelineNode | AndOr,
  before: ShellLink['operator'],
  positions: Positions,
): readonly ShellLink[] {
  if (node.type !== 'AndOr') return [linkOf(node, before, positions)]
  return node.commands.map((command, index) =>
    linkOf(command, index === 0 ? before : node.operators[index - 1], positions),
  )
}

function linkOf(
  node: PipelineNode,
  operator: ShellLink['operator'],
  positions: Positions,
): ShellLink {
  const commands: ShellCommand[] = []
  collect(node, commands, positions)
  return {
    start: positions.start(node.pos),
    end: positions.end(node.end),
    operator,
    kind: kindOf(node),
    commands,
  }
}

function kindOf(node: PipelineNode): ShellLink['kind'] {
  if (node.type === 'Command') return 'simple'
  if (node.type !== 'Pipeline' || node.prefixes.length > 0) return 'compound'
  return node.commands.every(({ type }) => type === 'Command') ? 'pipeline' : 'compound'
}

function collect(node: SyntaxNode, into: ShellCommand[], positions: Positions): void {
  switch (node.type) {
    case 'Command':
      into.push(commandOf(node, positions))
      return
    case 'TestCommand':
    case 'ArithmeticCommand':
      into.push(testOf(node, positions))
      return
    // `{ echo a; echo b; } > file`: nobody inside writes the file.
    case 'Redirected':
      collect(node.command, into, positions)
      into.push({
        assignments: [],
        words: [],
        redirects: node.redirects.flatMap((item) => redirectOf(item, positions)),
        inner: [],
        start: positions.start(node.pos),
        end: positions.end(node.end),
      })
      return
    case 'For': {
      const inside: ShellCommand[] = []
      collect(node.body, inside, positions)
      into.push(...inside.map((each) => ({ ...loopOf(node, positions), ...each })))
      return
    }
    // What is substituted in a word is a value that nobody knows, not a command of the chain.
    case 'Word':
    case 'Assignment':
    case 'Redirect':
    case 'HereDoc':
    case 'HereString':
      return
    default:
      forEachChild(node, (child) => {
        collect(child, into, positions)
      })
  }
}

function commandOf(node: Command, positions: Positions): ShellCommand {
  const name = node.name === undefined ? [] : [shellWord(node.name, positions)]
  return {
    assignments: node.prefix.flatMap((item) =>
      item.type === 'Assignment' ? [{ name: item.name, value: valueOf(item, positions) }] : [],
    ),
    words: [
      ...name,
      ...node.args.map((item) =>
        item.type === 'Word' ? shellWord(item, positions) : assignmentWord(item, positions),
      ),
    ],
    redirects: node.redirects.flatMap((item) => redirectOf(item, positions)),
    inner: innerOf(
      [...node.prefix, ...(node.name === undefined ? [] : [node.name]), ...node.args],
      positions,
    ),
    start: positions.start(node.pos),
    end: positions.end(node.end),
  }
}

/** The commands of substitutions in words. */
function innerOf(nodes: readonly SyntaxNode[], positions: Positions): readonly ShellCommand[] {
  const found: ShellCommand[] = []
  const look = (node: SyntaxNode) => {
    if (node.type === 'Script') collect(node, found, positions)
    else forEachChild(node, look)
  }
  for (const node of nodes) look(node)
  return found
}

function valueOf(
  assignment: Extract<Command['prefix'][number], { readonly type: 'Assignment' }>,
  positions: Positions,
): ShellWord {
  const { value } = assignment
  if (value.type === 'Word' && assignment.append !== true && assignment.index === undefined) {
    return shellWord(value, positions)
  }
  return opaqueWord(assignment.text, assignment, positions)
}

/** `[[ ... ]]` and `(( ... ))`: a command of that name, with what `[[` asks of single words as its arguments: `-x`, `/usr/bin/git`. */
function testOf(
  node: Extract<SyntaxNode, { readonly type: 'TestCommand' | 'ArithmeticCommand' }>,
  positions: Positions,
): ShellCommand {
  const name = node.type === 'TestCommand' ? '[[' : '(('
  const start = positions.start(node.pos)
  const end = positions.start(node.pos + 2)
  const asks = node.type === 'TestCommand' ? testsIn(node.expression, positions) : []
  const command = {
    assignments: [],
    words: [plainWord(name, start, end), ...asks],
    redirects: [],
    inner: innerOf([node], positions),
    start,
  }
  return { ...command, end: positions.end(node.end) }
}

function redirectOf(node: Redirection, positions: Positions): ShellCommand['redirects'] {
  const { operator } = node
  if (node.type === 'HereDoc') {
    const { delimiter } = node
    return delimiter === undefined
      ? []
      : [{ operator, target: opaqueWord(delimiter.text, delimiter, positions) }]
  }
  return node.target === undefined ? [] : [{ operator, target: shellWord(node.target, positions) }]
}
