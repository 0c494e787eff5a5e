import type { RunCommand } from '../../facts/commands/command.ts'
import type { Placement } from '../split.ts'

/** Where a RUN goes. */
export interface RunPlace {
  readonly inBuilder: boolean
  /** What the runtime stage has of it: all, another text, or nothing. */
  readonly inRuntime: 'none' | 'whole' | { readonly text: string }
  /** Paths that it makes for run time, beside the transform's artifacts. */
  readonly leaves: readonly { readonly path: string; readonly isFolder: boolean }[]
  /** Commands that the runtime stage runs, for the programs that its image must have. */
  readonly runtimeCommands: readonly RunCommand[]
  /** Those of them that do less than the author's. */
  readonly shortened: readonly RunCommand[]
  /** OS packages that a line of ours installs in the runtime stage. */
  readonly installs: readonly string[]
}

/** For the builder alone. */
export const nowhere: RunPlace = {
  inBuilder: true,
  inRuntime: 'none',
  leaves: [],
  runtimeCommands: [],
  shortened: [],
  installs: [],
}

/** A RUN whose place the transform names. */
export function runAt(place: Placement | 'nowhere', commands: readonly RunCommand[]): RunPlace {
  const isAtRunTime = place === 'run' || place === 'both'
  return {
    ...nowhere,
    inBuilder: place === 'build' || place === 'both',
    inRuntime: isAtRunTime ? 'whole' : 'none',
    runtimeCommands: isAtRunTime ? commands : [],
  }
}
