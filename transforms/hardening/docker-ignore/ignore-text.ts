import { isIgnored, parseIgnoreFile, type OtherFile, type Project } from '../../../src/transform.ts'
import type { IgnoreLine } from './ignore-line.ts'

/**
 * The lines that the ignore file in force lacks. Not one that an exception of the author's has a say in; and to a file that has lines of its own
 * only what has weight, because the author has thought of the rest.
 */
export function missingLines(
  lines: readonly IgnoreLine[],
  { ignoreFile }: Project,
): readonly IgnoreLine[] {
  const patterns = parseIgnoreFile(ignoreFile?.text ?? '')
  const exceptions = patterns.filter(({ negated }) => negated)
  return lines.filter(({ pattern, isWeighty, hides }) => {
    const name = pattern.replace(/^\*\*\/|\*$/g, '')
    if (isIgnored(patterns, name) || isIgnored(patterns, `${name}/any`)) return false
    if (exceptions.some((each) => each.matches(name) || hides(each.pattern))) return false
    return isWeighty || patterns.length === 0
  })
}

/** The ignore file with more lines at its end; undefined where none of them is worth a change. */
export function withLines(
  lines: readonly IgnoreLine[],
  { ignoreFile }: Project,
): OtherFile | undefined {
  if (!lines.some(({ isWeighty }) => isWeighty)) return undefined
  const before = ignoreFile?.text
  if (before === undefined || before.trim() === '')
    return {
      path: ignoreFile?.path ?? '.dockerignore',
      before: before ?? null,
      after: freshText(lines),
    }
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n'
  const end = /\n$/.test(before) ? '' : lineEnd
  const added = lines.map(({ pattern }) => pattern + lineEnd).join('')
  return { path: ignoreFile?.path ?? '.dockerignore', before, after: before + end + added }
}

function freshText(lines: readonly IgnoreLine[]): string {
  const made = lines.filter((line) => line.made !== undefined)
  const rest = lines.filter((line) => line.made === undefined)
  const parts = [
    ['# Made by the build itself', made],
    ['# No part of the image', rest],
  ] as const
  return parts
    .filter(([, own]) => own.length > 0)
    .map(([title, own]) => [title, ...own.map(({ pattern }) => pattern), ''].join('\n'))
    .join('\n')
}
