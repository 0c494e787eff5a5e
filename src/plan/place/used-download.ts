import { commandEvidence } from '../../facts/evidence.ts'
import type { PlacedCommand } from '../rewrite/run-text.ts'

/** What names where packages come from: https://manpages.debian.org/bookworm/apt/sources.list.5 */
const listsPackages = /signed-by|\/etc\/(apt|apk|yum\.repos\.d)\//

/**
 * The key that a list of packages is signed by is downloaded in the RUN that installs them, in either stage: a COPY below it would bring it too
 * late.
 */
export function keepUsedDownloads(placed: readonly PlacedCommand[]): readonly PlacedCommand[] {
  const texts = placed
    .flatMap(({ command, place }) =>
      /^(run|both|packages)$/.test(place.kind) ? [commandEvidence(command).text] : [],
    )
    .filter((text) => listsPackages.test(text))
  return placed.map((item) =>
    item.place.kind === 'leaves' &&
    item.place.paths.some(({ path }) => texts.some((text) => text.includes(path)))
      ? { ...item, place: { kind: 'both' } as const }
      : item,
  )
}
