import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Placement } from '../split.ts'
import type { RunPlace } from './run-place.ts'

/** The stage of every COPY, ADD and RUN. */
export interface Placed {
  readonly copies: ReadonlyMap<Instruction, Placement | 'nowhere'>
  readonly runs: ReadonlyMap<Instruction, RunPlace>
}
