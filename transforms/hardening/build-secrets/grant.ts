import {
  dropLinks,
  parseRun,
  splice,
  type Dockerfile,
  type Edit,
  type Instruction,
  type ShellLink,
  type Step,
} from '../../../src/transform.ts'
import { insertCommand } from '../package-cache/insert-command.ts'

/** A place in the text of a RUN, and what stands there from now on. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What one RUN gets for one secret. */
export interface Grant {
  readonly step: Step
  /** `--mount=type=secret,id=npm_token`; undefined where it only loses something. */
  readonly mount: string | undefined
  readonly spans?: readonly Span[]
  /** Links of its chain that go. */
  readonly dropped?: readonly ShellLink[]
  /** Commands that stand before its own, and those that tidy up behind the link of that number. */
  readonly before?: readonly string[]
  readonly behind?: { readonly link: number; readonly command: string }
}

/** The edits that give RUNs what they are granted; undefined where one of them can't be written. */
export function editsOfGrants(
  grants: readonly Grant[],
  dockerfile: Dockerfile,
): readonly Edit[] | undefined {
  const byRun = new Map<Instruction, Grant[]>()
  for (const grant of grants) {
    const { instruction } = grant.step
    byRun.set(instruction, [...(byRun.get(instruction) ?? []), grant])
  }
  const edits: Edit[] = []
  for (const [instruction, own] of byRun) {
    const edit = editOf(instruction, own, dockerfile)
    if (edit === undefined) return undefined
    edits.push(edit)
  }
  return edits
}

function editOf(
  instruction: Instruction,
  grants: readonly Grant[],
  dockerfile: Dockerfile,
): Edit | undefined {
  const links = parseRun(instruction)?.links ?? []
  const dropped = new Set(grants.flatMap((grant) => grant.dropped?.map(({ start }) => start) ?? []))
  const mounts = [...new Set(grants.flatMap(({ mount }) => mount ?? []))]
  if (dropped.size > 0) {
    if (links.every(({ start }) => dropped.has(start))) return { kind: 'drop', instruction }
    const text = dropLinks(
      instruction,
      links.filter(({ start }) => dropped.has(start)),
    )
    // Places in a text that has become shorter are other ones.
    const isMoved = grants.some(
      ({ spans = [], before = [], behind }) =>
        spans.length + before.length > 0 || behind !== undefined,
    )
    if (text === undefined || isMoved) return undefined
    const spans = [mountSpan(instruction, mounts, dockerfile)]
    return { kind: 'replace', instruction, text: splice(text, spans) }
  }
  const spans = [
    ...grants.flatMap((grant) => grant.spans ?? []),
    ...joinedSpans(instruction, grants, dockerfile),
  ]
  const isJoined = grants.some(({ before = [] }) => before.length > 0)
  for (const { behind } of grants) {
    if (behind === undefined || isJoined) continue
    const inserted = insertCommand(instruction, behind.command, dockerfile, false, behind.link)
    if (inserted === undefined) return undefined
    spans.push(inserted)
  }
  const all = [mountSpan(instruction, mounts, dockerfile, isJoined), ...unique(spans)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  return { kind: 'replace', instruction, text: splice(instruction.text, all) }
}

const unique = (spans: readonly Span[]) => [
  ...new Map(spans.map((span) => [`${span.start} ${span.end} ${span.text}`, span])).values(),
]

/** Commands that other RUNs had, in front of the first of its own, and what takes away what they leave: a line each. */
function joinedSpans(
  instruction: Instruction,
  grants: readonly Grant[],
  { escape, lineEnd }: Dockerfile,
): readonly Span[] {
  const links = parseRun(instruction)?.links ?? []
  const commands = grants.flatMap(({ before = [] }) => before)
  const [first] = links
  if (first === undefined || commands.length === 0) return []
  const joint = ` ${escape}${lineEnd}    && `
  const at = first.start
  return [
    { start: at, end: at, text: commands.map((command) => command + joint).join('') },
    ...grants.flatMap(({ behind }) => {
      const link = links[behind?.link ?? -1]
      return behind === undefined || link === undefined
        ? []
        : [{ start: link.end, end: link.end, text: joint + behind.command }]
    }),
  ]
}

/** On a line of its own where the line would be long. */
function mountSpan(
  { text, flags, keyword }: Instruction,
  mounts: readonly string[],
  { escape, lineEnd }: Dockerfile,
  isJoined = false,
): Span {
  const at = flags.at(-1)?.end ?? keyword.length
  const added = mounts.map((mount) => ` ${mount}`).join('')
  const [line = ''] = text.split('\n', 1)
  const isLong =
    added !== '' &&
    (isJoined || line.length + added.length > 120) &&
    !text.slice(at).startsWith(' <<')
  const gap = /^[ \t]*/.exec(text.slice(at))?.[0] ?? ''
  return isLong && !/^[ \t]*[\\`]/.test(text.slice(at))
    ? { start: at, end: at + gap.length, text: `${added} ${escape}${lineEnd}    ` }
    : { start: at, end: at, text: added }
}
