import type { Copy } from '../../facts/stages/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { isJavaScriptBuild } from '../needs/files/javascript-build.ts'
import { findStage, type StageFacts } from '../../facts/stages/stage-facts.ts'
import { refuse, type Refusal } from './refuse.ts'

/** Images that do not run what is copied into them, or run nothing that is linked against a C library. */
const servesFiles = /nginx|httpd|caddy|^distroless\/static|^scratch$/

/**
 * Stages of the author's own that mix C libraries, or copy from another image as it is: nothing can be shown of what such a file runs, so it
 * is not written (https://wiki.musl-libc.org/functional-differences-from-glibc.html).
 */
export function refuseMixedLibraries({ stages, final }: Facts): Refusal | undefined {
  if (servesFiles.test(final.base.family)) return undefined
  for (const { stage, copies } of stages) {
    for (const copy of copies) {
      const source =
        copy.from === undefined ? undefined : findStage(stages.slice(0, stage.index), copy.from)
      const problem = source === undefined ? undefined : foreignFiles(copy, source, final)
      if (problem === undefined) continue
      const { line } = copy.step.instruction
      return refuse('mixed-c-libraries', `Line ${line} copies from ${problem}.`, line)
    }
  }
  return undefined
}

function foreignFiles(copy: Copy, source: StageFacts, final: StageFacts): string | undefined {
  const [from, to] = [source, final].map(({ base }) => base.reference.text)
  if (copy.sources.length > 0 && copy.sources.every((path) => isText(path, source)))
    return undefined
  if (source.stage.instructions.length === 0)
    return `${from} as it is; whether its files run in ${to} can't be shown`
  if (
    source.base.libc === undefined ||
    final.base.libc === undefined ||
    source.base.libc === final.base.libc
  )
    return undefined
  return isPortable(copy, source, final)
    ? undefined
    : `${from} into ${to}, which has another C library`
}

/** Scripts, archives of PHP, settings and certificates: what an interpreter or a library of the other image reads. */
function isText(path: string, { base }: StageFacts): boolean {
  if (base.family === 'composer' && /^\/usr(\/local)?\/bin\/composer$/.test(path)) return true
  return (
    /\.(phar|sh|bash|php|conf|ini|json|ya?ml|toml|pem|crt|html|css)$/.test(path) ||
    /\/(install-php-extensions|zoneinfo)(\/|$)/.test(path)
  )
}

/** Static binaries, composer's archive and web files run on either. */
function isPortable(copy: Copy, source: StageFacts, final: StageFacts): boolean {
  const { stage, base } = source
  const texts = stage.instructions.map(({ text }) => text).join('\n')
  return (
    /CGO_ENABLED[= ]"?0|-extldflags|musl/.test(texts) ||
    base.family === 'composer' ||
    /\.(html|css|js)\b/.test(copy.step.instruction.text) ||
    (copy.sources.length > 0 &&
      copy.sources.every((path) => isJavaScriptBuild(path, source, final)))
  )
}
