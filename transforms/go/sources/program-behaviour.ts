import type { ProgramSources } from './program-sources.ts'
import {
  absolutePath,
  type Behaviour,
  type Evidence,
  folderOf,
  isTransient,
} from '../../../src/transform.ts'

/** What the sources say of files that are written, ports and programs. Paths are taken from the folder the program is started in. */
export function behaviourOf(sources: ProgramSources, cwd: string | undefined): Behaviour {
  const writes = new Map<string, Evidence>()
  let writesElsewhere =
    sources.gap === undefined ? undefined : `what the program writes can't be told: ${sources.gap}`
  for (const { path: source, paths, gaps } of sources.files) {
    for (const { value, use, at } of paths) {
      if (use !== 'writes-file' && use !== 'writes-folder') continue
      const place = absolutePath(value, { cwd, ownFolder: undefined })
      if (place === undefined) {
        writesElsewhere ??= `${source}:${at.line} writes to "${value.path}"`
        continue
      }
      const folder = use === 'writes-folder' || value.isPrefix ? place : folderOf(place)
      if (!isTransient(folder) && !writes.has(folder)) writes.set(folder, { path: source, ...at })
    }
    const gap = gaps.find(({ what }) => what === 'writes')
    if (gap !== undefined)
      writesElsewhere ??= `${source}:${gap.at.line} writes to a path that is computed at run time`
  }
  return {
    writes: [...writes].map(([path, evidence]) => ({ path, evidence })),
    writesElsewhere,
    ports: [...new Set(sources.files.flatMap(({ ports }) => ports.map(({ port }) => port)))],
    programs: sources.files.flatMap(({ path, programs }) =>
      programs.map(({ name, at }) => ({ name, evidence: { path, ...at } })),
    ),
  }
}

/** Where a program is started whose name only a run shows. */
export function unknownProgram({ files }: ProgramSources): Evidence | undefined {
  for (const { path, gaps } of files) {
    const gap = gaps.find(({ what }) => what === 'starts')
    if (gap !== undefined) return { path, ...gap.at }
  }
  return undefined
}
