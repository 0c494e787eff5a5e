/** The only door to dockerfile-ast. */
import { DockerfileParser } from 'dockerfile-ast'
import type { Dockerfile } from '../instruction.ts'
import { maskSource } from './mask.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/** Texts that both readers understand alike: while a file is migrated, the same text is parsed again and again. */
const agreed = new Set<string>()
const mostAgreed = 64

/**
 * Fails where dockerfile-ast does not see the same instructions at the same places: a text that two readers understand
 * in two ways is none to rewrite.
 * @throws SyntaxFault
 */
export function checkAgreement(dockerfile: Dockerfile): void {
  const { source } = dockerfile
  if (agreed.has(source)) return
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
  if (agreed.size >= mostAgreed) agreed.clear()
  agreed.add(source)
}

function disagreement(line: number): SyntaxFault {
  return new SyntaxFault(
    'The instruction is written in a way that readers of Dockerfiles understand differently',
    'unsupported-syntax',
    line,
  )
}
