import type { SourceLine } from '../../source-facts.ts'
import { nodesOf, type Node } from '../tree-sitter.ts'
import { isFatalName, nameOf } from './absence-acts.ts'
import { headOf, type ScopedIf } from './absences.ts'

/**
 * Lines of calls whose failure is the program's: it ends, or hands the error on.
 *
 *   if err := godotenv.Load(); err != nil { log.Fatal(err) }
 *   cfg, err := config.Load("config.yaml"); if err != nil { return nil, err }
 */
export function fatalLines(
  ifs: readonly ScopedIf[],
  at: (node: Node) => SourceLine,
): ReadonlySet<number> {
  return new Set(
    ifs.flatMap(({ node }) => {
      const condition = node.childForFieldName('condition')
      const consequence = node.childForFieldName('consequence')
      if (condition === null || consequence === null || !endsHere(consequence, condition)) return []
      const heads = [...headOf(node), condition]
      return heads
        .flatMap((part) => nodesOf(part, ['call_expression']))
        .map((call) => at(call).line)
    }),
  )
}

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
