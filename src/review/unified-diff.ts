import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatch } from 'diff'

/** Two texts of one file; `before` is null for a new file. */
export interface TextChange {
  /** With `/`, relative or absolute. */
  readonly path: string
  readonly before: string | null
  readonly after: string
}

/** Milliseconds that jsdiff may look for the shortest diff; then everything counts as replaced. */
export const patience = 2000

/**
 * A unified diff that `git apply` and `patch -p1` take, from the folder that the paths are relative to. Empty for equal texts.
 * It has no `diff --git` line on purpose: with one, git takes the paths as relative to the repository.
 */
export function unifiedDiff({ path, before, after }: TextChange): string {
  if (before === after) return ''
  const name = path.replace(/^\/+/, '')
  const names = [before === null ? '/dev/null' : `a/${name}`, `b/${name}`] as const
  const old = before ?? ''
  const options = { context: 3, timeout: patience }
  const patch = structuredPatch(...names, old, after, undefined, undefined, options)
  return withTabs(formatPatch(patch ?? wholePatch(names, old, after), FILE_HEADERS_ONLY))
}

/** Everything out, everything in. */
export function wholePatch(
  [oldFileName, newFileName]: readonly [string, string],
  before: string,
  after: string,
): StructuredPatch {
  const oldLines = linesOf(before)
  const newLines = linesOf(after)
  const hunk = {
    oldStart: 1,
    oldLines: oldLines.length,
    newStart: 1,
    newLines: newLines.length,
    lines: [...marked('-', oldLines), ...marked('+', newLines)],
  }
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n')
      ? [mark + line.slice(0, -1)]
      : [mark + line, '\\ No newline at end of file'],
  )
}

/** As git does it: without a tab behind it, `patch` ends a name at its first blank. */
function withTabs(diff: string): string {
  return diff.replace(/^--- ([^\n]*)\n\+\+\+ ([^\n]*)\n/, (_, old: string, now: string) => {
    const tab = (name: string): string => (/^[^"].* /.test(name) ? `${name}\t` : name)
    return `--- ${tab(old)}\n+++ ${tab(now)}\n`
  })
}
