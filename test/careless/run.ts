import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { factsOfText, gatherFacts } from '../../src/facts/facts.ts'
import { isRoot } from '../../src/facts/stages/root-user.ts'
import { migrate } from '../../src/migrate.ts'
import type { Outcome } from '../../src/plan/outcome.ts'
import { assemble } from '../../src/plan/rewrite/assemble.ts'
import { printDraft } from '../../src/plan/rewrite/draft.ts'
import { fullSplit } from '../../src/plan/split.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import type { Project } from '../../src/project/project.ts'
import { nonRootUser } from '../../transforms/hardening/non-root-user/non-root-user.ts'
import { careless } from './ecosystems.ts'

/** The careless answer as users would get it, with all that the engine knows to do. */
export function withPromises(source: string, project: Project): Outcome {
  return migrate(source, project, { ecosystems: careless, rules: [nonRootUser] })
}

/**
 * The careless answer as it is: made and printed on the leanest base with that image's own user, and neither seen again nor checked. Undefined
 * where no two stages can be made of it.
 */
export function withoutPromises(source: string, project: Project): string | undefined {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return undefined
  const facts = gatherFacts(dockerfile, project, toolRowsOf(careless))
  const answer = careless.find(({ matches }) => matches(facts))?.split(facts)
  if (answer?.kind !== 'split') return undefined
  const split = fullSplit(answer)
  const [base] = split.runtimeBases
  if (base === undefined) return undefined
  const made = assemble(facts, split, base, [])
  if ('kind' in made) return undefined
  const text = printDraft(made.draft)
  const { base: image, config } = factsOfText(text, project)?.final ?? facts.final
  // The start command is the last line of a trap.
  return image.user === undefined || !isRoot(config.User)
    ? text
    : text.replace(/\n(?=(ENTRYPOINT .*\n)?[^\n]*\n?$)/, `\nUSER ${image.user.name}\n`)
}
