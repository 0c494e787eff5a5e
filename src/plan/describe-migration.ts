import type { Dockerfile } from '../dockerfile/instruction.ts'
import { printDraft, type Draft } from './rewrite/draft.ts'
import type { Change } from './change.ts'
import type { Project } from '../project/project.ts'
import { settleEvidence } from './ladder/settle-evidence.ts'
import type { ContractChange, Migrated, Origin, Replaced } from './outcome.ts'

/** The finished draft as an outcome: the text, where each line comes from, and what became of each instruction of the input. */
export function describeMigration(
  draft: Draft,
  output: Dockerfile,
  contract: readonly ContractChange[],
  stays: readonly string[],
  ecosystem: string | undefined,
  project: Project,
): Migrated {
  return {
    outcome: 'migrated',
    ecosystem,
    before: draft.input.source,
    after: printDraft(draft),
    changes: draft.changes.map((change) => settled(change, draft.input, project)),
    replaced: replacedIn(draft),
    contract: mergeContract(contract),
    stays,
    origins: draft.pieces.map((piece, i): Origin => ({
      line: output.instructions[i]?.line ?? 0,
      kind: piece.kind,
      from: piece.kind === 'added' ? undefined : piece.instruction.line,
      by: piece.kind === 'edited' || piece.kind === 'added' ? piece.by.rule : undefined,
    })),
    otherFiles: draft.otherFiles,
  }
}

/** Evidence as it is found in the files, each line once. */
function settled(change: Change, input: Dockerfile, project: Project): Change {
  const shown = new Set<string>()
  const evidence = change.evidence
    .map((item) => settleEvidence(item, input, project))
    .filter(({ path, line, text }) => {
      const place = `${path}:${line ?? text}`
      return !shown.has(place) && shown.add(place)
    })
  return { ...change, evidence }
}

function replacedIn(draft: Draft): readonly Replaced[] {
  const asItWas = new Set(
    draft.pieces.flatMap((piece) =>
      piece.kind === 'kept' || piece.kind === 'repeated' ? [piece.instruction] : [],
    ),
  )
  return draft.input.instructions.flatMap((instruction) => {
    if (asItWas.has(instruction)) return []
    const edit = draft.pieces.find(
      (piece) => piece.kind === 'edited' && piece.instruction === instruction,
    )
    const by =
      edit?.kind === 'edited'
        ? edit.by
        : draft.dropped.find((drop) => drop.instruction === instruction)?.by
    return by === undefined
      ? []
      : [{ line: instruction.line, text: instruction.text.replace(/\r*\n$/, ''), by: by.rule }]
  })
}

/** One entry for each field, from its first value to its last. A field that ends as it began has none. */
function mergeContract(contract: readonly ContractChange[]): readonly ContractChange[] {
  const fields = new Map<string, ContractChange>()
  for (const change of contract)
    fields.set(change.field, { ...change, before: (fields.get(change.field) ?? change).before })
  return [...fields.values()].filter(
    (change) => JSON.stringify(change.before) !== JSON.stringify(change.after),
  )
}
