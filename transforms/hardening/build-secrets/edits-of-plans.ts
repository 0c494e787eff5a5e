import {
  assignmentsOf,
  withoutAssignments,
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
  const changed = lines.flatMap((edit) => edit ?? [])
  if (changed.length < lines.length) return undefined
  const copies = new Map<Instruction, string | undefined>()
  for (const { instruction, text } of plans.flatMap((plan) => plan.copies)) {
    if (copies.has(instruction)) return undefined
    copies.set(instruction, text)
  }
  return [
    ...grants,
    ...changed,
    ...[...copies].map(([instruction, text]): Edit => {
      return text === undefined
        ? { kind: 'drop', instruction }
        : { kind: 'replace', instruction, text }
    }),
  ]
}

/** An ARG or ENV without some of its variables. */
function withoutNames(instruction: Instruction, names: ReadonlySet<string>): Edit | undefined {
  if (assignmentsOf(instruction).every(({ name }) => names.has(name)))
    return { kind: 'drop', instruction }
  const text = withoutAssignments(instruction, (name) => names.has(name))
  return text === undefined ? undefined : { kind: 'replace', instruction, text }
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
