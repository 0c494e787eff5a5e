import { dataWheelsTable } from './data-wheels-table.ts'
import type { PypiLibraries, PypiPackage } from './pypi-package.ts'
import { wheelsTable } from './wheels-table.ts'

const source =
  'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#manylinux'

/**
 * Where an older version is pinned than the first with wheels for the image's Python, pip compiles it: of packages whose build links what full
 * images have and slim ones lack. By the file names of their releases.
 */
const wheelsFor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pillow: { '3.10': '8.4', '3.11': '9.3', '3.12': '10.1', '3.13': '11', '3.14': '12' },
  'psycopg2-binary': {
    '3.10': '2.9.2',
    '3.11': '2.9.5',
    '3.12': '2.9.9',
    '3.13': '2.9.10',
    '3.14': '2.9.11',
  },
  lxml: { '3.10': '4.7.1', '3.11': '4.9.2', '3.12': '4.9.3', '3.13': '5.3', '3.14': '6.0.1' },
  pyyaml: { '3.10': '6', '3.12': '6.0.1', '3.13': '6.0.2', '3.14': '6.0.3' },
  pycurl: { '3.13': '7.45.4', '3.14': '7.45.7' },
  cffi: { '3.11': '1.15.1', '3.12': '1.16', '3.13': '1.17', '3.14': '2' },
}

/** Packages with a compiled part, whose wheels have all of it inside. */
export const packagesWithWheels = (): readonly PypiPackage[] =>
  (wheelsTable + dataWheelsTable)
    .split('\n')
    .filter((line) => line !== '')
    .map(readRow)

function readRow(line: string): PypiPackage {
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
    ...(wheelsFor[names] === undefined ? {} : { wheelsFor: wheelsFor[names] }),
    ...(libraries === undefined ? {} : { linked: libraries }),
  }
}

/** Debian's names, then Alpine's. */
function librariesOf(cell: string): PypiLibraries | undefined {
  if (cell === '-') return undefined
  if (cell === 'none') return { apt: [], apk: [] }
  // Python's image of Alpine comes without C++.
  if (cell === 'c++') return { apt: ['libstdc++6'], apk: ['libstdc++'] }
  const [apt = '', apk = '-'] = cell.split('/').map((names) => names.trim())
  return { apt: apt.split(' '), ...(apk === '-' ? {} : { apk: apk.split(' ') }) }
}
