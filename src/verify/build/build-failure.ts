import { type Instruction, isParseFailure, parseDockerfile, type Migrated } from '../../library.ts'
import type { BuildLog } from './build-log.ts'
import { failedStep } from './build-problem.ts'
import type { BuildPlan } from './service-plan.ts'
import type { BuildFailure } from '../../verification/build-outcome.ts'

/** Lines of a failing step's log that are shown. */
const shownLines = 15

/** What a failed build's log says. `migrated` gives origins to the lines of the new Dockerfile. */
export function readBuildFailure(
  log: BuildLog,
  build: BuildPlan,
  { origins }: Pick<Migrated, 'origins'>,
): BuildFailure {
  const failed = failedStep(log.steps)
  const instruction = failingInstruction(log.rest, build.dockerfile)
  const origin =
    build.half === 'after' && instruction !== undefined
      ? origins.find(({ line }) => line === instruction.line)
      : undefined
  return {
    message: withHint(
      messageOf(log.rest) ?? failed?.error ?? 'docker buildx failed without a word',
    ),
    instruction: instruction && { line: instruction.line, text: instruction.text.trimEnd() },
    origin: origin && { kind: origin.kind, line: origin.from, by: origin.by },
    log: failed?.log.slice(-shownLines) ?? [],
  }
}

/** `   6 | >>> RUN make`: BuildKit marks the lines of the instruction. */
function failingInstruction(rest: string, dockerfile: string): Instruction | undefined {
  const marked = /^\s*(\d+) \| >>> /m.exec(rest)?.[1]
  if (marked === undefined) return undefined
  const parsed = parseDockerfile(dockerfile)
  if (isParseFailure(parsed)) return undefined
  return parsed.instructions.findLast(({ line }) => line <= Number(marked))
}

/** What the command line could have given. */
function withHint(message: string): string {
  const secret = /^secret (\S+): not found$/.exec(message)?.[1]
  if (secret !== undefined) return `${message}; --secret id=${secret},src=FILE gives it`
  return /^unset ssh forward key|^no SSH key /.test(message)
    ? `${message}; --ssh gives it`
    : message
}

function messageOf(rest: string): string | undefined {
  const error = /^ERROR: ([^]*)/m.exec(rest)?.[1]
  return error
    ?.split('\n')[0]
    ?.replace(/^(target [\w-]+: )?failed to solve: /, '')
    .trim()
}
