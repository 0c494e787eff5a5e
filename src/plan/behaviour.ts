import type { Copy } from '../facts/stages/copy.ts'
import type { Evidence } from '../facts/evidence.ts'
import { baseName, isWithin, resolvePath } from '../facts/image-path.ts'
import { isRoot } from '../facts/stages/root-user.ts'
import type { StartedByName } from './started-by-name.ts'

/** What a program does that decides which user and which base image it can run with. */
export interface Behaviour {
  /** Absolute folders or files that it writes to, by evidence; which of both it is only where that is seen. */
  readonly writes: readonly {
    readonly path: string
    readonly isFolder?: boolean
    readonly evidence: Evidence
  }[]
  /** Why it can't be told where else it writes; undefined where it is known. */
  readonly writesElsewhere: string | undefined
  /** What it does that only root may: 'main.go:12 opens a raw socket'; undefined where nothing is seen. */
  readonly needsRoot?: string | undefined
  /** Folders that it makes and fills where they are not there: who makes them for it takes that from it. */
  readonly absences?: readonly { readonly path: string; readonly evidence: Evidence }[]
  /** Files that root alone may be able to read, if they are there: keys that git leaves out, as the tools write them that make keys. */
  readonly closed?: readonly string[]
  /** Ports it listens on, by evidence. */
  readonly ports: readonly number[]
  /** Ports that its sources name in settings, of which it may listen on one; `flag` is the name of the flag whose default one is. */
  readonly namedPorts?: readonly {
    readonly port: number
    readonly flag?: string
    readonly evidence: Evidence
  }[]
  /** Programs that it starts, by evidence. */
  readonly programs: readonly StartedByName[]
}

/** The COPYs of other stages that bring a file which may be closed, and give it to nobody. */
export const bringers = (path: string, copies: readonly Copy[]): readonly Copy[] =>
  copies.filter(
    ({ from, sources, destination, chown }) =>
      from !== undefined &&
      destination !== undefined &&
      isRoot(chown) &&
      isWithin(path, destination) &&
      (sources.some((source) => baseName(source) === `${baseName(path)}*`) ||
        (sources.length === 1 &&
          baseName(resolvePath('/', sources[0] ?? '') ?? '') === baseName(destination))),
  )
