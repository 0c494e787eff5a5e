import type { PackageManagerName } from '../knowledge/base-image.ts'
import { placeOfPackage, runtimeCounterparts } from '../knowledge/os-packages.ts'
import type { Install } from '../knowledge/package-managers.ts'
import type { CommandPlace, PlaceContext } from './place-command.ts'

/** OS packages that the runtime stage installs in place of a longer list. */
export interface PlacedPackages {
  readonly manager: PackageManagerName
  /** As they are written in the new line: versions that the author pinned stay. */
  readonly names: readonly string[]
}

/** Which of the packages of an install command run time needs. What is not known stays: more rather than less. */
export function placePackages(install: Install, { split, facts }: PlaceContext): CommandPlace {
  const { manager } = install
  // `apk add --virtual .build-deps` says itself that run time does without.
  if (install.virtual !== undefined) return { kind: 'build' }
  const names: string[] = []
  let isPartial = false
  let isRunOnly = true
  for (const item of install.packages) {
    const own = split.placePackage(item.name)
    // What the engine's table calls a run-time package may serve the build, too; only a transform knows.
    if (own !== 'run') isRunOnly = false
    const place = own ?? placeOfPackage(manager, item.name) ?? 'run'
    if (place === 'run' || place === 'both') {
      names.push(item.text)
      continue
    }
    isPartial = true
    const counterparts = runtimeCounterparts(manager, facts.base.release, item.name)
    // A -dev package whose run-time half is not known is installed as it is.
    names.push(
      ...(counterparts ?? (/-dev(el)?$/.test(item.name) && place === 'build' ? [item.text] : [])),
    )
  }
  if (!isPartial) return { kind: isRunOnly ? 'run' : 'both' }
  if (names.length === 0) return { kind: 'build' }
  return { kind: 'packages', packages: { manager, names: [...new Set(names)] } }
}
