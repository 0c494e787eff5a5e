import {
  isWithin,
  resolvePath,
  type Copy,
  type Instruction,
  type SideStage,
  type Step,
} from '../../../src/transform.ts'

/** A line of Node's stage; one that moves leaves the builder. */
export interface Line {
  readonly instruction: Instruction
  readonly moves: boolean
  readonly text?: string
}

/** Where a stage of Node's with these lines starts: the image of PHP may have a folder of its own, that of Node starts in `/`. */
export function ownWorkdir(
  lines: SideStage['instructions'],
  steps: readonly Step[],
): Pick<SideStage, 'workdir'> {
  const first = lines.find(({ instruction }) => !/^(ARG|ENV)$/.test(instruction.keyword))
  const workdir = steps.find(({ instruction }) => instruction === first?.instruction)?.workdir
  if (first === undefined || workdir === undefined || workdir === '/') return {}
  const { keyword, body } = first.instruction
  return keyword === 'WORKDIR' && body.text.trim().startsWith('/') ? {} : { workdir }
}

/** A COPY that one below brings again before Node does anything: `COPY go.mod ./` above `COPY . .`. */
export function isBroughtBelow(
  lines: readonly Line[],
  at: number,
  copies: readonly Copy[],
): boolean {
  const own = copies.filter(({ step }) => step.instruction === lines[at]?.instruction)
  if (own.length === 0) return false
  const below = lines.slice(at + 1)
  const end = below.findIndex(({ instruction }) => !/^(COPY|ARG|ENV)$/.test(instruction.keyword))
  const later = new Set(
    below.slice(0, end < 0 ? below.length : end).map(({ instruction }) => instruction),
  )
  return own.every(({ paths }) =>
    paths.every(({ source, target }) =>
      copies.some(
        (copy) =>
          later.has(copy.step.instruction) &&
          copy.paths.some(
            (other) =>
              other.isFolder &&
              (other.source === '' || isWithin(source, other.source)) &&
              target ===
                resolvePath(
                  other.target,
                  source.slice(other.source === '' ? 0 : other.source.length + 1),
                ),
          ),
      ),
    ),
  )
}
