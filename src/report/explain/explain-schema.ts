import { z } from 'zod'

// docs/explain.schema.json is made from this file: each description stands there as it is here.

const example = z.strictObject({
  file: z.string().describe('Relative to the build context.'),
  before: z.string(),
  after: z.string(),
})

const word = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['code', 'rule', 'outcome']),
  name: z.string(),
  outcome: z
    .enum(['refused', 'unchanged', 'failed'])
    .optional()
    .describe('Of a code: what a file with it is.'),
  sentence: z.string().describe('What it means.'),
  why: z.string().optional(),
  risk: z
    .string()
    .optional()
    .describe("Of a rule: what may go wrong, and what is done so that it doesn't."),
  help: z.string().optional().describe('What would help, or what can be done.'),
  example: example.optional(),
})

const change = z.strictObject({
  rule: z.string(),
  title: z.string(),
  why: z.string(),
  assumption: z.string().optional(),
  evidence: z.array(
    z.strictObject({ path: z.string(), line: z.int().optional(), text: z.string() }),
  ),
})

const stage = z
  .string()
  .nullable()
  .describe('The stage by its name, or its number where it has none; null above the first FROM.')

const outputLine = z.strictObject({
  line: z.int().min(1),
  text: z.string(),
  stage,
  kind: z
    .enum(['kept', 'moved', 'repeated', 'edited', 'added', 'blank'])
    .describe('`repeated` stands in another stage, too; `moved` is as it was, in another place.'),
  from: z.int().min(1).optional().describe('The line of the input that it was.'),
  by: z.string().optional().describe('The rule that made, changed or moved it.'),
})

const inputLine = z.strictObject({
  line: z.int().min(1),
  text: z.string(),
  kind: z.enum(['kept', 'moved', 'repeated', 'edited', 'dropped', 'blank']),
  to: z.array(z.strictObject({ line: z.int().min(1), stage })).describe('Where it is now.'),
  by: z.string().optional().describe('The rule that changed, moved or dropped it.'),
  why: z.string().optional().describe('In a sentence; none for blank lines.'),
})

const file = z.strictObject({
  version: z.literal(1),
  kind: z.literal('file'),
  path: z.string().describe('Relative to the working directory; absolute where the argument was.'),
  outcome: z.enum(['migrated', 'unchanged', 'refused', 'failed']),
  ecosystem: z.string().optional().describe('The transform that took the file on.'),
  code: z.string().optional().describe('Why it stays as it is.'),
  reason: z.string().optional(),
  help: z.string().optional(),
  line: z.int().min(1).optional().describe('The line that was asked about.'),
  output: z.array(outputLine).describe('Each line of what it becomes; none where it stays.'),
  input: z.array(inputLine).describe('Each line of the file; none where it stays.'),
  changes: z.array(change).describe('The reasons, by rule.'),
})

/** The document that `explain --format json` prints. */
export const explanation = z.discriminatedUnion('kind', [word, file])

export type WordExplanation = z.infer<typeof word>
export type FileExplanation = z.infer<typeof file>
export type OutputLine = z.infer<typeof outputLine>
export type InputLine = z.infer<typeof inputLine>
