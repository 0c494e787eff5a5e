import {
  effectsOf,
  folderOf,
  isWithin,
  outermost,
  type Artifact,
  type Behaviour,
  type Copy,
  type Facts,
  type Instruction,
  isGo,
  type BuiltBinary,
  type ProgramSources,
} from '../../../src/transform.ts'
import { assetAt, type Asset } from './assets.ts'
import { isWhollyBrought } from './brought.ts'
import { conventionalAssets } from './conventional-assets.ts'
import type { GoRunBuild } from '../builds/go-run.ts'
import { startEvidence, type StartedPrograms } from '../builds/started-program.ts'

/** By literals of the sources, by words of the start command and of ENV, and where the sources do not tell, by convention. */
export function allAssets(
  found: readonly Asset[],
  sources: ProgramSources,
  facts: Facts,
  cwd: string | undefined,
): readonly Asset[] {
  const named = startEvidence(facts).flatMap((evidence) => {
    const processes = [...(facts.start?.processes ?? []), ...(facts.health?.processes ?? [])]
    const words = processes.flatMap((process) => [
      process.name?.includes('/') ? process.name : undefined,
      ...process.args.map((arg) => arg?.replace(/^--?[\w-]+=/, '')),
    ])
    const values = [...facts.final.config.Env.values()].filter(
      (value) => value.includes('/') || value.includes('.'),
    )
    return [...words, ...values].flatMap((word) =>
      word === undefined || word.startsWith('-') ? [] : (assetAt(word, facts, cwd, evidence) ?? []),
    )
  })
  const conventional =
    sources.gap === undefined
      ? []
      : conventionalAssets(facts, `what the program reads can't be told: ${sources.gap}`)
  return outermost(
    [...found, ...named, ...conventional].filter(({ path }) => !isDeleted(path, facts)),
  )
}

/** Without what the build makes itself. */
export const outsideBinaries = (assets: readonly Asset[], binaries: readonly BuiltBinary[]) =>
  assets.filter((asset) => !binaries.some(({ path }) => path === asset.path))

/** The binaries, each after the instruction that builds it. */
export function binaryArtifacts(
  programs: StartedPrograms,
  goRuns: readonly GoRunBuild[],
  facts: Facts,
): readonly Artifact[] {
  const evidence = startEvidence(facts)
  const built = programs.all.filter(
    (binary) =>
      programs.started.some(({ path }) => path === binary.path) || isGo(binary.command, 'build'),
  )
  const last = lastMaker(facts)
  const single = built.map(({ path, command }): Artifact => {
    const folder = folderOf(path)
    const siblings = built.filter(
      (other) => other.command === command && folderOf(other.path) === folder,
    )
    // `go build -o bin/ ./...` fills a folder: the folder comes.
    const isFolder =
      siblings.length > 1 &&
      folder !== command.cwd &&
      !/^\/(go|usr|usr\/local)?\/?s?bin$/.test(folder)
    return {
      path: isFolder ? folder : path,
      isFolder,
      after: command.step.instruction,
      evidence,
    }
  })
  const opaque = [...programs.opaque, ...programs.downloaded].map((brought): Artifact => ({
    ...brought,
    after: last,
    evidence,
  }))
  const run = goRuns.map(({ path }): Artifact => ({
    path,
    isFolder: false,
    after: last,
    evidence,
  }))
  const all = [...single, ...opaque, ...run]
  return all.filter((artifact, i) => all.findIndex((other) => other.path === artifact.path) === i)
}

/** Assets that no copy of the runtime stage brings come from the builder, after the last build. */
export function assetArtifacts(
  assets: readonly Asset[],
  runtimeCopies: readonly Copy[],
  seen: Behaviour,
  facts: Facts,
): readonly Artifact[] {
  const after =
    facts.final.commands.findLast((command) => isGo(command, 'build', 'install', 'get'))?.step
      .instruction ??
    facts.final.steps.findLast(({ instruction }) => /^(RUN|COPY|ADD)$/.test(instruction.keyword))
      ?.instruction
  if (after === undefined) return []
  // A log was left there by a run.
  const written = seen.writes.flatMap(({ path, evidence }) =>
    path.endsWith('.log') ? [] : (assetAt(path, facts, '/', evidence) ?? []),
  )
  return outermost([...assets, ...written])
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .filter(({ path }) => !isWhollyBrought(path, runtimeCopies, facts))
    .map(({ path, isFolder, evidence }) => ({
      path,
      isFolder,
      after,
      evidence: [evidence],
    }))
}

/** The last instruction that makes files. */
export function lastMaker({ final }: Facts): Instruction {
  const step = final.steps.findLast(({ instruction }) =>
    /^(RUN|COPY|ADD)$/.test(instruction.keyword),
  )
  return step?.instruction ?? final.stage.from
}

/** Whether the build deletes a path again: `rm -rf /go/src`. */
function isDeleted(path: string, { final }: Facts): boolean {
  return final.commands.some((command) =>
    effectsOf(command)?.some((effect) => effect.kind === 'deletes' && isWithin(path, effect.path)),
  )
}
