import type { Dockerfile, Instruction, Stage } from '../../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../../dockerfile/parse/parse.ts'
import type { Migrated, Origin } from '../../plan/outcome.ts'
import type { InputLine, OutputLine } from './explain-schema.ts'

/** Each line of a migration: where it comes from, and what becomes of it. */
export interface Trace {
  readonly output: readonly OutputLine[]
  readonly input: readonly InputLine[]
}

/** Traces the lines of a migrated file, by the origin of each instruction. */
export function traceLines(migrated: Migrated): Trace {
  const before = parseDockerfile(migrated.before)
  const after = parseDockerfile(migrated.after)
  if (isParseFailure(before) || isParseFailure(after)) return { output: [], input: [] }
  const output = outputLines(migrated, before, after)
  return { output, input: inputLines(migrated, before, output) }
}

function outputLines(
  migrated: Migrated,
  before: Dockerfile,
  after: Dockerfile,
): readonly OutputLine[] {
  const sources = new Map(before.instructions.map((each) => [each.line, each]))
  const origins = new Map(migrated.origins.map((origin) => [origin.line, origin]))
  const moves = movesIn(migrated, before, after)
  const comments = commentLines(before)
  const texts = linesOf(migrated.after)
  const lines: OutputLine[] = []
  for (const instruction of after.instructions) {
    const origin = origins.get(instruction.line)
    const stage = stageName(after, instruction)
    const by = origin?.by ?? moves.get(instruction)
    // What stands above the first FROM is in no stage.
    const above = instruction === after.instructions[0] ? null : stage
    while (lines.length + 1 < instruction.line)
      lines.push(commentLine(lines.length + 1, texts[lines.length] ?? '', above, comments, by))
    const source = origin?.from === undefined ? undefined : sources.get(origin.from)
    const old = source === undefined ? [] : linesOf(source.text)
    for (const [i, own] of linesOf(instruction.text).entries()) {
      const text = texts[lines.length] ?? own
      const kind = kindOf(origin, moves.has(instruction))
      const isSame = old[i] === own
      const from = source === undefined ? undefined : source.line + (isSame ? i : 0)
      const rule = isSame && kind === 'edited' && old.length > 1 ? undefined : by
      lines.push({
        ...{ line: lines.length + 1, text, stage },
        kind: kind === 'edited' && isSame ? 'kept' : kind,
        ...(from === undefined ? {} : { from }),
        ...(rule === undefined ? {} : { by: rule }),
      })
    }
  }
  const last = after.stages.at(-1)
  const stage = last === undefined ? null : nameOf(last)
  for (const text of texts.slice(lines.length))
    lines.push(commentLine(lines.length + 1, text, stage, comments, undefined))
  return lines
}

function kindOf(origin: Origin | undefined, isMoved: boolean): OutputLine['kind'] {
  const kind = origin?.kind ?? 'added'
  return kind === 'kept' && isMoved ? 'moved' : kind
}

/** A comment is known again by its text, in the order of the file; what is no comment of the author is ours, or blank. */
function commentLine(
  line: number,
  text: string,
  stage: string | null,
  comments: Map<string, number[]>,
  by: string | undefined,
): OutputLine {
  const shared = { line, text, stage }
  if (text.trim() === '') return { ...shared, kind: 'blank' }
  const from = comments.get(text.trim())?.shift()
  if (from !== undefined) return { ...shared, kind: 'kept', from }
  return { ...shared, kind: 'added', ...(by === undefined ? {} : { by }) }
}

/** The lines of a file's comments, directives included, by text. */
function commentLines(file: Dockerfile): Map<string, number[]> {
  const known = new Map<string, number[]>()
  const inside = new Set(
    file.instructions.flatMap(({ line, text }) => linesOf(text).map((_, i) => line + i)),
  )
  for (const [i, text] of linesOf(file.source).entries()) {
    if (inside.has(i + 1) || text.trim() === '') continue
    const all = known.get(text.trim())
    if (all === undefined) known.set(text.trim(), [i + 1])
    else all.push(i + 1)
  }
  return known
}

/** The instructions that stand, as they were, in another stage or behind what they stood before; by the rule that did it. */
function movesIn(
  { origins, changes }: Migrated,
  before: Dockerfile,
  after: Dockerfile,
): ReadonlyMap<Instruction, string> {
  const rules = new Set(changes.map(({ rule }) => rule))
  const across = changes[0]?.rule
  const within = rules.has('layer-order') ? 'layer-order' : across
  const moves = new Map<Instruction, string>()
  const bySource = new Map(origins.map((origin) => [origin.line, origin]))
  /** The stage of the output that an input's FROM has become, by that FROM's line. */
  const homes = new Map<number, number>()
  for (const stage of after.stages) {
    const from = bySource.get(stage.from.line)?.from
    if (from !== undefined && !homes.has(from)) homes.set(from, stage.index)
  }
  const homeOf = new Map(
    before.stages.flatMap((stage) =>
      stage.instructions.map((each) => [each.line, homes.get(stage.from.line)] as const),
    ),
  )
  for (const stage of after.stages) {
    let latest = 0
    for (const instruction of stage.instructions) {
      const origin = bySource.get(instruction.line)
      if (origin?.from === undefined || origin.kind === 'repeated') continue
      const isAway = homeOf.get(origin.from) !== stage.index
      const rule = isAway ? across : origin.from < latest ? within : undefined
      if (rule !== undefined) moves.set(instruction, rule)
      latest = Math.max(latest, origin.from)
    }
  }
  return moves
}

function inputLines(
  { replaced }: Migrated,
  before: Dockerfile,
  output: readonly OutputLine[],
): readonly InputLine[] {
  const goes = new Map<number, OutputLine[]>()
  for (const line of output) {
    if (line.from === undefined) continue
    const known = goes.get(line.from)
    if (known === undefined) goes.set(line.from, [line])
    else known.push(line)
  }
  const owners = new Map<number, Instruction>()
  for (const each of before.instructions)
    for (const i of linesOf(each.text).keys()) owners.set(each.line + i, each)
  const rules = new Map(replaced.map(({ line, by }) => [line, by]))
  return linesOf(before.source).map((text, i): InputLine => {
    const owner = owners.get(i + 1)
    const own = goes.get(i + 1) ?? []
    // A line inside of an instruction that was edited is where that is.
    const found = own.length === 0 && owner !== undefined ? (goes.get(owner.line) ?? []) : own
    const to = found.map(({ line, stage }) => ({ line, stage }))
    const shared = { line: i + 1, text, to }
    if (text.trim() === '' && owner === undefined) return { ...shared, kind: 'blank' }
    const by = found.find((each) => each.by !== undefined)?.by ?? rules.get(owner?.line ?? 0)
    const kinds = new Set(found.map(({ kind }) => kind))
    const kind = (['edited', 'repeated', 'moved'] as const).find((each) => kinds.has(each))
    return {
      ...shared,
      kind: found.length === 0 ? 'dropped' : own.length === 0 ? 'edited' : (kind ?? 'kept'),
      ...(by === undefined || (kind === undefined && own.length > 0) ? {} : { by }),
    }
  })
}

function stageName({ stages }: Dockerfile, { line }: Instruction): string | null {
  const stage = stages.findLast(({ from }) => from.line <= line)
  return stage === undefined ? null : nameOf(stage)
}

function nameOf({ name, index }: Stage): string {
  return name ?? String(index)
}

/** Without line ends and the mark at the start of a file. */
function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r*\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
