import { debianMediaTable } from './debian-media-table.ts'
import { debianScienceTable } from './debian-science-table.ts'
import { debianSystemTable } from './debian-system-table.ts'
import { debianTable } from './debian-table.ts'

/** All rows, as written. */
export const debianRows: readonly string[] = [
  debianTable,
  debianMediaTable,
  debianScienceTable,
  debianSystemTable,
].flatMap((table) => table.trim().split('\n'))

/**
 * Debian releases that the tables are about. Those of older images (PHP up to 7.2: stretch and buster) are on archive.debian.org alone:
 * nothing installs there but by an author's own detour, and `apt-cache depends` can't be asked. Their -dev packages stay at run time:
 * they bring the libraries along, more than is needed, where a name from memory that the release lacks would fail the build.
 */
const releases = ['bullseye', 'bookworm', 'trixie'] as const

/** -dev package => release => run-time packages. */
export const debianCounterparts: ReadonlyMap<
  string,
  ReadonlyMap<string, readonly string[]>
> = new Map(debianRows.map((line) => readRow(line)))

function readRow(line: string): readonly [string, ReadonlyMap<string, readonly string[]>] {
  const [name = '', ...columns] = line.split('|').map((cell) => cell.trim())
  const byRelease = new Map<string, readonly string[]>()
  let cell = '-'
  releases.forEach((release, i) => {
    const column = columns[i] ?? '='
    cell = column === '=' ? cell : column
    if (cell !== '-') byRelease.set(release, cell === '' ? [] : cell.split(' '))
  })
  return [name, byRelease]
}
