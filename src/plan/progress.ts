import type { Facts } from '../facts/facts.ts'
import type { Project } from '../project/project.ts'
import { authoredEnv, compareArguments, compareConfigs, type FieldChange } from './contract.ts'
import type { ContractChange } from './outcome.ts'
import type { Draft } from './rewrite/draft.ts'
import { factsOfDraft } from './rewrite/draft-facts.ts'

/** A draft on its way through the rules. */
export interface Progress {
  readonly draft: Draft
  readonly facts: Facts
  readonly contract: readonly ContractChange[]
  /** Config fields that changed and are not named by what changed them. */
  readonly unnamed: readonly FieldChange[]
}

/** Takes a step: the new draft is parsed, its facts are gathered, and what it changes in the image's config is written down. */
export function advance(
  progress: Progress,
  draft: Draft,
  project: Project,
  rule: string,
  allowed: readonly string[],
): Progress {
  const facts = factsOfDraft(draft, project, progress.facts)
  const authored = authoredEnv([progress.facts.dockerfile, facts.dockerfile])
  const differences = compareConfigs(progress.facts.final.config, facts.final.config, authored)
  const byArguments = compareArguments(progress.facts.final, facts.final, authored)
  const isNamed = ({ field }: FieldChange) =>
    allowed.some(
      (name) => name === field || (name.endsWith('*') && field.startsWith(name.slice(0, -1))),
    )
  return {
    draft,
    facts,
    contract: [
      ...progress.contract,
      ...differences.map((difference) => ({ ...difference, by: rule })),
    ],
    unnamed: [
      ...progress.unnamed,
      ...[...differences, ...byArguments].filter((difference) => !isNamed(difference)),
    ],
  }
}
