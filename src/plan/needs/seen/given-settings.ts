import { assignmentsOf } from '../../../dockerfile/words/variables.ts'
import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { usagesOf } from '../../uses/image-demands.ts'

/** A variable that the container runs with. */
export interface GivenSetting {
  readonly value: string
  readonly evidence: Evidence
  /** The base image sets it, and no line of the project. */
  readonly isOfBase: boolean
}

/** What ENV and whoever runs the image set, files of variables among it. */
export function givenSettings(facts: Facts): readonly GivenSetting[] {
  return [...ofEnv(facts), ...ofUsages(facts)]
}

function ofEnv({ final, dockerfile }: Facts): readonly GivenSetting[] {
  const lines = new Map(
    final.stage.instructions
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap((line) =>
        assignmentsOf(line, dockerfile.escape).map(({ name }) => [name, line] as const),
      ),
  )
  return [...final.config.Env].map(([name, value]) => {
    const line = lines.get(name)
    return { value, evidence: lineEvidence(line, `ENV ${name}`), isOfBase: line === undefined }
  })
}

function ofUsages(facts: Facts): readonly GivenSetting[] {
  return usagesOf(facts).flatMap(({ path, line, settings, envFiles }) => {
    const given = (
      all: ReadonlyMap<string, string>,
      place: Pick<Evidence, 'path' | 'line'>,
    ): readonly GivenSetting[] =>
      [...all].map(([name, value]) => ({
        value,
        evidence: { ...place, text: name },
        isOfBase: false,
      }))
    return [
      ...given(settings, { path, line }),
      ...envFiles.flatMap((each) => given(each.settings, { path: each.path, line: undefined })),
    ]
  })
}
