import { exampleOf } from '../../plan/refusals/examples.ts'
import { refusals } from '../../plan/refusals/refusals.ts'
import type { WordExplanation } from '../../report/explain/explain-schema.ts'
import { failures } from '../../report/failures.ts'
import { ruleRows, switchesOf } from '../rule-names.ts'

const outcomes: readonly (readonly [string, string, string])[] = [
  [
    'migrated',
    'The file would change, and each promise is kept.',
    'Read the diff and its reasons, then --write, or answer y in a review; undo takes it back.',
  ],
  [
    'unchanged',
    'There is nothing to gain, so the file stays as it is.',
    'Nothing to do; the code in brackets says why.',
  ],
  [
    'refused',
    'Something speaks against a migration, so the file stays as it is.',
    'The code in brackets says what: explain CODE has an example of the fix.',
  ],
  [
    'failed',
    'The file could not be read, worked on or written, and is as it was.',
    'The code in brackets says what is in the way; the exit code of the run is 3.',
  ],
]

/** All that `explain` knows by name: codes, rules and outcomes, each said where it is at home. */
export const knownWords: ReadonlyMap<string, WordExplanation> = new Map(
  [
    ...outcomes.map(([name, sentence, help]): WordExplanation => ({
      ...{ version: 1, kind: 'outcome', name, sentence, help },
    })),
    ...ruleRows.map(({ name, title, about }): WordExplanation => ({
      ...{ version: 1, kind: 'rule', name, sentence: `${title}.` },
      ...(about === undefined ? {} : about),
      help: switchesOf(name),
    })),
    ...Object.entries(refusals).map(([name, { outcome, sentence, why, help }]): WordExplanation => {
      const example = exampleOf(name)
      return {
        ...{ version: 1, kind: 'code', name, outcome, sentence, why, help },
        ...(example === undefined ? {} : { example }),
      }
    }),
    ...Object.entries(failures).map(([name, text]): WordExplanation => ({
      ...{ version: 1, kind: 'code', name, outcome: 'failed' },
      sentence: `The file fails: ${text}.`,
    })),
  ].map((word) => [word.name, word]),
)
