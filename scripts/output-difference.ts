import { z } from 'zod'
import { cellCode, fenced } from '../src/report/markdown/markdown-text.ts'
import { unifiedDiff } from '../src/review/unified-diff.ts'

const file = z.object({
  path: z.string(),
  outcome: z.string(),
  code: z.string().optional(),
  reason: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  changes: z
    .array(
      z.object({ rule: z.string(), risk: z.string(), assumption: z.string().optional() }).loose(),
    )
    .optional(),
  otherFiles: z
    .array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string() }))
    .optional(),
})

/** What of the program's JSON is compared. Other fields may differ between two builds. */
export const comparedReport = z.object({ files: z.array(file) })
export type ComparedFile = z.infer<typeof file>

/** A Dockerfile for which two builds give different answers. */
export interface OutputDifference {
  readonly path: string
  /** 'migrated', 'refused: no-start-command'; undefined where the build has no such file. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Each rule whose changes are not the same, with its risk: '+ non-root-user (safe)'. */
  readonly rules: readonly string[]
  /** Sentences that are not the same: of a refusal, or what is assumed. */
  readonly words: readonly string[]
  /** From the old build's files to those of the new one; empty where all are the same. */
  readonly diff: string
}

/** The files whose answers are not the same, in the order of the new build. */
export function outputDifferences(
  old: readonly ComparedFile[],
  now: readonly ComparedFile[],
): readonly OutputDifference[] {
  const byPath = new Map(old.map((each) => [each.path, each]))
  const paths = [...new Set([...now, ...old].map(({ path }) => path))]
  const newByPath = new Map(now.map((each) => [each.path, each]))
  return paths.flatMap((path) => {
    const difference = compare(path, byPath.get(path), newByPath.get(path))
    const { before, after, rules, words, diff } = difference
    const isSame = before === after && rules.length + words.length === 0 && diff === ''
    return isSame ? [] : [difference]
  })
}

function compare(
  path: string,
  old: ComparedFile | undefined,
  now: ComparedFile | undefined,
): OutputDifference {
  const rules = [rulesOf(old), rulesOf(now)] as const
  const words = [wordsOf(old), wordsOf(now)] as const
  const texts = [textsOf(old), textsOf(now)] as const
  const names = [...new Set([...texts[0].keys(), ...texts[1].keys()])]
  return {
    path,
    before: answerOf(old),
    after: answerOf(now),
    rules: plusAndMinus(...rules),
    words: plusAndMinus(...words),
    diff: names
      .map((name) => {
        const before = texts[0].get(name)
        const after = texts[1].get(name) ?? ''
        return unifiedDiff({ path: name, before: before ?? null, after })
      })
      .join(''),
  }
}

function answerOf(file: ComparedFile | undefined): string | undefined {
  if (file === undefined) return undefined
  return file.code === undefined ? file.outcome : `${file.outcome}: ${file.code}`
}

function rulesOf({ changes = [] }: Partial<ComparedFile> = {}): readonly string[] {
  return changes.map(({ rule, risk }) => `${rule} (${risk})`)
}

function wordsOf({ reason, changes = [] }: Partial<ComparedFile> = {}): readonly string[] {
  return [reason, ...changes.map(({ assumption }) => assumption)].filter(
    (each) => each !== undefined,
  )
}

/** The files as they are afterwards: a Dockerfile that stays has no text here. */
function textsOf(file: ComparedFile | undefined): ReadonlyMap<string, string> {
  if (file === undefined) return new Map()
  const own = file.after ?? file.before
  return new Map([
    ...(own === undefined ? [] : [[file.path, own] as const]),
    ...(file.otherFiles ?? []).map(({ path, after }) => [path, after] as const),
  ])
}

function plusAndMinus(old: readonly string[], now: readonly string[]): readonly string[] {
  return [
    ...old.filter((each) => !now.includes(each)).map((each) => `- ${each}`),
    ...now.filter((each) => !old.includes(each)).map((each) => `+ ${each}`),
  ]
}

/** For a terminal: each file with all that is different. */
export function differencesText(differences: readonly OutputDifference[]): string {
  const blocks = differences.map(({ path, before, after, rules, words, diff }) => {
    const answer =
      before === after ? (after ?? '') : `${before ?? 'not there'} -> ${after ?? 'not there'}`
    const lines = [`${path}: ${answer}`, ...[...rules, ...words].map((line) => `  ${line}`)]
    return `${lines.join('\n')}\n${diff}`
  })
  return `${blocks.join('\n')}\n${differences.length} outputs differ\n`
}

/** For a pull request: a table with a column for the reason of each, then the diffs. */
export function differencesMarkdown(differences: readonly OutputDifference[]): string {
  const rows = differences.map(({ path, before, after, rules }) => {
    const cells = [path, before ?? 'not there', after ?? 'not there', rules.join(', ')]
    return `| ${cells.map((cell) => (cell === '' ? '' : cellCode(cell))).join(' | ')} | |`
  })
  const diffs = differences
    .filter(({ diff }) => diff !== '')
    .map(({ path, diff }) => `### ${path}\n\n${fenced(diff, 'diff')}`)
  const head =
    '| file | before | after | changes | why it is better |\n| --- | --- | --- | --- | --- |'
  return `${[head, ...rows].join('\n')}\n\n${diffs.join('\n\n')}\n`
}
