import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { beforePattern, resolvePath } from '../../../facts/image-path.ts'
import { volumeFolders } from '../../../facts/stages/volume-folders.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'

/**
 * What others read of the context's files: folders under a volume, which Docker fills from the image, those that a platform's proxy serves, and
 * what another Dockerfile copies out of the image.
 * https://docs.docker.com/engine/storage/volumes/#populate-a-volume-using-a-container
 */
export function volumeNeeds(facts: Facts): readonly FileNeed[] {
  const { steps, config } = facts.final
  const line = steps.find(({ instruction }) => instruction.keyword === 'VOLUME')?.instruction
  const volumes: readonly (readonly [string, Evidence])[] = [
    ...volumeFolders(config).map((path) => [path, lineEvidence(line)] as const),
    ...usagesOf(facts).flatMap(({ mounts, served, path, line: at }) =>
      [
        ...mounts.flatMap(({ from, target }) => (from === 'volume' ? [target] : [])),
        ...served.flatMap((folder) => resolvePath('/', folder) ?? []),
      ].map((target) => [target, { path, line: at, text: target }] as const),
    ),
  ]
  const taken = usagesOf(facts).flatMap(({ takes, path, line: at }) =>
    takes.flatMap(
      (target) => needAt(beforePattern(target), { path, line: at, text: target }, facts) ?? [],
    ),
  )
  const filled = volumes.flatMap(([target, evidence]) => {
    const need = /\/(node_modules|vendor)$/.test(target)
      ? undefined
      : needAt(target, evidence, facts)
    return need?.isFolder === true ? [need] : []
  })
  return [...filled, ...taken]
}
