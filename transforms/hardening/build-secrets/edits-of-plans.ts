import {
  assignmentsOf,
  splice,
  type Edit,
  type Facts,
  type Instruction,
  type OtherFile,
} from '../../../src/transform.ts'
import { editsOfGrants } from './grant.ts'
import type { Plan } from './plan.ts'

/** All that plans do to the file together; undefined where that can't be written. */
export function editsOfPlans(plans: readonly Plan[], facts: Facts): readonly Edit[] | undefined {
  const grants = editsOfGrants(
    plans.flatMap((plan) => plan.grants),
    facts.dockerfile,
  )
  if (grants === undefined) return undefined
  const names = new Set(plans.flatMap((plan) => plan.names))
  const lines = [...new Set(plans.flatMap((plan) => plan.lines))].map((line) =>
    withoutNames(line, names),
  )
  const copies = new Map<Instruction, string | undefined>()
  for (const { instruction, text } of plans.flatMap((plan) => plan.copies)) {
    if (copies.has(instruction)) return undefined
    copies.set(instruction, text)
  }
  return [
    ...grants,
    ...lines,
    ...[...copies].map(([instruction, text]): Edit => {
      return text === undefined
        ? { kind: 'drop', instruction }
        : { kind: 'replace', instruction, text }
    }),
  ]
}

/** An ARG or ENV without some of its variables. */
function withoutNames(instruction: Instruction, names: ReadonlySet<string>): Edit {
  const { text } = instruction
  const all = assignmentsOf(instruction)
  if (all.every(({ name }) => names.has(name))) return { kind: 'drop', instruction }
  const spans = all.flatMap(({ name, start, end }, i) => {
    if (!names.has(name)) return []
    const next = all[i + 1]
    const before = all[i - 1]
    if (next !== undefined) return [{ start, end: next.start, text: '' }]
    return [{ start: before?.end ?? start, end, text: '' }]
  })
  return { kind: 'replace', instruction, text: joined(text, spans) }
}

/** The last of several that go begins where the first one did. */
function joined(
  text: string,
  spans: readonly { start: number; end: number; text: string }[],
): string {
  const apart: { start: number; end: number; text: string }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return splice(text, apart)
}

/** What a whole folder must not bring once it is mounted. */
export function ignoreFileOf(plans: readonly Plan[], { project }: Facts): OtherFile | undefined {
  const hidden = [...new Set(plans.flatMap((plan) => plan.hidden))].filter(
    (path) => !project.isIgnored(path),
  )
  if (hidden.length === 0) return undefined
  const before = project.ignoreFile?.text ?? null
  const lineEnd = before?.includes('\r\n') === true ? '\r\n' : '\n'
  const gap = before === null || before === '' || before.endsWith('\n') ? '' : lineEnd
  return {
    path: project.ignoreFile?.path ?? '.dockerignore',
    before,
    after: (before ?? '') + gap + hidden.map((path) => path + lineEnd).join(''),
  }
}
