/** The only door to dockerfile-ast. */
import { DockerfileParser } from 'dockerfile-ast'
import type { Dockerfile } from '../instruction.ts'
import { maskSource } from './mask.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/**
 * Fails where dockerfile-ast does not see the same instructions at the same places: a text that two readers understand
 * in two ways is none to rewrite.
 * @throws SyntaxFault
 */
export function checkAgreement(dockerfile: Dockerfile): void {
  const found = DockerfileParser.parse(maskSource(dockerfile)).getInstructions()
  for (const [index, { keyword, line, lead }] of dockerfile.instructions.entries()) {
    const other = found[index]
    const start = other?.getRange().start
    const character = lead.length - 1 - lead.lastIndexOf('\n')
    const agrees =
      other?.getKeyword() === keyword && start?.line === line - 1 && start.character === character
    if (!agrees) throw disagreement(line)
  }
  const extra = found[dockerfile.instructions.length]
  if (extra !== undefined) throw disagreement(extra.getRange().start.line + 1)
}

function disagreement(line: number): SyntaxFault {
  return new SyntaxFault(
    'The instruction is written in a way that readers of Dockerfiles understand differently',
    'unsupported-syntax',
    line,
  )
}
