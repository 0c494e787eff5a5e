import type { SourceLine } from '../../source-facts.ts'
import { nodesOf, type Node } from '../tree-sitter.ts'
import { isFatalName, nameOf } from './absence-acts.ts'
import { headOf, namesGiven, type ScopedIf } from './absences.ts'

/** What a file does with the errors of its calls, as nodes of its tree. */
export interface ErrorUses {
  readonly ifs: readonly ScopedIf[]
  /** Calls that may be handed an error. */
  readonly handed: readonly Node[]
  readonly returns: readonly Node[]
}

/**
 * Lines of calls whose failure is the program's: it ends, or hands the error on.
 *
 *   if err := godotenv.Load(); err != nil { log.Fatal(err) }
 *   cfg, err := config.Load("config.yaml"); if err != nil { return nil, err }
 *   must(godotenv.Load())
 *   return godotenv.Load()
 */
export function fatalLines(
  { ifs, handed, returns }: ErrorUses,
  at: (node: Node) => SourceLine,
): ReadonlySet<number> {
  const ending = ifs.flatMap(({ node }) => {
    const condition = node.childForFieldName('condition')
    const consequence = node.childForFieldName('consequence')
    if (condition === null || consequence === null) return []
    return endsHere(consequence, condition) ? [{ node, condition }] : []
  })
  const enders = new Set(ending.flatMap(({ node, condition }) => enderOf(node, condition)))
  const parts = [
    ...ending.flatMap(({ node, condition }) => [...headOf(node), condition]),
    ...handed.flatMap((call) => {
      const name = nameOf(call)
      return enders.has(name) || mayEnd.test(name.slice(name.lastIndexOf('.') + 1))
        ? errorsOf(call)
        : []
    }),
  ]
  const calls = parts.flatMap((part) => nodesOf(part, ['call_expression']))
  return new Set([...calls, ...returns.flatMap(givenBack)].map((call) => at(call).line))
}

/** Functions of other files and packages by what they are called: `lo.Must0`, `checkErr`, `utils.PanicIfError`. */
const mayEnd = /^(must|check|panic|fatal|exit|die)(\d?$|[A-Z_]|err)/i

/** The function that asks about what it is handed, and ends where that is an error. */
function enderOf(node: Node, condition: Node): readonly string[] {
  let above = node.parent
  while (above !== null && above.type !== 'function_declaration') above = above.parent
  const parameters = above?.childForFieldName('parameters') ?? undefined
  const name = above?.childForFieldName('name')?.text
  if (parameters === undefined || name === undefined) return []
  const asked = new Set(nodesOf(condition, ['identifier']).map(({ text }) => text))
  return nodesOf(parameters, ['identifier']).some(({ text }) => asked.has(text)) ? [name] : []
}

/** What a call is handed: calls, and the statement above it that gives the error. */
function errorsOf(call: Node): readonly Node[] {
  const list = call.childForFieldName('arguments')
  const before =
    call.parent?.type === 'expression_statement' ? call.parent.previousNamedSibling : null
  const given = before === null ? [] : namesGiven(before)
  return (list === null ? [] : list.namedChildren).flatMap((argument) => {
    if (argument === null) return []
    if (argument.type === 'call_expression') return [argument]
    return before !== null && given.includes(argument.text) ? [before] : []
  })
}

/** Whether a call may be handed the error of another one: `must(load())`, `check(err)`. */
export const mayTakeError = (call: Node): boolean =>
  call
    .childForFieldName('arguments')
    ?.namedChildren.some(
      (argument) =>
        argument?.type === 'call_expression' ||
        (argument?.type === 'identifier' && /^e(rr\w*)?$/i.test(argument.text)),
    ) === true

/** The calls whose results a function gives back as they are; not the errors that it makes. */
const givenBack = (statement: Node): readonly Node[] =>
  statement.namedChildren.flatMap((list) =>
    (list?.type === 'expression_list' ? list.namedChildren : [list]).flatMap((part) =>
      part?.type === 'call_expression' && !/^(errors|fmt)\./.test(nameOf(part)) ? [part] : [],
    ),
  )

/** Whether a block ends the program, or gives back an error: what the condition asks about, or one that it makes of it. */
function endsHere(block: Node, condition: Node): boolean {
  const asked = new Set(nodesOf(condition, ['identifier']).map(({ text }) => text))
  return (
    nodesOf(block, ['call_expression']).some((call) => isFatalName(nameOf(call))) ||
    nodesOf(block, ['return_statement']).some(
      (part) =>
        nodesOf(part, ['identifier']).some(({ text }) => asked.has(text)) ||
        nodesOf(part, ['call_expression']).some((call) =>
          /^(errors|fmt\.Errorf$)/.test(nameOf(call)),
        ),
    )
  )
}
