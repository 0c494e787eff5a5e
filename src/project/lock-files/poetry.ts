import { normalName } from '../../knowledge/pypi-packages/normal-name.ts'
import { isRecord, record, text, texts } from '../formats/loose-data.ts'
import { readToml } from '../formats/toml-text.ts'
import {
  isNamed,
  linesOfTables,
  markerOf,
  records,
  wheelsIn,
  type LockChoice,
  type PythonLocked,
} from './python-lock.ts'

type Entry = Readonly<Record<string, unknown>>

/**
 * The packages of a poetry.lock; undefined where it can't be read. `wanted` are the names that the manifest asks for without groups: lock
 * files of Poetry 1.5 to 1.8 do not say which package is of which group. https://python-poetry.org/docs/basic-usage/#installing-dependencies
 */
export function readPoetryLock(
  source: string,
  choice: LockChoice,
  wanted: readonly string[] | undefined,
): readonly PythonLocked[] | undefined {
  const data = readToml(source)
  if (data['package'] === undefined && data['metadata'] === undefined) return undefined
  const lines = linesOfTables(source, 'package')
  const entries = records(data['package'])
  const saysGroups = entries.some(
    (entry) => entry['groups'] !== undefined || entry['category'] !== undefined,
  )
  const reached =
    saysGroups || choice.hasDev || wanted === undefined ? undefined : reach(entries, wanted)
  const files = record(record(data['metadata'])['files'])
  return entries.flatMap((entry, i): readonly PythonLocked[] => {
    const name = text(entry['name'])
    if (name === undefined) return []
    // What only an extra brings: which one is not followed.
    if (entry['optional'] === true && choice.named.length === 0) return []
    if (reached !== undefined && !reached.has(normalName(name))) return []
    if (saysGroups && !isChosen(entry, choice)) return []
    const origin = record(entry['source'])
    const kind = text(origin['type'])
    return [
      {
        name,
        version: text(entry['version']),
        line: lines[i],
        wheels: wheelsIn(entry['files'] ?? files[name], 'file'),
        folder: kind === 'directory' ? text(origin['url']) : undefined,
        isFromSource: kind === 'git',
      },
    ]
  })
}

/** From version 2 on it is of groups, each with a marker of its own or one for all; in version 1 of a category. */
function isChosen(entry: Entry, choice: LockChoice): boolean {
  const groups = texts(entry['groups'] ?? entry['category'])
  const markers = entry['markers']
  return groups.some((group) => {
    if (group !== 'main' && !choice.hasDev && !isNamed(choice, group)) return false
    return choice.isInstalled(markerOf(isRecord(markers) ? markers[group] : markers))
  })
}

/** The names that these bring along, with themselves. */
function reach(entries: readonly Entry[], wanted: readonly string[]): ReadonlySet<string> {
  const needs = new Map<string, string[]>()
  for (const entry of entries) {
    const name = normalName(text(entry['name']) ?? '')
    const own = Object.keys(record(entry['dependencies'])).map(normalName)
    needs.set(name, [...(needs.get(name) ?? []), ...own])
  }
  const found = new Set(wanted.map(normalName))
  for (const name of found) for (const need of needs.get(name) ?? []) found.add(need)
  return found
}
