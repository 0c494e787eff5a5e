import type { Facts } from '../../facts/facts.ts'
import { lostVariable } from '../needs/lost/lost-variable.ts'
import { copySources } from './copy-sources.ts'
import { copiedFiles } from './copied-files.ts'
import { configuration } from './configuration.ts'
import { links } from './links.ts'
import { nothingLost } from './nothing-lost.ts'
import { owners } from './owners.ts'
import type { Candidate, PromiseCheck } from './promise.ts'
import { programFiles } from './program-files.ts'
import { programs } from './programs.ts'
import { sameLibc } from './same-libc.ts'
import { startFiles } from './start-files.ts'
import { systemFiles } from './system-files.ts'
import { valid } from './valid.ts'
import { writes } from './writes.ts'

/** The config changes only where a change says so. */
const contract: PromiseCheck = {
  code: 'promise-contract',
  check: ({ before, after, unnamed }) => {
    const [first] = unnamed
    return first === undefined
      ? lostOfBase(before, after)
      : `${first.field} would change from ${JSON.stringify(first.before)} to ${JSON.stringify(first.after)}`
  },
}

/** What the program reads of the variables of the author's base image is the same. */
function lostOfBase(before: Facts, after: Facts): string | undefined {
  const lost = lostVariable(before, after)
  return lost && `${lost}, which the new image would not set`
}

const promises: readonly PromiseCheck[] = [
  nothingLost,
  valid,
  contract,
  copySources,
  copiedFiles,
  startFiles,
  programFiles,
  systemFiles,
  programs,
  links,
  owners,
  writes,
  configuration,
  sameLibc,
]

/** A promise that is not kept, and how. */
export interface BrokenPromise {
  readonly code: PromiseCheck['code']
  readonly problem: string
}

/** The first promise that a migration does not keep; undefined where it keeps all. */
export function brokenPromise(candidate: Candidate): BrokenPromise | undefined {
  for (const { code, check } of promises) {
    const problem = check(candidate)
    if (problem !== undefined) return { code, problem }
  }
  return undefined
}

/** Those that a person may break who writes the file by hand: lines may go, and the image's config is that person's. */
const byHand: readonly PromiseCheck[] = [nothingLost, contract]

/** What a text that a person wrote does not keep; nothing that is about what the program itself may do. */
export function brokenByHand(candidate: Candidate): readonly BrokenPromise[] {
  return promises
    .filter((promise) => !byHand.includes(promise))
    .flatMap(({ code, check }) => {
      const problem = check(candidate)
      return problem === undefined ? [] : [{ code, problem }]
    })
}
