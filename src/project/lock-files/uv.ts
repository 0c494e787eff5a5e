import { normalName } from '../../knowledge/pypi-packages/normal-name.ts'
import { list, record, text, texts } from '../formats/loose-data.ts'
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

/** The packages of a uv.lock; undefined where it can't be read. https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
export function readUvLock(
  source: string,
  choice: LockChoice,
): readonly PythonLocked[] | undefined {
  const data = readToml(source)
  const entries = records(data['package'])
  if (entries.length === 0) return undefined
  const lines = linesOfTables(source, 'package')
  const chosen = reach(entries, choice)
  return entries.flatMap((entry, i): readonly PythonLocked[] => {
    const name = text(entry['name'])
    if (name === undefined || !chosen.has(entry)) return []
    const origin = record(entry['source'])
    const url = text(origin['url'])
    return [
      {
        name,
        version: text(entry['version']),
        line: lines[i],
        wheels: url === undefined ? wheelsOf(entry) : [url].filter((at) => at.endsWith('.whl')),
        folder: text(origin['editable'] ?? origin['virtual'] ?? origin['directory']),
        isFromSource: origin['git'] !== undefined,
      },
    ]
  })
}

const wheelsOf = (entry: Entry) =>
  entry['wheels'] === undefined && entry['sdist'] === undefined
    ? undefined
    : (wheelsIn(entry['wheels'] ?? [], 'url', 'path', 'filename') ?? [])

/** The entries that the project brings along, with itself; all of them where it is not in the file. */
function reach(entries: readonly Entry[], choice: LockChoice): ReadonlySet<Entry> {
  const byName = new Map<string, Entry[]>()
  for (const entry of entries) {
    const name = normalName(text(entry['name']) ?? '')
    byName.set(name, [...(byName.get(name) ?? []), entry])
  }
  const roots = rootsIn(entries, choice)
  if (roots.length === 0) return new Set(entries)
  const found = new Set<Entry>(roots)
  const taken = new Set<string>()
  const queue = roots.flatMap((root) => needsOf(root, choice))
  for (const need of queue) {
    const name = normalName(text(need['name']) ?? '')
    const extras = texts(need['extra'])
    const version = text(need['version'])
    if (!choice.isInstalled(markerOf(need['marker']))) continue
    for (const entry of byName.get(name) ?? []) {
      if (version !== undefined && text(entry['version']) !== version) continue
      if (!found.has(entry)) queue.push(...records(entry['dependencies']))
      found.add(entry)
      for (const extra of extras) {
        const key = `${name}@${text(entry['version']) ?? ''}[${extra}]`
        if (taken.has(key)) continue
        taken.add(key)
        queue.push(...records(record(entry['optional-dependencies'])[extra]))
      }
    }
  }
  return found
}

/** The project beside the file, or what a command names of its workspace. */
function rootsIn(entries: readonly Entry[], { member }: LockChoice): readonly Entry[] {
  const own = entries.filter(({ source: origin }) =>
    ['editable', 'virtual', 'directory'].some((kind) => record(origin)[kind] !== undefined),
  )
  if (member === '*') return own
  return own.filter(({ name, source: origin }) =>
    member === undefined
      ? ['editable', 'virtual', 'directory'].some((kind) => record(origin)[kind] === '.')
      : normalName(text(name) ?? '') === normalName(member),
  )
}

function needsOf(root: Entry, choice: LockChoice): readonly Entry[] {
  const extras = Object.entries(record(root['optional-dependencies']))
  const groups = Object.entries(record(root['dev-dependencies']))
  return [
    ...records(root['dependencies']),
    ...extras.flatMap(([name, needs]) => (isNamed(choice, name) ? records(needs) : [])),
    ...groups.flatMap(([name, needs]) =>
      choice.hasDev || isNamed(choice, name) ? records(list(needs)) : [],
    ),
  ]
}
