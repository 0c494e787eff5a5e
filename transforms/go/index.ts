import {
  effectsOf,
  isWithin,
  refuse,
  type BuildTags,
  type Ecosystem,
  type Facts,
  type Refusal,
  type Split,
} from '../../src/transform.ts'
import {
  allAssets,
  assetArtifacts,
  binaryArtifacts,
  lastMaker,
  outsideBinaries,
} from './artifacts.ts'
import { findAssets } from './assets.ts'
import { isGo, readGoArguments } from './build-command.ts'
import { weakestLinking } from './cgo.ts'
import { composeRefusal } from './development-tools.ts'
import { buildOfGoRun, type GoRunBuild } from './go-run.ts'
import { goInstaller } from './installs/index.ts'
import { buildOnlyEnv, setup } from './go-environment.ts'
import { packagePlacer, placeCommand, placeCopy } from './placement.ts'
import { behaviourOf, unknownProgram } from './program-behaviour.ts'
import { readSources, type ProgramSources } from './program-sources.ts'
import { runtimeBases } from './runtime-bases.ts'
import { splitChange } from './split-change.ts'
import { behaviourInStages } from './staged-program.ts'
import { findStarted, type StartedPrograms } from './started-program.ts'

// FROM golang:1.22 ... RUN go build -o server ./cmd/server ... CMD ["./server"]
//   => builder: golang:1.22, everything up to the build
//      runtime: distroless (static), alpine or debian-slim: the binary, and what its sources read by relative path
//
// https://docs.docker.com/guides/golang/build-images/

export const go: Ecosystem = {
  name: 'go',
  title: 'Go programs',
  installs: [goInstaller],
  matches: (facts) =>
    facts.stages.some(
      (stage) =>
        stage.base.family === 'golang' ||
        stage.commands.some((command) => isGo(command, 'build', 'install')),
    ),
  split,
  behaviour: behaviourInStages,
}

function split(facts: Facts): Split | Refusal {
  const programs = findStarted(facts)
  if ('kind' in programs) return programs
  const mount = programs.goRuns.length > 0 ? mountedSources(facts) : undefined
  if (mount !== undefined) return mount
  const compose = composeRefusal(facts)
  if (compose !== undefined) return compose
  const cloned = clonedSources(programs, facts)
  if (cloned !== undefined) return cloned
  const runs = programs.goRuns.map((process) => buildOfGoRun(process, facts))
  const refusal = runs.find((run) => 'kind' in run)
  if (refusal !== undefined && 'kind' in refusal) return refusal
  const goRuns = runs.flatMap((run) => ('kind' in run ? [] : [run]))
  const sources = sourcesOf(programs, goRuns, facts)
  const isAbsent = [...programs.started, ...goRuns].every(({ folder }) => folder === undefined)
  const unseen = !isAbsent
    ? undefined
    : facts.final.copies.find((copy) => copy.missing.length > 0 && copy.paths.length === 0)
  if (unseen !== undefined)
    return refuse(
      'missing-copy-source',
      `Line ${unseen.step.instruction.line} copies ${unseen.missing.join(' ')}, which is not in the build context; without the sources nobody can say what the program needs.`,
      unseen.step.instruction.line,
    )
  const cwd =
    facts.start?.processes.findLast((process) => !process.follows)?.cwd ?? facts.final.end.workdir
  const linking = weakestLinking(programs, sources, facts)
  const seen = behaviourOf(sources, cwd)
  const unknown = unknownProgram(sources)
  if (unknown !== undefined)
    return refuse(
      'runtime-program-unknown',
      `${unknown.path}:${unknown.line} starts a program whose name is computed at run time; which programs run time needs can't be told.`,
    )
  const goCommand = seen.programs.find(({ name }) => name === 'go')
  if (goCommand !== undefined)
    return refuse(
      'runtime-base-lacks-program',
      `${goCommand.evidence.path}:${goCommand.evidence.line} runs \`go\` while the program serves; the go command is in the golang image alone.`,
    )
  const found = findAssets(sources, facts, cwd)
  const assets = outsideBinaries(allAssets(found.assets, sources, facts, cwd), programs.all)
  const wholeFolder = found.wholeFolder !== undefined
  const newBuilds = goRuns.map(({ line }) => line)
  const placePackage = packagePlacer(facts)
  const buildOnly = buildOnlyEnv(facts)
  const runtimeCopies = facts.final.copies.filter(
    (copy) => placeCopy(copy, assets, wholeFolder, facts) !== 'build',
  )
  const artifacts = [
    ...binaryArtifacts(programs, goRuns, linking, facts),
    ...assetArtifacts(assets, runtimeCopies, seen, facts),
  ]
  const question = {
    facts,
    linking,
    behaviour: seen,
    sources,
    builds: programs.all,
    newBuilds,
    placePackage,
    artifacts,
    lastStep: lastMaker(facts),
  }
  return {
    kind: 'split',
    runtimeBases: runtimeBases(question),
    placeCommand: (command) => placeCommand(command, facts, artifacts),
    placePackage,
    placeCopy: (copy) => placeCopy(copy, assets, wholeFolder, facts),
    // `go run` becomes a build.
    providesProgram: (name) => (name === 'go' && goRuns.length > 0 ? true : undefined),
    afterBuild: newBuilds.map((line) => `RUN ${line}`),
    runtimeSetup: setup(facts, programs),
    runtimeRewrites: goRuns.map(({ rewrite }) => rewrite),
    artifacts,
    buildOnlyEnv: buildOnly,
    contract: [
      'User',
      'Env.PATH',
      ...(goRuns.length > 0 ? ['Cmd', 'Entrypoint'] : []),
      ...buildOnly.map((name) => `Env.${name}`),
    ],
    behaviour: seen,
    change: splitChange(facts, sources, linking, assets),
  }
}

function sourcesOf(
  programs: StartedPrograms,
  goRuns: readonly GoRunBuild[],
  facts: Facts,
): ProgramSources {
  const folders = [...programs.started, ...goRuns].flatMap(({ folder }) => folder ?? [])
  const build = buildTags(programs, facts)
  const sources = readSources(facts, [...new Set(folders)], build)
  if (programs.opaque.length > 0) {
    const gap = `${programs.opaque[0]} is made by a step that is not a \`go build\``
    return { ...readSources(facts, [''], build), gap }
  }
  if (programs.gap !== undefined) return { ...sources, gap: programs.gap }
  return folders.length === 0
    ? { ...sources, gap: sources.gap ?? 'the sources are not in the build context' }
    : sources
}

/** What the builds say of constraints: their tags, and cgo where all switch it off. */
function buildTags({ all, goRuns }: StartedPrograms, { final }: Facts): BuildTags {
  const calls = [...all.map(({ build }) => build), ...goRuns]
  const tags = calls.flatMap(
    ({ args }) =>
      readGoArguments(args)
        .flags.get('-tags')
        ?.split(/[\s,]+/) ?? [],
  )
  const said = calls.map(
    ({ assignments }) => assignments.get('CGO_ENABLED') ?? final.end.env.get('CGO_ENABLED'),
  )
  const isOff = said.length > 0 && said.every((value) => value === '0')
  return { tags: new Set(tags), cgo: isOff ? false : undefined }
}

/** A program built from sources that the image itself clones and keeps: nothing of them can be seen. */
function clonedSources({ opaque }: StartedPrograms, { final }: Facts): Refusal | undefined {
  const clone = final.commands.find(({ name, args }) => name === 'git' && args[0] === 'clone')
  const [made] = clone === undefined ? [] : (effectsOf(clone) ?? [])
  if (opaque.length === 0 || clone === undefined) return undefined
  const isGone =
    made?.kind === 'creates' &&
    final.commands.some((command) =>
      effectsOf(command)?.some(
        (effect) => effect.kind === 'deletes' && isWithin(made.path, effect.path),
      ),
    )
  if (isGone) return undefined
  const { line } = clone.step.instruction
  return refuse(
    'sources-not-in-context',
    `Line ${line} clones the sources while the image is built; what they read at run time, and whether they need cgo, can't be known from here.`,
    line,
  )
}

/** `go run` in a folder that a compose file mounts compiles what is there when the container starts. */
function mountedSources({ project, final, start }: Facts): Refusal | undefined {
  for (const usage of project.usages()) {
    const mount = usage.bindMounts.find(
      ({ target }) => final.end.workdir !== undefined && isWithin(final.end.workdir, target),
    )
    if (mount !== undefined)
      return refuse(
        'compose-mounts-source',
        `${usage.path}:${usage.line} mounts ${mount.source === '' ? '.' : mount.source} over ${mount.target}, and line ${start?.instruction?.line} compiles what is there when the container starts: a development image.`,
        start?.instruction?.line,
      )
  }
  return undefined
}
