import { z } from 'zod'
import { statuses } from '../campaign/record.ts'
import { states } from './standing.ts'

const images = z.strictObject({
  services: z.int().min(1).describe('Services whose images were measured.'),
  before: z.int().describe('Bytes of their images as they were.'),
  after: z.int().describe('Bytes of their images as the pull requests make them.'),
})

const summary = z.strictObject({
  services: z.int(),
  repositories: z.int(),
  states: z
    .partialRecord(z.enum(states), z.int().min(1))
    .describe('How many services are in each state; one without services is missing.'),
  images: images.optional().describe('Missing where no image was built.'),
})

const pull = z.strictObject({
  number: z.int(),
  url: z.string().describe('Its page; empty for a branch without a pull request.'),
  checks: z
    .enum(['passing', 'failing', 'pending', 'none'])
    .optional()
    .describe('All commit checks of an open one, taken together.'),
  conflicts: z.boolean().describe('Does the host say that it has conflicts with its base?'),
})

const service = z.strictObject({
  repository: z.string().describe('`github.com/owner/name`'),
  key: z
    .string()
    .describe(
      'The same in every run: the path of its Dockerfile; `repo` or `owner:@org/team` for groups.',
    ),
  title: z.string().describe('As people say it.'),
  branch: z.string(),
  state: z
    .enum(states)
    .describe(
      'The status, but `conflicts` or `checks-failing` for an open one that needs a person.',
    ),
  status: z
    .enum(statuses)
    .describe('As the campaign has it; `left-to-person`: a person has committed to its branch.'),
  code: z.string().optional().describe('Of a refusal; docs/refusals.md lists them.'),
  reason: z.string().optional().describe('Why it is not open, in a sentence.'),
  ecosystem: z.string().optional().describe('The transform that took it on.'),
  pull: pull.optional(),
  sizes: z
    .strictObject({ before: z.number(), after: z.number() })
    .optional()
    .describe('Bytes of its images, where they were built.'),
  verdict: z.string().optional().describe('Of its verification; docs/verify.md lists them.'),
})

/** The document of `pr report --format json` and `pr status --format json`. What needs a person comes first in `services`. */
export const campaignReport = z.strictObject({
  version: z.literal(1),
  summary,
  services: z.array(service),
})

/** The parts of the document by name, for the docs. */
export const campaignParts = { summary, images, service, pull }

export type CampaignReport = z.infer<typeof campaignReport>
export type CampaignService = CampaignReport['services'][number]
