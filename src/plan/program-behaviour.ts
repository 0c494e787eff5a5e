import { isTransient } from '../facts/image-path.ts'
import type { Behaviour as ProgramBehaviour } from '../programs/behaviour.ts'
import type { Behaviour } from './split.ts'

/** What decides the user and the base image, of all that a program does. */
export function programBehaviour({ writes, starts, listens, gaps }: ProgramBehaviour): Behaviour {
  const lasting = writes.filter(({ path }) => !isTransient(path))
  return {
    writes: [...new Map(lasting.map((write) => [write.path, write])).values()],
    writesElsewhere: sentenceOf(gaps),
    ports: [...new Set(listens.map(({ port }) => port))],
    programs: starts.map(({ name, evidence }) => ({ name, evidence })),
  }
}

function sentenceOf(gaps: ProgramBehaviour['gaps']): string | undefined {
  const write = gaps.find(({ what }) => what === 'writes')
  const gap = write ?? gaps.find(({ what }) => what === 'starts')
  if (gap === undefined) return undefined
  const { path, line } = gap.evidence
  const what =
    gap === write ? 'writes to a path that is only known' : 'starts a program that is only known'
  return `${line === undefined ? path : `${path}:${line}`} ${what} at run time`
}
