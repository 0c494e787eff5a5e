import type { Facts } from '../../../facts/facts.ts'
import { processesOf } from './entries.ts'
import type { SeenUse } from './seen-program.ts'

/** What the tools that the container starts read and write, by what is known of them. */
export function toolUses(facts: Facts): readonly SeenUse[] {
  return processesOf(facts).flatMap((process) =>
    facts.builders
      .flatMap(({ uses }) => uses(process, facts))
      .flatMap(({ use, path, evidence: [evidence] }) =>
        evidence === undefined ? [] : [{ use, path, evidence }],
      ),
  )
}
