import type { Observation } from '../verification/observation.ts'
import { given } from './given.ts'
import type { JsonVerification } from './verification-schema.ts'

type JsonObservation = NonNullable<JsonVerification['runs']>['before']

/** What a container did, as the JSON document has it. */
export function jsonObservation(seen: Observation): JsonObservation {
  const { state, exitCode, problem, health, ports, port, answers, smoke, errors, log } = seen
  return {
    state,
    ...given({ exitCode, problem, health, port, ports: ports && [...ports] }),
    answers: mapValues(answers, ({ status, type, location, length, digest, isSteady }) => ({
      status,
      ...given({ type, location }),
      length,
      digest,
      isSteady,
    })),
    smoke: mapValues(smoke, ({ exitCode, output }) => ({
      ...given({ exitCode }),
      output: [...output],
    })),
    errors: errors.map(({ line }) => line),
    log: [...log],
    ...given({
      seconds: seen.seconds === undefined ? undefined : Math.round(seen.seconds * 10) / 10,
    }),
  }
}

function mapValues<T, R>(
  values: Readonly<Record<string, T>>,
  change: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}
