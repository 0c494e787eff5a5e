import type { Facts, RunCommand } from '../../../src/transform.ts'
import type { PackageWork, WorkRow } from './package-work.ts'
import { pip } from './pip.ts'
import { activeFor, venv } from './venv.ts'

/** The managers whose installs can be taken apart, a row each. */
const rows: readonly WorkRow[] = [venv, pip]

/** All that the file's commands do to packages, in order. */
export function readWorks(facts: Facts): readonly PackageWork[] {
  const works: PackageWork[] = []
  const above: RunCommand[] = []
  for (const command of facts.final.commands) {
    const made = environmentsOf(works)
    const active = activeFor(command, above, made)
    above.push(command)
    for (const row of rows) {
      const work = row.reads(command, { facts, made, active })
      if (work === undefined) continue
      works.push({ command, ...work })
      break
    }
  }
  return works
}

/** The environments that commands make or fill, each once. */
export function environmentsOf(works: readonly PackageWork[]): readonly string[] {
  const folders = works.flatMap(({ home }) => (home.kind === 'environment' ? home.folder : []))
  return [...new Set(folders)]
}
