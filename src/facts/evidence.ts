import type { Instruction } from '../dockerfile/instruction.ts'
import type { RunCommand } from './commands/command.ts'

/** Where a fact stands: a file of the project, its line (1-based), and the text that says so. */
export interface Evidence {
  /** Relative to the build context; 'Dockerfile' for the file itself. */
  readonly path: string
  readonly line: number | undefined
  readonly text: string
}

/** A line of the Dockerfile as evidence, with its own text unless another says more; without a line where only the base image has it. */
export function lineEvidence(
  instruction: Pick<Instruction, 'line' | 'text'> | undefined,
  text = instruction?.text ?? '',
): Evidence {
  return { path: 'Dockerfile', line: instruction?.line, text: text.trim() }
}

/** One command of a RUN as evidence. */
export function commandEvidence({ step: { instruction }, source }: RunCommand): Evidence {
  const { text } = instruction
  return lineEvidence(
    instruction,
    source === undefined ? text : text.slice(source.start, source.end),
  )
}

/** 'src/app.ts:12'; the file alone where no line says it. */
export const placeOf = ({ path, line }: Pick<Evidence, 'path' | 'line'>): string =>
  line === undefined ? path : `${path}:${line}`

/** Where evidence stands, as the beginning of a sentence: 'Line 9' of the Dockerfile, 'compose.yaml:4' of another file. */
export function placeWords({ path, line }: Pick<Evidence, 'path' | 'line'>): string {
  return path === 'Dockerfile' ? `Line ${line ?? '?'}` : placeOf({ path, line })
}

/** The line of the Dockerfile that evidence stands in; undefined for that of another file. */
export const dockerfileLine = (evidence: Evidence | undefined): number | undefined =>
  evidence?.path === 'Dockerfile' ? evidence.line : undefined
