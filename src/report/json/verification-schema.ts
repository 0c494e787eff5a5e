import { z } from 'zod'
import { verdicts } from '../../verification/verification.ts'

// What `--format json` says of a verification; a part of json-schema.ts.

export const finding = z.strictObject({
  code: z.string().describe('Stable: `missing-library`, `answer`, ...; docs/verify.md lists them.'),
  message: z.string(),
  by: z.string().optional().describe('The rule whose change it comes from, where that is known.'),
})

export const buildStats = z.strictObject({
  seconds: z.number().describe('As measured, with what the cache had.'),
  steps: z.int(),
  cached: z.int().describe('Steps that came from the cache.'),
  again: z.number().optional().describe('Seconds of the same build once more.'),
})

export const imageFacts = z.strictObject({
  size: z.int().describe('In bytes, as `docker image ls` counts.'),
  compressed: z
    .int()
    .describe('In bytes, of its files as one gzip; of long ones to a percent or two.'),
  layers: z.int(),
  user: z.string().describe('Empty for root.'),
  files: z.int(),
  osPackages: z.int(),
  languagePackages: z.int(),
  setuid: z.array(z.string()).describe('Paths of setuid and setgid files.'),
})

const names = z.array(z.string())
const folders = z.array(
  z.strictObject({ folder: z.string(), files: z.int(), size: z.int().describe('In bytes.') }),
)

/** As Docker's image config has it; null where there is none. */
const configValue = z.union([z.string(), names, z.boolean(), z.null()])

export const imageDifference = z.strictObject({
  config: z
    .array(z.strictObject({ field: z.string(), before: configValue, after: configValue }))
    .describe('Fields of both configs that differ, those that a base image brings included.'),
  osPackagesGone: names,
  osPackagesNew: names,
  languagePackagesGone: names,
  languagePackagesNew: names,
  filesGone: folders.describe('The largest folders of files that only the old image has.'),
  filesNew: folders,
})

export const buildFailure = z.strictObject({
  message: z.string(),
  instruction: z.strictObject({ line: z.int().min(1), text: z.string() }).optional(),
  origin: z
    .strictObject({
      kind: z.enum(['kept', 'repeated', 'edited', 'added']),
      line: z.int().min(1).optional().describe('Line of the old Dockerfile.'),
      by: z.string().optional(),
    })
    .optional()
    .describe('Where the failing instruction of the new Dockerfile comes from.'),
  log: names.describe('The last lines of the failing step.'),
})

export const observation = z.strictObject({
  state: z.enum(['running', 'exited', 'not-started']),
  exitCode: z.int().optional(),
  problem: z.string().optional().describe('What docker says where it did not start.'),
  health: z.string().optional().describe('What HEALTHCHECK says in the end.'),
  ports: z.array(z.int()).optional().describe('TCP ports on which it listens.'),
  port: z.int().optional().describe('The one that was asked by HTTP.'),
  answers: z
    .record(
      z.string(),
      z.strictObject({
        status: z.int(),
        type: z.string().optional(),
        location: z.string().optional(),
        length: z.int(),
        digest: z.string(),
        isSteady: z.boolean(),
      }),
    )
    .describe('By path.'),
  smoke: z
    .record(z.string(), z.strictObject({ exitCode: z.int().optional(), output: names }))
    .describe('By command of `--smoke`.'),
  errors: names.describe('Lines of its log that tell of an error.'),
  log: names.describe('The last lines of its log.'),
  seconds: z.number().optional().describe('Until it answered, was healthy or ended.'),
})

export const verification = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.string(),
  differences: z.array(finding).describe('What makes it `different`.'),
  notes: z.array(finding).describe('Worth knowing, no reason to doubt.'),
  builds: z.strictObject({ before: buildStats.optional(), after: buildStats.optional() }),
  images: z
    .strictObject({ before: imageFacts, after: imageFacts, difference: imageDifference })
    .optional(),
  runs: z
    .strictObject({ before: observation, after: observation })
    .optional()
    .describe('What the containers did; missing where they were not run.'),
  failure: buildFailure.optional().describe('Of the build that failed.'),
  problem: z
    .strictObject({ code: z.string(), message: z.string() })
    .optional()
    .describe('What of Docker or a registry kept it from being verified.'),
})

export type JsonVerification = z.infer<typeof verification>
