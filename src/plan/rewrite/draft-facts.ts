import type { Facts } from '../../facts/facts.ts'
import { knownFacts, rememberFacts } from '../../facts/known-facts.ts'
import type { ToolRows } from '../../facts/tool-rows.ts'
import type { Project } from '../../project/project.ts'
import { printDraft, type Draft } from './draft.ts'
import { checkPieces, parseDraft } from './edit.ts'

/**
 * What a draft says once it is read like any other file.
 *
 * @param project as it is without the draft's files
 * @throws DraftError where the draft does not parse, or a piece is not exactly one instruction
 */
export function factsOfDraft(draft: Draft, project: Project, tools: ToolRows): Facts {
  const written = project.withFiles(draft.otherFiles)
  const known = knownFacts(printDraft(draft), written, tools)
  if (known === undefined) return rememberFacts(parseDraft(draft).dockerfile, written, tools)
  checkPieces(draft, known.dockerfile)
  return known
}
