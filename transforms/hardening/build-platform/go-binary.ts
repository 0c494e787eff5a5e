import {
  baseName,
  factsOfStage,
  findBinaries,
  isGo,
  isPosixShell,
  lineage,
  needsCompiler,
  placesOf,
  readSources,
  resolvePath,
  tagsOf,
  type BuiltBinary,
  type Facts,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import { targetOf, type Span } from './go-target.ts'

/** A program of Go in a stage, at a place where it lies in the end. */
export interface PlacedBinary {
  readonly binary: BuiltBinary
  /** The stage that builds it. */
  readonly stage: StageFacts
  readonly path: string
}

/** A `go build` that compiles for the image's platform, with what that takes; none where it is the same for all. */
export interface CrossBuild {
  readonly command: RunCommand
  readonly stage: StageFacts
  readonly spans: readonly Span[]
}

/** The programs of Go in a stage, those of the stages below it among them. */
export const binariesIn = (stage: StageFacts, facts: Facts): readonly PlacedBinary[] =>
  lineage(stage).flatMap((each) => {
    const own = factsOfStage(facts, each)
    return findBinaries(own).flatMap((binary) =>
      placesOf(binary, own).map((path) => ({ binary, stage: each, path })),
    )
  })

/** How a program is compiled for another machine; why it can't be, as a clause. `stages` are those that the image needs. */
export function crossBuild(
  { binary, stage }: PlacedBinary,
  stages: readonly StageFacts[],
  facts: Facts,
): CrossBuild | string | undefined {
  const { command, build } = binary
  const { line } = command.step.instruction
  if (build !== command) return `line ${line} compiles by a script, and not by itself`
  if (!isGo(build, 'build'))
    return `line ${line} is no \`go build\`: \`go install\` puts a program for another machine into a folder of its own`
  const target = targetOf(command, stage)
  if (target.kind === 'same') return undefined
  if (target.kind === 'unclear') return target.why
  const own = factsOfStage(facts, stage)
  const folders = binary.folder === undefined ? [] : [binary.folder]
  const sources = readSources(own, folders, command.step.workdir, tagsOf([build], own))
  const gap = folders.length === 0 ? 'its sources are not in the build context' : sources.gap
  const why = needsCompiler(binary, { ...sources, gap }, own)
  if (why !== undefined) return `the program of line ${line} can't be cross-compiled: ${why}`
  if (
    command.source?.inner.some(({ words }) =>
      /^(uname|arch|go env)\b/.test(words.map(({ raw }) => raw).join(' ')),
    ) === true
  )
    return `line ${line} asks which machine builds`
  const user = userOf(binary, stage, stages, facts)
  return user === undefined
    ? { command, stage, spans: target.spans }
    : `line ${user.step.instruction.line} may run the program`
}

/** Programs that do the same to the program of another machine. */
const harmless = new Set(
  '[ : cat cd chgrp chmod chown cksum cp du echo export false file find go gzip install ln ls md5sum mkdir mv printf rm set setcap sha1sum sha256sum sha512sum stat tar test touch true upx'.split(
    ' ',
  ),
)

/** What runs a project's own scripts, which may run the program in turn. */
const runners = new Set(['make', 'task', 'just', 'mage', 'npm', 'yarn', 'pnpm'])

/** A command that runs the program, or works on it in a way that takes this machine's. */
function userOf(
  binary: BuiltBinary,
  stage: StageFacts,
  stages: readonly StageFacts[],
  facts: Facts,
): RunCommand | undefined {
  const places = new Set([binary.path, ...placesOf(binary, factsOfStage(facts, stage))])
  const heirs = stages.filter((other) => lineage(other).includes(stage))
  const { step } = binary.command
  const isLater = (command: RunCommand, of: StageFacts) => {
    if (of !== stage || command.step.index > step.index) return true
    if (command.step !== step) return false
    return (
      (command.source?.start ?? step.instruction.text.length) >= (binary.command.source?.end ?? 0)
    )
  }
  return heirs
    .flatMap((heir) => heir.commands.filter((command) => isLater(command, heir)))
    .find((command) => {
      const name = command.name ?? ''
      const program = name.includes('/') ? resolvePath(command.cwd, name) : name
      if (program !== undefined && places.has(program)) return true
      const isScript =
        isPosixShell(name) || runners.has(baseName(name)) || /^\.{0,2}\/(?!bin\/|usr\/)/.test(name)
      if (isScript || command.name === undefined) return true
      return (
        !harmless.has(baseName(name)) &&
        command.args.some((arg) => {
          const path = arg === undefined ? undefined : resolvePath(command.cwd, arg)
          return path !== undefined && places.has(path)
        })
      )
    })
}
