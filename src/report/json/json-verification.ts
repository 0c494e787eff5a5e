import type { BuildStats } from '../../verification/build-outcome.ts'
import type { Observation } from '../../verification/observation.ts'
import type { Verification } from '../../verification/verification.ts'
import type { Printed } from './json-schema.ts'
import type { JsonVerification } from './verification-schema.ts'

/** A verification as the JSON document has it; verification-schema.ts says what each field is. */
export function jsonVerification(verification: Verification): Printed<JsonVerification> {
  const { builds, runs, problem } = verification
  return {
    ...verification,
    builds: {
      before: builds.before && jsonStats(builds.before),
      after: builds.after && jsonStats(builds.after),
    },
    runs: runs && { before: jsonObservation(runs.before), after: jsonObservation(runs.after) },
    problem: problem && { code: problem.code, message: problem.message },
  }
}

function jsonStats({ seconds, again, ...steps }: BuildStats): BuildStats {
  return { seconds: toTenths(seconds), ...steps, ...(again && { again: toTenths(again) }) }
}

function jsonObservation(
  seen: Observation,
): Printed<NonNullable<JsonVerification['runs']>['before']> {
  const { errors, seconds } = seen
  return {
    ...seen,
    errors: errors.map(({ line }) => line),
    seconds: seconds === undefined ? undefined : toTenths(seconds),
  }
}

function toTenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
