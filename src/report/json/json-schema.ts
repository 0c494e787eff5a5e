import { z } from 'zod'
import {
  buildFailure,
  buildStats,
  finding,
  imageDifference,
  imageFacts,
  observation,
  verification,
} from './verification-schema.ts'

// docs/json.md is made from this file: each description stands there as it is here.

const evidence = z.strictObject({
  path: z.string().describe('Relative to the build context; "Dockerfile" is the file itself.'),
  line: z.int().min(1).optional().describe('Counted from 1.'),
  text: z.string().describe('The text that says so.'),
})

const change = z.strictObject({
  rule: z.string().describe('The rule that did it, as `--only`, `--with` and `--skip` name it.'),
  title: z.string(),
  why: z.string(),
  risk: z.enum(['safe', 'review']).describe('`review` rests on an assumption.'),
  assumption: z.string().optional(),
  evidence: z.array(evidence),
})

const replaced = z.strictObject({
  line: z.int().min(1).describe('Line of `before` where the instruction starts.'),
  text: z.string().describe('The instruction as it was.'),
  by: z.string().describe('The rule that edited or dropped it.'),
})

const contractChange = z.strictObject({
  field: z
    .string()
    .describe(
      '`User`, `Cmd`, `Env.NAME`, `ExposedPorts.80/tcp`, `Volumes./data`, `Labels.NAME`, ...',
    ),
  before: z.unknown().describe("As in Docker's image config; null where there is none."),
  after: z.unknown(),
  by: z.string().describe('The rule that did it.'),
})

const origin = z.strictObject({
  line: z.int().min(1).describe('Line of `after` where the instruction starts.'),
  kind: z.enum(['kept', 'repeated', 'edited', 'added']),
  from: z.int().min(1).optional().describe('Line of `before`.'),
  by: z.string().optional().describe('The rule, where the text is not the author’s.'),
})

const otherFile = z.strictObject({
  path: z.string().describe('Written like the `path` of the Dockerfile.'),
  before: z.string().nullable().describe('null for a new file.'),
  after: z.string(),
})

const path = z
  .string()
  .describe('Relative to the working directory; absolute where the argument was.')
const context = z.string().optional().describe('The build context, written like `path`.')
const ecosystem = z.string().optional().describe('The transform that took the file on.')

const migrated = z.strictObject({
  path,
  context,
  outcome: z.literal('migrated'),
  ecosystem,
  before: z.string(),
  after: z.string(),
  changes: z.array(change),
  replaced: z
    .array(replaced)
    .describe('Every instruction of `before` whose text is not in `after` as it was.'),
  contract: z.array(contractChange).describe("Every field of the image's config that changes."),
  stays: z
    .array(z.string())
    .describe('What a rule left as it is, and why: that no USER is added. Sentences.'),
  origins: z.array(origin).describe('Where each instruction of `after` comes from.'),
  otherFiles: z.array(otherFile).describe('Files beside the Dockerfile that the changes write.'),
  verification: verification
    .optional()
    .describe('What building and running both showed, where that was asked for.'),
})

const leftAlone = z.strictObject({
  path,
  context,
  outcome: z.enum(['unchanged', 'refused', 'failed']),
  ecosystem,
  code: z.string().describe('Stable; docs/refusals.md lists them.'),
  reason: z.string(),
  line: z.int().min(1).optional().describe('Line of the Dockerfile that the reason is about.'),
  help: z.string().optional().describe('What would help.'),
})

const summary = z.strictObject({
  files: z.int(),
  migrated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  failed: z.int(),
  verdicts: z
    .record(z.string(), z.int())
    .optional()
    .describe('How many files have each verdict, where images were verified.'),
})

/** The document that `--format json` prints. The order of `files` is that of their paths. */
export const jsonReport = z.strictObject({
  version: z.literal(1),
  files: z.array(z.discriminatedUnion('outcome', [migrated, leftAlone])),
  summary,
})

/** The parts of the document by name, for docs/json.md. */
export const jsonParts = {
  migrated,
  leftAlone,
  change,
  evidence,
  replaced,
  contractChange,
  origin,
  otherFile,
  verification,
  finding,
  buildStats,
  imageFacts,
  imageDifference,
  observation,
  buildFailure,
  summary,
}

export type JsonReport = z.infer<typeof jsonReport>
export type JsonFile = JsonReport['files'][number]
export type JsonSummary = JsonReport['summary']

/** A part of the document as it is printed: nothing changes it any more. */
export type Printed<T> = T extends object ? { readonly [K in keyof T]: Printed<T[K]> } : T
