import { isRecord, record, text } from '../formats/loose-data.ts'
import { markerOf, isNamed, type LockChoice, type PythonLocked } from './python-lock.ts'

/** The packages of a Pipfile.lock, as JSON; undefined where it is none. https://pipenv.pypa.io/en/latest/pipfile.html */
export function readPipfileLock(
  json: unknown,
  source: string,
  choice: LockChoice,
): readonly PythonLocked[] | undefined {
  if (!isRecord(json) || json['_meta'] === undefined) return undefined
  const lines = linesOfNames(source)
  return Object.entries(json).flatMap(([category, packages]): readonly PythonLocked[] => {
    const isChosen =
      category === 'default' ||
      (category === 'develop' && choice.hasDev) ||
      isNamed(choice, category)
    return category === '_meta' || !isChosen ? [] : packagesOf(packages, lines, choice)
  })
}

function packagesOf(packages: unknown, lines: ReadonlyMap<string, number>, choice: LockChoice) {
  return Object.entries(record(packages)).flatMap(([name, value]): readonly PythonLocked[] => {
    const entry = record(value)
    if (!choice.isInstalled(markerOf(entry['markers']))) return []
    return [
      {
        name,
        version: versionOf(text(entry['version'])),
        line: lines.get(name),
        wheels: undefined,
        folder: text(entry['path']),
        isFromSource: entry['git'] !== undefined,
      },
    ]
  })
}

/** The first line of each entry: `"flask": {`. */
function linesOfNames(source: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  source.split('\n').forEach((written, i) => {
    const line = written.trim()
    const name = line.endsWith('": {') ? line.slice(1, -'": {'.length) : undefined
    if (name !== undefined && !lines.has(name)) lines.set(name, i + 1)
  })
  return lines
}

const versionOf = (written: string | undefined) =>
  written?.startsWith('==') === true ? written.slice('=='.length) : undefined
