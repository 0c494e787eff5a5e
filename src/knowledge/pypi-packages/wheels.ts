import { dataWheelsTable } from './data-wheels-table.ts'
import type { PypiLibraries, PypiPackage } from './pypi-package.ts'
import { wheelsTable } from './wheels-table.ts'

const source =
  'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#manylinux'

/** Packages with a compiled part, whose wheels have all of it inside. */
export const packagesWithWheels: readonly PypiPackage[] = (wheelsTable + dataWheelsTable)
  .trim()
  .split('\n')
  .filter((line) => line !== '')
  .map((line): PypiPackage => {
    const [written = '', imports = '', musl = '', linked = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const [names = '', since] = written.split('@')
    const libraries = librariesOf(linked)
    return {
      ...{ names, source, isCompiled: 'wheels' as const },
      ...(imports === '' ? {} : { imports }),
      ...(since === undefined ? {} : { wheelsSince: since }),
      ...(musl === '-' ? {} : { musllinuxSince: musl }),
      ...(libraries === undefined ? {} : { linked: libraries }),
    }
  })

/** Debian's names, then Alpine's. */
function librariesOf(cell: string): PypiLibraries | undefined {
  if (cell === '-') return undefined
  if (cell === 'none') return { apt: [], apk: [] }
  // Python's image of Alpine comes without C++.
  if (cell === 'c++') return { apt: ['libstdc++6'], apk: ['libstdc++'] }
  const [apt = '', apk = '-'] = cell.split('/').map((names) => names.trim())
  return { apt: apt.split(' '), ...(apk === '-' ? {} : { apk: apk.split(' ') }) }
}
