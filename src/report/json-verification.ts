import type { BuildStats } from '../verification/build-outcome.ts'
import type { Verification } from '../verification/verification.ts'
import { given } from './given.ts'
import { jsonObservation } from './json-observation.ts'
import type { JsonVerification } from './verification-schema.ts'
import type { Finding } from '../verification/finding.ts'

/** A verification as the JSON document has it; verification-schema.ts says what each field is. */
export function jsonVerification(verification: Verification): JsonVerification {
  const { verdict, reason, differences, notes, builds, images } = verification
  const { runs, failure, problem } = verification
  return {
    verdict,
    reason,
    differences: differences.map(jsonFinding),
    notes: notes.map(jsonFinding),
    builds: given({
      before: builds.before && jsonStats(builds.before),
      after: builds.after && jsonStats(builds.after),
    }),
    ...given({
      images: images && jsonImages(images),
      runs: runs && { before: jsonObservation(runs.before), after: jsonObservation(runs.after) },
      failure: failure && jsonFailure(failure),
      problem: problem && { code: problem.code, message: problem.message },
    }),
  }
}

function jsonFinding({ code, message, by }: Finding): JsonVerification['differences'][number] {
  return { code, message, ...given({ by }) }
}

function jsonStats({ seconds, steps, cached, again }: BuildStats): {
  seconds: number
  steps: number
  cached: number
  again?: number
} {
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    seconds: round(seconds),
    steps,
    cached,
    ...given({ again: again === undefined ? undefined : round(again) }),
  }
}

type Images = NonNullable<Verification['images']>

function jsonImages({
  before,
  after,
  difference,
}: Images): NonNullable<JsonVerification['images']> {
  return {
    before: { ...before, setuid: [...before.setuid] },
    after: { ...after, setuid: [...after.setuid] },
    difference: {
      config: difference.config.map(({ field, before, after }) => ({
        field,
        before: typeof before === 'object' && before !== null ? [...before] : before,
        after: typeof after === 'object' && after !== null ? [...after] : after,
      })),
      osPackagesGone: [...difference.osPackagesGone],
      osPackagesNew: [...difference.osPackagesNew],
      languagePackagesGone: [...difference.languagePackagesGone],
      languagePackagesNew: [...difference.languagePackagesNew],
      filesGone: difference.filesGone.map((folder) => ({ ...folder })),
      filesNew: difference.filesNew.map((folder) => ({ ...folder })),
    },
  }
}

function jsonFailure({
  message,
  instruction,
  origin,
  log,
}: NonNullable<Verification['failure']>): NonNullable<JsonVerification['failure']> {
  return {
    message,
    ...given({
      instruction: instruction && { ...instruction },
      origin: origin && { kind: origin.kind, ...given({ line: origin.line, by: origin.by }) },
    }),
    log: [...log],
  }
}
