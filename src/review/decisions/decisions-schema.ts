import { z } from 'zod'
import { factNames } from '../../report/adjustment.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash has 64 digits of 0-9 and a-f')
const names = z.array(z.string().min(1))

/** What was decided of one Dockerfile, and by which it is known again. */
const entry = z.strictObject({
  decision: z.enum(['write', 'leave']).describe('Whether the file is written, or left as it is'),
  input: hash.describe('SHA-256 of the Dockerfile as it was'),
  evidence: hash.describe(
    "SHA-256 of what was shown of it: the changes with their evidence, the image's config",
  ),
  output: hash.describe('SHA-256 of all that is to be written; of what is left, none').optional(),
  rules: z
    .record(z.string(), z.enum(['on', 'off']))
    .describe('Each rule that was proposed, and whether it is used')
    .optional(),
  answers: z
    .strictObject({
      keep: names.optional(),
      reads: names.optional(),
      writes: names.optional(),
      programs: names.optional(),
      start: names.optional(),
    })
    .describe('Facts that were answered, as the configuration names them')
    .optional(),
  edited: z
    .string()
    .describe('The Dockerfile as it was written by hand in place of the proposal')
    .optional(),
})

/** What the file of `--decisions` holds; docs/decisions.schema.json is made from it. */
export const decisionsSchema = z.strictObject({
  version: z.literal(1).describe('The version of this document'),
  files: z
    .record(z.string(), entry)
    .describe('What was decided, by Dockerfile; paths are relative to the folder of this file'),
})

export type Decisions = z.infer<typeof decisionsSchema>
export type DecisionEntry = Decisions['files'][string]

/** The keys of a level, for the nearest right one of a wrong one. */
export function decisionKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.at(-1) === 'answers') return factNames
  return path.length < 2 ? Object.keys(decisionsSchema.shape) : Object.keys(entry.shape)
}
