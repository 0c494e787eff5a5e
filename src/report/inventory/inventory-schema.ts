import { z } from 'zod'

// docs/inventory.schema.json is made from this file: each description stands there as it is here.

const outcomes = {
  migrated: z.int().describe('Files that would change.'),
  unchanged: z.int(),
  refused: z.int(),
  failed: z.int(),
}

const ecosystem = z
  .string()
  .nullable()
  .describe('The transform that took the file on; null where none did.')

const file = z.strictObject({
  path: z.string().describe('Relative to the working directory; absolute where the argument was.'),
  outcome: z.enum(['migrated', 'unchanged', 'refused', 'failed']),
  ecosystem,
  stages: z.int().nullable().describe('As it is; null where it could not be read.'),
  code: z.string().nullable().describe('Why it stays as it is; null where it would change.'),
  rules: z.array(z.string()).describe('The rules that would change it.'),
  baseMegabytes: z
    .strictObject({ before: z.number(), after: z.number() })
    .nullable()
    .describe(
      'An estimate: what the base images have alone. null where nothing would change, and where it is not known.',
    ),
})

const summary = z.strictObject({
  files: z.int(),
  outcomes: z.strictObject(outcomes),
  ecosystems: z.array(z.strictObject({ ecosystem, ...outcomes })),
  stages: z.strictObject({
    single: z.int(),
    multi: z.int(),
    unknown: z.int().describe('Files that could not be read.'),
  }),
  rules: z.array(z.strictObject({ rule: z.string(), files: z.int() })),
  reasons: z
    .array(
      z.strictObject({
        outcome: z.enum(['refused', 'unchanged', 'failed']),
        code: z.string(),
        files: z.int(),
        meaning: z.string(),
      }),
    )
    .describe('Why files stay as they are.'),
  saving: z
    .strictObject({
      known: z.int().describe('Files that would change, and whose base images have known sizes.'),
      unknown: z.int().describe('Files that would change, of which the saving is not known.'),
      megabytesBefore: z.number(),
      megabytesAfter: z.number(),
    })
    .describe('An estimate: what the base images have alone.'),
})

/** The document that `inventory --format json` prints. */
export const inventoryReport = z.strictObject({
  version: z.literal(1),
  summary,
  files: z.array(file).describe('In the order of their paths.'),
})

export type InventorySummary = z.infer<typeof summary>
export type InventoryJson = z.infer<typeof inventoryReport>
