import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import {
  isServed,
  librariesNeeded,
  osPackagesOf,
  type PypiPackage,
} from '../../../knowledge/pypi-packages/index.ts'
import type { RuntimePackage } from '../../split.ts'
import type { PythonSeen } from '../seen/seen-program.ts'
import type { PythonNeed } from './python-need.ts'

/** What the packages of a program of Python load of an image; `unknown` is the first of which no table says it for that image. */
export function pythonLibraries(
  { packages }: PythonSeen,
  image: BaseImage,
): { readonly libraries: readonly RuntimePackage[]; readonly unknown: PythonNeed | undefined } {
  const names = new Set(packages.map(({ name }) => name))
  const needs = packages.flatMap((need) => {
    const { row, evidence } = need
    if (row === undefined || isServed(row, names)) return []
    return { need, evidence, libraries: neededBy(need, row, image) }
  })
  return {
    libraries: needs.flatMap(({ libraries = [], evidence }) =>
      libraries.map((name) => ({ name, evidence })),
    ),
    unknown: needs.find(({ libraries }) => libraries === undefined)?.need,
  }
}

/** Of a package that no table knows as compiled or not, what it loads alone; that it links nothing is for a person to accept. */
const neededBy = ({ isWheel, version }: PythonNeed, row: PypiPackage, image: BaseImage) =>
  row.isCompiled === undefined && isWheel === undefined
    ? osPackagesOf(row.libraries, image)
    : librariesNeeded(
        row,
        {
          ...(isWheel === undefined ? {} : { isWheel }),
          ...(version === undefined ? {} : { version }),
        },
        image,
      )
