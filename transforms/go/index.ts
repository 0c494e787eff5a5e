import { type Ecosystem, type Facts, type Refusal, type Split, isGo } from '../../src/transform.ts'
import { readApp } from './app.ts'
import { behaviourInStages } from './builds/staged-program.ts'
import { leavingsOf, splitChange } from './describe.ts'
import { assetArtifacts, binaryArtifacts, lastMaker } from './parts/artifacts.ts'
import { buildOnlyEnv, setup } from './parts/environment.ts'
import { readFrontend } from './parts/frontend.ts'
import { packagePlacer, placeCommand, placeCopy } from './parts/placement.ts'
import { runtimeBases } from './parts/runtime-bases.ts'
import { purposeOf } from './tables/development-tools.ts'
import { goInstaller } from './installs/index.ts'
import { refuseApp } from './refuse.ts'

// FROM golang:1.22 ... RUN go build -o server ./cmd/server ... CMD ["./server"]
//   => builder: golang:1.22, everything up to the build
//      runtime: distroless (static), alpine or debian-slim: the binary, and what its sources read by relative path
//
// https://docs.docker.com/guides/golang/build-images/

export const go: Ecosystem = {
  name: 'go',
  title: 'Go programs',
  about:
    'The builder keeps the toolchain, the module cache and the sources; the binary runs alone, on distroless or scratch where it needs no C library and no shell. What it reads, embeds and starts is known by its sources.',
  installs: [goInstaller],
  purposeOf,
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
  const app = readApp(facts)
  if ('kind' in app) return app
  const refusal = refuseApp(app)
  if (refusal !== undefined) return refusal
  const { programs, goRuns, sources, linking, behaviour, assets, servesFolder } = app
  const newBuilds = goRuns.map(({ line }) => line)
  const frontend = readFrontend(facts, behaviour)
  const placeOwn = packagePlacer(facts)
  const placePackage = (name: string) => frontend.placePackage(name) ?? placeOwn(name)
  const buildOnly = buildOnlyEnv(facts)
  const runtimeCopies = facts.final.copies.filter(
    (copy) => placeCopy(copy, assets, servesFolder, facts) !== 'build',
  )
  const artifacts = [
    ...binaryArtifacts(programs, goRuns, facts),
    ...assetArtifacts(assets, runtimeCopies, behaviour, facts),
    ...frontend.artifacts,
  ]
  const change = splitChange(facts, sources, linking, assets, frontend.assumption)
  return {
    kind: 'split',
    runtimeBases: runtimeBases({
      facts,
      linking,
      behaviour,
      builds: programs.all,
      newBuilds,
      change,
      placePackage,
      artifacts,
      lastStep: lastMaker(facts),
    }),
    placeCommand: (command) =>
      frontend.placeCommand(command) ?? placeCommand(command, facts, artifacts),
    placePackage,
    placeCopy: (copy) => frontend.placeCopy(copy) ?? placeCopy(copy, assets, servesFolder, facts),
    placeInstruction: frontend.placeInstruction,
    sideStages: frontend.sideStages,
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
    behaviour,
    leaves: leavingsOf(facts),
    change,
  }
}
