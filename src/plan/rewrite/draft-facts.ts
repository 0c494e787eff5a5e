import type { Facts } from '../../facts/facts.ts'
import { knownFacts, rememberFacts } from '../../facts/known-facts.ts'
import type { Project } from '../../project/project.ts'
import { printDraft, type Draft } from './draft.ts'
import { checkPieces, parseDraft } from './edit.ts'

/**
 * What a draft says once it is read like any other file.
 *
 * @param project as it is without the draft's files
 * @param before of the draft that it was made of
 * @throws DraftError where the draft does not parse, or a piece is not exactly one instruction
 */
export function factsOfDraft(draft: Draft, project: Project, before: Facts): Facts {
  const written = project.withFiles(draft.otherFiles)
  const text = printDraft(draft)
  const known = knownFacts(text, written, before)
  // Where the text is the same, only the files beside it are others.
  const { dockerfile } = known ?? (text === before.dockerfile.source ? before : parseDraft(draft))
  checkPieces(draft, dockerfile)
  return known ?? rememberFacts(dockerfile, written, before)
}
