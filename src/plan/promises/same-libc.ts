import type { Copy } from '../../facts/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { findStage, type StageFacts } from '../../facts/stage-facts.ts'
import { foreignFile } from '../needs/foreign-files.ts'
import type { PromiseCheck } from './promise.ts'

/**
 * What was linked against one C library is not copied beside another (https://wiki.musl-libc.org/functional-differences-from-glibc.html).
 * Where the author's own stages do that, or copy from another image, nothing can be shown; such a file is not judged.
 */
export const sameLibc: PromiseCheck = {
  code: 'promise-libc',
  check: (candidate) =>
    candidate.split === undefined
      ? mixedStages(candidate.after)
      : foreignFile(candidate.before, candidate.after),
}

/** Images that do not run what is copied into them, or run nothing that is linked against a C library. */
const servesFiles = /nginx|httpd|caddy|^distroless\/static|^scratch$/

function mixedStages({ stages, final }: Facts): string | undefined {
  if (servesFiles.test(final.base.family)) return undefined
  for (const facts of stages) {
    for (const copy of facts.copies) {
      const source =
        copy.from === undefined
          ? undefined
          : findStage(stages.slice(0, facts.stage.index), copy.from)
      const problem = source === undefined ? undefined : foreignFiles(copy, source, final)
      if (problem !== undefined) return problem
    }
  }
  return undefined
}

function foreignFiles(copy: Copy, source: StageFacts, final: StageFacts): string | undefined {
  const { line } = copy.step.instruction
  if (source.stage.instructions.length === 0)
    return `line ${line} copies from ${source.base.reference.text} as it is; whether its files run in ${final.base.reference.text} can't be shown`
  if (
    source.base.libc === undefined ||
    final.base.libc === undefined ||
    source.base.libc === final.base.libc
  )
    return undefined
  return isPortable(copy, source)
    ? undefined
    : `line ${line} copies from ${source.base.reference.text} into ${final.base.reference.text}, which has another C library`
}

/** Static binaries, composer's archive and web files run on either. */
function isPortable(copy: Copy, { stage, base }: StageFacts): boolean {
  const texts = stage.instructions.map(({ text }) => text).join('\n')
  return (
    /CGO_ENABLED[= ]"?0|-extldflags|musl/.test(texts) ||
    base.family === 'composer' ||
    /\.(html|css|js)\b/.test(copy.step.instruction.text)
  )
}
