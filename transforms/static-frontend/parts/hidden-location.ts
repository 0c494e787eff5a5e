import type { HiddenPaths } from '../../javascript/tools/servers/serving.ts'
import type { Fallback } from '../../javascript/tools/tool.ts'
import { location } from './location.ts'

/** What the server does not hand out is answered as what is not there: `.env`, `.git`. */
export function hiddenLocation(
  { like, fallback }: { readonly like: string; readonly fallback: Fallback },
  { pattern, isForbidden }: HiddenPaths,
): readonly string[] {
  const page = fallback.kind === 'page' && fallback.forFiles ? fallback.page : undefined
  const answer = isForbidden
    ? 'return 403;'
    : page === undefined
      ? 'return 404;'
      : `rewrite ^ ${page} last;`
  return [
    `# As ${like}: names that begin with a dot are ${isForbidden ? 'forbidden' : 'not handed out'}.`,
    ...location(`~ ${pattern}`, [answer]),
  ]
}
