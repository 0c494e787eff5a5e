import { placeOf } from '../facts/evidence.ts'
import { isTransient } from '../facts/image-path.ts'
import type { Behaviour as ProgramBehaviour } from '../programs/behaviour.ts'
import type { Behaviour } from './behaviour.ts'

/** What decides the user and the base image, of all that a program does. */
export function programBehaviour({
  writes,
  starts,
  listens,
  namedPorts,
  rights,
  absences,
  gaps,
}: ProgramBehaviour): Behaviour {
  const [right] = rights
  const lasting = writes.filter(({ path }) => !isTransient(path))
  const folders = new Set(lasting.flatMap(({ path, isFolder }) => (isFolder ? [path] : [])))
  const all = lasting.map((write) => ({ ...write, isFolder: folders.has(write.path) }))
  return {
    writes: [...new Map(all.map((write) => [write.path, write])).values()],
    writesElsewhere: sentenceOf(gaps),
    needsRoot: right === undefined ? undefined : `${placeOf(right.evidence)} ${right.what}`,
    absences,
    ports: [...new Set(listens.map(({ port }) => port))],
    namedPorts,
    programs: starts.map(({ name, args, evidence }) => ({ name, args, evidence })),
  }
}

function sentenceOf(gaps: ProgramBehaviour['gaps']): string | undefined {
  const write = gaps.find(({ what }) => what === 'writes')
  const gap = write ?? gaps.find(({ what }) => what === 'starts')
  if (gap === undefined) return undefined
  const what =
    gap === write ? 'writes to a path that is only known' : 'starts a program that is only known'
  return `${placeOf(gap.evidence)} ${what} at run time`
}
