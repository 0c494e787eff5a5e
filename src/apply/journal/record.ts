import { createHash } from 'node:crypto'
import { z } from 'zod'

// A journal is a folder of runs, oldest first by name; a run is a file of lines: its head, then one line for each group of files, which is on disk before
// the first byte of them is replaced. A line without an end was cut off by a crash: its files were not touched.

/** Runs that a journal keeps. */
export const mostRuns = 20

const head = z.strictObject({
  version: z.literal(1),
  /** The same in the journals of all the folders that a run wrote to. */
  run: z.string(),
  /** When it began writing there, as ISO has it. */
  at: z.string(),
  /** The repository's folder, or what stands for it. */
  root: z.string(),
})

const file = z.strictObject({
  /** Absolute, links followed. */
  path: z.string(),
  /** What stood there; null for a file made new. */
  before: z.strictObject({ text: z.string(), hash: z.string(), mode: z.int() }).nullable(),
  /** The hash of what was left there. */
  after: z.string(),
})

const group = z.strictObject({
  /** The Dockerfile last: it counts on those before it. */
  files: z.array(file).min(1),
  /** True for what could not be taken back once. */
  isLeft: z.literal(true).optional(),
})

export type RunHead = z.infer<typeof head>
export type RecordedFile = z.infer<typeof file>
export type RecordedGroup = z.infer<typeof group>

/** A run as a journal has it. */
export interface RecordedRun {
  readonly head: RunHead
  readonly groups: readonly RecordedGroup[]
}

/** The bytes of a text, or of a file, by a name of their own. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

export function lineOf(value: RunHead | RecordedGroup): string {
  return `${JSON.stringify(value)}\n`
}

export function printRun(run: RecordedRun): string {
  return [run.head, ...run.groups].map(lineOf).join('')
}

/** A run's text; undefined where it is of another version, or of no program at all. */
export function parseRun(text: string): RecordedRun | undefined {
  const [first = '', ...rest] = text.split('\n').slice(0, -1)
  const parsed = head.safeParse(parseLine(first)).data
  if (parsed === undefined) return undefined
  const groups = rest.map((line) => group.safeParse(parseLine(line)).data)
  return groups.some((each) => each === undefined)
    ? undefined
    : { head: parsed, groups: groups.flatMap((each) => each ?? []) }
}

/** Only the first line of a run's text. */
export function parseHead(text: string): RunHead | undefined {
  const end = text.indexOf('\n')
  return end < 0 ? undefined : head.safeParse(parseLine(text.slice(0, end))).data
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
