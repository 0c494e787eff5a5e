import { copySources } from './copy-sources.ts'
import { configuration } from './configuration.ts'
import { links } from './links.ts'
import { nothingLost } from './nothing-lost.ts'
import type { Candidate, PromiseCheck } from './promise.ts'
import { programFiles } from './program-files.ts'
import { sameLibc } from './same-libc.ts'
import { startFiles } from './start-files.ts'
import { valid } from './valid.ts'
import { writes } from './writes.ts'

/** The config changes only where a change says so. */
const contract: PromiseCheck = {
  code: 'promise-contract',
  check: ({ unnamed }) => {
    const [first] = unnamed
    return first === undefined
      ? undefined
      : `${first.field} would change from ${JSON.stringify(first.before)} to ${JSON.stringify(first.after)}`
  },
}

const promises: readonly PromiseCheck[] = [
  nothingLost,
  valid,
  contract,
  copySources,
  startFiles,
  programFiles,
  links,
  writes,
  configuration,
  sameLibc,
]

/** The first promise that a migration does not keep; undefined where it keeps all. */
export function brokenPromise(
  candidate: Candidate,
): { readonly code: PromiseCheck['code']; readonly problem: string } | undefined {
  for (const { code, check } of promises) {
    const problem = check(candidate)
    if (problem !== undefined) return { code, problem }
  }
  return undefined
}
