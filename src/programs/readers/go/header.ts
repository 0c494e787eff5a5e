import type { Node } from '../tree-sitter.ts'
import { expressionHolds, linesHold, type BuildTags } from './constraints.ts'

/** What stands above the package clause. */
export interface Header {
  /** Of `//go:build`. */
  readonly expression: string | undefined
  /** Of `// +build`, where no `//go:build` is. */
  readonly lines: readonly string[]
}

/** Reads the build constraints of a file. A `// +build` line counts where a blank line follows before the package clause. */
export function headerOf(root: Node): Header {
  const lines: string[] = []
  let pending: string[] = []
  let end = -1
  for (const child of root.children) {
    if (child === null) continue
    if (end >= 0 && child.startPosition.row > end + 1) {
      lines.push(...pending)
      pending = []
    }
    if (child.type === 'package_clause') break
    if (child.type !== 'comment') continue
    const { text } = child
    end = child.endPosition.row
    const expression = afterMark(text, '//go:build')
    if (expression !== undefined) return { expression, lines: [] }
    const line = text.startsWith('//') ? afterMark(text.slice(2).trimStart(), '+build') : undefined
    if (line !== undefined) pending.push(line)
  }
  return { expression: undefined, lines }
}

/** What follows a mark and a blank. */
function afterMark(text: string, mark: string): string | undefined {
  const rest = text.startsWith(mark) ? text.slice(mark.length) : undefined
  return rest !== undefined && (rest === '' || /^\s/.test(rest)) ? rest.trim() : undefined
}

/** Whether a file is compiled; undefined where that can't be told. */
export function headerHolds({ expression, lines }: Header, build: BuildTags): boolean | undefined {
  return expression === undefined ? linesHold(lines, build) : expressionHolds(expression, build)
}
