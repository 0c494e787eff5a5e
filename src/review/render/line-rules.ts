import { isParseFailure, parseDockerfile } from '../../dockerfile/parse/parse.ts'
import type { Migrated } from '../../plan/outcome.ts'
import { splitRule } from '../../plan/rule-names.ts'

/** Which rule a line of a Dockerfile is there, or gone, for; undefined where none is. Lines from 1. */
export interface LineRules {
  readonly added: (line: number) => string | undefined
  readonly removed: (line: number) => string | undefined
}

/** Ties the lines of a diff to the changes that made them. A comment belongs to the instruction below it. */
export function lineRules({ before, after, origins, replaced, changes }: Migrated): LineRules {
  const ofOrigin = new Map(origins.map((origin) => [origin.line, origin]))
  const ofReplaced = new Map(replaced.map(({ line, by }) => [line, by]))
  // What only moved was moved by the split, where there was one.
  const moving = changes.some(({ rule }) => rule === splitRule) ? splitRule : undefined
  const starts = [startsOf(before), startsOf(after)] as const
  return {
    removed: (line) => ofReplaced.get(starts[0](line)) ?? moving,
    added: (line) => ofOrigin.get(starts[1](line))?.by ?? moving,
  }
}

/** The line on which the instruction of a line begins. */
function startsOf(source: string): (line: number) => number {
  const dockerfile = parseDockerfile(source)
  const starts: number[] = []
  for (const { line, text } of isParseFailure(dockerfile) ? [] : dockerfile.instructions) {
    const end = line + text.trimEnd().split('\n').length - 1
    while (starts.length <= end) starts.push(line)
  }
  return (line) => starts[line] ?? 0
}
