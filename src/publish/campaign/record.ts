import { z } from 'zod'

/** How it stands with a service's pull request. */
export const statuses = [
  'open',
  'merged',
  /** A person closed it. */
  'declined',
  /** Closed by this program. */
  'closed',
  /** A person has committed to its branch. */
  'left-to-person',
  /** Open, and there is nothing to change any more. */
  'obsolete',
  /** There is nothing to change. */
  'unchanged',
  'refused',
  /** To be opened, but not now: `--max-open`, `--pilot`, `sync`. */
  'waiting',
  /** `--verify` did not say `same`. */
  'not-same',
  /** A host or a defect let it down. */
  'failed',
] as const
export type Status = (typeof statuses)[number]

/** What people call each status. */
export const statusWords: Readonly<Record<Status, string>> = {
  open: 'open',
  merged: 'merged',
  declined: 'declined',
  closed: 'closed',
  'left-to-person': 'left alone',
  obsolete: 'obsolete',
  unchanged: 'unchanged',
  refused: 'refused',
  waiting: 'waiting',
  'not-same': 'not the same',
  failed: 'failed',
}

/** What is known of a service when a run is through with it. */
export const serviceRecord = z.object({
  key: z.string(),
  title: z.string(),
  branch: z.string(),
  status: z.enum(statuses),
  /** Why it is not open, in a sentence; the code of a refusal. */
  reason: z.string().optional(),
  code: z.string().optional(),
  ecosystem: z.string().optional(),
  /** The hash of what is to be changed; missing where nothing is. */
  content: z.string().optional(),
  /** The hash of what that replaces. */
  input: z.string().optional(),
  pull: z.object({ number: z.number(), url: z.string() }).optional(),
  /** Bytes of the images, where they were built. */
  sizes: z.object({ before: z.number(), after: z.number() }).optional(),
  verdict: z.string().optional(),
})
export type ServiceRecord = z.infer<typeof serviceRecord>

/** A repository as it was when a run was through with it. */
export const repositoryRecord = z.object({
  kind: z.literal('repository'),
  /** 'github.com/owner/name' */
  repository: z.string(),
  baseBranch: z.string(),
  base: z.string(),
  /** A hash of all settings that decide what is changed: where it and `base` are the same, so is every service's content. */
  settings: z.string(),
  services: z.array(serviceRecord),
  /** Why the repository as a whole was passed over. */
  skipped: z.string().optional(),
})
export type RepositoryRecord = z.infer<typeof repositoryRecord>
