import type { Evidence } from '../../facts/evidence.ts'
import { besideContext } from '../../report/json/json-report.ts'
import type { MigratedFile } from './subject.ts'

/** Where a piece of evidence can be looked at: in a file of the base commit, or only in the Dockerfile as it is to be. */
export type Place =
  | { readonly kind: 'base'; readonly path: string; readonly line: number | undefined }
  | { readonly kind: 'new' }

/** The place of a piece of evidence in the repository. A line that a split or another rule has made is only in the Dockerfile as it is to be. */
export function placeOf({ path, line, text }: Evidence, file: MigratedFile): Place {
  if (path !== 'Dockerfile') return { kind: 'base', path: besideContext(file.context, path), line }
  const [first = ''] = text.split('\n', 1)
  const isNew = line === undefined && first !== '' && file.result.after.includes(first)
  return isNew ? { kind: 'new' } : { kind: 'base', path: file.path, line }
}
