import type { PromiseCheck } from './promise.ts'

/** What was linked against one C library is not copied beside another (`ldd`, https://wiki.musl-libc.org/functional-differences-from-glibc.html). */
export const sameLibc: PromiseCheck = {
  code: 'promise-libc',
  check: ({ split, before, after }) => {
    if (split === undefined) return undefined
    const from = before.final.base
    const to = after.final.base
    if (from.reference.text === to.reference.text) return undefined
    if (from.libc !== undefined && from.libc === to.libc) return undefined
    const bound = split.artifacts.find((artifact) => !artifact.isPortable)
    return bound === undefined
      ? undefined
      : `${bound.path} is linked against ${from.libc ?? 'an unknown C library'} and would meet ${to.libc ?? 'another'} in ${to.reference.text}`
  },
}
