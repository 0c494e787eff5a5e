import { sourcePath } from '../../../facts/stages/carried-copies.ts'
import type { Copy } from '../../../facts/stages/copy.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import { factsOfStage, type Facts } from '../../../facts/facts.ts'
import { findBinaries, placesOf } from '../../../facts/go/build-command.ts'
import { settledLinking } from '../../../facts/go/linking.ts'
import { isWithin, resolvePath } from '../../../facts/image-path.ts'
import { findStage, type StageFacts } from '../../../facts/stages/stage-facts.ts'

/** Images that run a server of their own and send what is copied into them. */
const serves = /nginx|httpd|caddy/
/** Data of the system: certificates, zones, content types; and texts. */
const isData = (path: string) => /^\/(etc|usr\/share)\//.test(path) || ofData.test(path)
/** Endings of texts, keys, databases and pictures, which are linked against nothing. */
const ofData =
  /\.(json|ya?ml|toml|xml|csv|sql|html?|css|txt|md|tmpl|ini|conf|cfg|env|properties|proto|pem|crt|cer|key|pub|db|sqlite3?|svg|png|jpe?g|gif|webp|ico|woff2?)$/

/**
 * A file of another stage that the final one takes and that is not shown to run on its C library, as the start of a sentence; undefined where
 * there is none. Static binaries run anywhere, and so do files of the context and of the web
 * (https://wiki.musl-libc.org/functional-differences-from-glibc.html).
 */
export function foreignFile(before: Facts, after: Facts): string | undefined {
  const { stages, final } = after
  const to = final.base
  if (serves.test(to.family)) return undefined
  // What the author's own stages mix is the author's, as long as the image stays.
  const written = before.final.copies.map(({ step }) => step.instruction.text)
  const isOwn = (copy: Copy) =>
    before.final.base.libc === to.libc && written.includes(copy.step.instruction.text)
  for (const copy of final.copies.filter((item) => !isOwn(item))) {
    const stage =
      copy.from === undefined ? undefined : findStage(stages.slice(0, final.stage.index), copy.from)
    if (stage === undefined || (to.libc !== undefined && stage.base.libc === to.libc)) continue
    const found = copy.sources
      .flatMap((source) => resolvePath('/', source) ?? [])
      .find((path) => !isPortable(path, stage, after))
    if (found !== undefined)
      return `${found} is linked against ${stage.base.libc ?? 'an unknown C library'} and would meet ${to.libc ?? 'another'} in ${to.reference.text}`
  }
  return undefined
}

function isPortable(path: string, stage: StageFacts, after: Facts): boolean {
  // A pattern for a file of the context.
  if (sourcePath(path, stage.copies, after.project) !== path) return true
  const builder = factsOfStage(after, stage)
  const binaries = findBinaries(builder).filter((binary) =>
    placesOf(binary, builder).some((place) => isWithin(place, path)),
  )
  if (binaries.length > 0)
    return binaries.every((binary) => settledLinking(binary, builder)?.kind === 'static')
  if (isData(path) || builder.contextPath(path) !== undefined || isMadeEmpty(path, stage))
    return true
  // A build of JavaScript writes no programs.
  return /^(node|oven\/bun)$/.test(stage.base.family) && !/(^|\/)node_modules(\/|$)/.test(path)
}

const isMadeEmpty = (path: string, { commands }: StageFacts) =>
  commands.some(
    (command) =>
      command.name === 'mkdir' &&
      effectsOf(command)?.some((effect) => effect.kind === 'creates' && effect.path === path),
  )
