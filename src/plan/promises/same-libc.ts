import { foreignFile } from '../needs/files/foreign-files.ts'
import type { PromiseCheck } from './promise.ts'

/**
 * What was linked against one C library is not copied beside another (https://wiki.musl-libc.org/functional-differences-from-glibc.html).
 * Stages of the author's own keep their images and what they copy.
 */
export const sameLibc: PromiseCheck = {
  code: 'promise-libc',
  check: ({ isSplit, before, after }) => (isSplit ? foreignFile(before, after) : undefined),
}
