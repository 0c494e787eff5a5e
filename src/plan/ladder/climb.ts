import type { Facts } from '../../facts/facts.ts'
import { installsOf, needsOf } from '../base/runtime-needs.ts'
import { tryBase, type Fit } from '../base/try-base.ts'
import { liftCommands, liftPackages } from './lift-commands.ts'
import { liftCopies, liftFiles } from './lift-files.ts'
import { fileGapsOf } from '../needs/files/file-gaps.ts'
import { lackingCommands } from '../needs/lost/lacking-commands.ts'
import { lackingPackages } from '../needs/lost/lacking-packages.ts'
import { lackingCopies, lackingFiles, seeAgain } from '../needs/lost/lacks.ts'
import type { SystemNeed } from '../needs/system/system-files.ts'
import type { Refusal } from '../refusals/refuse.ts'
import { assemble } from '../rewrite/assemble.ts'
import type { Draft } from '../rewrite/draft.ts'
import { factsOfDraft } from '../rewrite/draft-facts.ts'
import type { Artifact, FullSplit, RuntimeBase, RuntimePackage } from '../split.ts'

/** Two stages on a base, with the split as it is after its last rung. */
interface Climbed {
  readonly kind: 'made'
  readonly split: FullSplit
  readonly draft: Draft
}

/** The base lacks what the stage needs. */
interface Unfit {
  readonly kind: 'unfit'
  readonly fit: Extract<Fit, { fits: false }>
}

/** It fits, and leaves nothing behind. */
interface Unpaid {
  readonly kind: 'unpaid'
}

/** Then the promises say what is still missing. */
const highest = 3

/**
 * Makes the two stages, looks at what the program needs without asking the transform again, and takes along what is lacking: the ladder from
 * lean to full. `files` are those of the system that the program names. What is taken along is followed in turn, and what its commands call must be on the base as well.
 */
export function climb(
  facts: Facts,
  given: FullSplit,
  base: RuntimeBase,
  files: readonly SystemNeed[],
): Climbed | Unfit | Unpaid | Refusal {
  let split = given
  for (let rung = 0; ; rung++) {
    const bare = assemble(facts, split, base, [])
    if ('kind' in bare) return bare
    const { runtimeCommands, artifacts } = bare
    const installs = [...installsOf(runtimeCommands), ...bare.installs]
    const needs = needsOf(facts, split, runtimeCommands)
    const stage = { runtimeCommands, installs, artifacts }
    const fit = tryBase({ facts, split, candidate: base, needs, files, ...stage })
    if (!fit.fits) return { kind: 'unfit', fit }
    if (!base.pays) return { kind: 'unpaid' }
    if (rung === 0) split = withFiles(split, fit.files, facts)
    const made = assemble(facts, split, base, fit.packages)
    if ('kind' in made) return made
    const { draft } = made
    const lifted =
      rung > highest ? split : lift(split, facts, factsOfDraft(draft, facts.project, facts))
    if (lifted === split) return { kind: 'made', split, draft }
    split = lifted
  }
}

/** The split on its next rung; the same where nothing is lacking. */
function lift(split: FullSplit, facts: Facts, after: Facts): FullSplit {
  const commands = lackingCommands(facts, after)
  if (commands.length > 0) return liftCommands(split, commands, facts)
  const packages = lackingPackages(facts, after).map(({ name }) => name)
  if (packages.length > 0) return liftPackages(split, packages)
  const seen = seeAgain(facts, after)
  const gaps = new Map(
    fileGapsOf(seen)
      .toReversed()
      .map((gap) => [gap.what, gap]),
  )
  for (const gap of [...gaps.values()].reverse()) {
    const copies = lackingCopies(gap, facts, after).filter(
      (copy) => split.placeCopy(copy) === 'build',
    )
    if (copies.length > 0) return liftCopies(split, copies, gap, facts)
  }
  const lacks = lackingFiles(seen, facts, after)
  return liftFiles(split, lacks, facts)
}

/** Packages that the image can't install come as files from the builder. */
function withFiles(
  split: FullSplit,
  packages: readonly RuntimePackage[],
  { final }: Facts,
): FullSplit {
  const last = final.stage.instructions.findLast(({ keyword }) => /^(RUN|COPY|ADD)$/.test(keyword))
  if (last === undefined || packages.length === 0) return split
  const files = packages.flatMap(({ files = [], evidence }) =>
    files.map((file): Artifact => ({
      ...file,
      after: last,
      evidence: [evidence],
    })),
  )
  return { ...split, artifacts: [...split.artifacts, ...files] }
}
