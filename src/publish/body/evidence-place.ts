import type { Evidence } from '../../facts/evidence.ts'
import { besideContext } from '../../report/json-report.ts'
import type { MigratedFile } from './subject.ts'

/** Where a piece of evidence can be looked at: in a file of the base commit, or only in the Dockerfile as it is to be. */
export type Place =
  | { readonly kind: 'base'; readonly path: string; readonly line: number | undefined }
  | { readonly kind: 'new' }

/** Lines that an instruction may go on for. */
const longest = 12

/**
 * The place of a piece of evidence in the repository. Rules that follow the split see the Dockerfile that it left, so that a line of theirs may be
 * one that is not there before: such a text is looked for in both files.
 */
export function placeOf({ path, line, text }: Evidence, file: MigratedFile): Place {
  if (path !== 'Dockerfile') return { kind: 'base', path: besideContext(file.context, path), line }
  const { before, after } = file.result
  const words = flat(text)
  const lines = before.split('\n')
  const at = (index: number): boolean =>
    flat(lines.slice(index, index + longest).join(' ')).includes(words)
  if (words === '' || (line !== undefined && at(line - 1)))
    return { kind: 'base', path: file.path, line }
  const found = lines.findIndex((each) => flat(each).includes(words))
  if (found >= 0) return { kind: 'base', path: file.path, line: found + 1 }
  if (flat(after).includes(words)) return { kind: 'new' }
  return { kind: 'base', path: file.path, line: undefined }
}

/** On one line, without the ends of continued ones. */
function flat(text: string): string {
  return text
    .replace(/[\\`]\r?\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
