import { readMarker, type Marker } from '../requirements/marker.ts'
import { scan } from '../requirements/scanner.ts'
import { isRecord, list, text } from '../formats/loose-data.ts'

/** A package as a lock file of Python has it. */
export interface PythonLocked {
  /** As written. */
  readonly name: string
  readonly version: string | undefined
  /** 1-based. */
  readonly line: number | undefined
  /** The names of its wheels' files; undefined where the lock file does not list files. */
  readonly wheels: readonly string[] | undefined
  /** A folder of the project, relative to the lock file. */
  readonly folder: string | undefined
  /** From a repository, or an archive of sources. */
  readonly isFromSource: boolean
}

/** What an install takes of a lock file. */
export interface LockChoice {
  readonly hasDev: boolean
  /** Groups and extras that come along by name; `*` for all. */
  readonly named: readonly string[]
  /** The member of a workspace that is installed; `*` for all, undefined for the project itself. */
  readonly member?: string | undefined
  /** Whether what has this marker is installed. */
  readonly isInstalled: (marker: Marker | undefined) => boolean
}

/** Tables of a list. */
export const records = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  list(value).filter(isRecord)

/** A marker's text, read; what can't be read may hold. */
export function markerOf(value: unknown): Marker | undefined {
  const written = text(value)
  return written === undefined ? undefined : (readMarker(scan(written)) ?? undefined)
}

/** The lines where the tables of a list begin: `[[package]]`. */
export function linesOfTables(source: string, name: string): readonly number[] {
  const head = `[[${name}]]`
  return source.split('\n').flatMap((line, i) => (line.trimEnd() === head ? [i + 1] : []))
}

/** Whether a name is among those that come along. */
export const isNamed = ({ named }: LockChoice, name: string): boolean =>
  named.includes('*') || named.includes(name)

/** The last part of an address or a path. */
export const fileOf = (address: string): string =>
  (address.split(/[?#]/, 1)[0] ?? '').split('/').at(-1) ?? ''

/** Wheels among the files of a package, each a table with one of some keys. */
export function wheelsIn(
  files: unknown,
  ...keys: readonly string[]
): readonly string[] | undefined {
  if (files === undefined) return undefined
  return records(files)
    .flatMap((entry) => keys.flatMap((key) => text(entry[key]) ?? []))
    .map((address) => decodeURIComponent(fileOf(address)))
    .filter((file) => file.endsWith('.whl'))
}
