import { text, texts } from '../formats/loose-data.ts'
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

/** The packages of a pdm.lock; undefined where it can't be read. https://pdm-project.org/en/latest/usage/lockfile/ */
export function readPdmLock(
  source: string,
  choice: LockChoice,
): readonly PythonLocked[] | undefined {
  const data = readToml(source)
  if (data['package'] === undefined && data['metadata'] === undefined) return undefined
  const lines = linesOfTables(source, 'package')
  return records(data['package']).flatMap((entry, i): readonly PythonLocked[] => {
    const name = text(entry['name'])
    const groups = texts(entry['groups'] ?? 'default')
    const isChosen = groups.some(
      (group) => group === 'default' || choice.hasDev || isNamed(choice, group),
    )
    // A package with an extra has an entry of its own beside that without.
    if (name === undefined || !isChosen || entry['extras'] !== undefined) return []
    if (!choice.isInstalled(markerOf(entry['marker']))) return []
    return [
      {
        name,
        version: text(entry['version']),
        line: lines[i],
        wheels: wheelsIn(entry['files'], 'file', 'url'),
        folder: text(entry['path']),
        isFromSource: entry['git'] !== undefined,
      },
    ]
  })
}
