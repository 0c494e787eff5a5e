import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { osPackagesOf } from '../../../knowledge/pypi-packages/index.ts'
import { isSince } from '../../../knowledge/pypi-packages/release-order.ts'
import type { RuntimePackage } from '../../split.ts'
import type { PythonSeen } from '../seen/seen-program.ts'
import type { PythonNeed } from './python-need.ts'

/** What the packages of a program of Python load of an image; undefined where no table says it for that image. */
export function pythonLibraries(
  { packages }: PythonSeen,
  image: BaseImage,
): readonly RuntimePackage[] | undefined {
  const names = new Set(packages.map(({ name }) => name))
  const found: RuntimePackage[] = []
  for (const need of packages) {
    const { row, evidence } = need
    if (row === undefined || (row.servedBy !== undefined && names.has(row.servedBy))) continue
    const wanted = [row.libraries, isBuilt(need, image) ? row.linked : undefined]
    for (const libraries of wanted) {
      const own = osPackagesOf(libraries, image)
      if (own === undefined) return undefined
      found.push(...own.map((name) => ({ name, evidence })))
    }
  }
  return found
}

/** Whether the build compiles a package: its sources alone are on PyPI, or no wheel of it fits the image. */
function isBuilt({ row, isWheel, version }: PythonNeed, { libc }: BaseImage): boolean {
  if (isWheel !== undefined) return !isWheel
  if (row?.isCompiled !== 'wheels') return row?.isCompiled === 'from-source'
  if (libc === 'musl' && row.musllinuxSince === undefined) return true
  const since = libc === 'musl' ? row.musllinuxSince : row.wheelsSince
  // Without a version the newest comes.
  return since !== undefined && version !== undefined && isSince(version, since) === false
}
