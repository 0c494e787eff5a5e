import {
  isWithin,
  needsOfPackage,
  nothingToLeave,
  refuse,
  type Artifact,
  type Ecosystem,
  type Facts,
  type Refusal,
  type Split,
  unknownProgram,
} from '../../src/transform.ts'
import { javascriptInstaller } from '../javascript/installs/index.ts'
import { readApp, type NodeApp } from './app.ts'
import { artifactsOf } from './parts/artifacts.ts'
import { nodeBehaviour } from './behaviour.ts'
import { downloadedPrograms } from './parts/downloaded-programs.ts'
import { onDistroless } from './parts/distroless.ts'
import { dropBuildCache } from './parts/build-caches.ts'
import { buildBeforeStart } from './builds/build-before-start.ts'
import { readDeployed, splitDeployed } from './builds/deployed.ts'
import { describeSplit, leavingsOf } from './describe.ts'
import { fileNeeds } from './sources/file-needs.ts'
import { copyOnlyManifests } from './parts/manifest-copy.ts'
import { refuseOverrides } from './refuse/overrides.ts'
import { readMovedBuild } from './builds/moved-build.ts'
import { placeCommand } from './parts/place-command.ts'
import { installsPython, isOfPython, pythonFiles } from './parts/python-packages.ts'
import { placeCopy } from './parts/place-copy.ts'
import { globalPrograms } from './parts/place-work.ts'
import { readProgram } from './sources/program.ts'
import type { Question } from './app/question.ts'
import { refuseWithoutManifest } from './refuse/build.ts'
import { refuseApp } from './refuse/index.ts'
import { purposeOf, refuseStaticServer } from './refuse/start.ts'
import { leaveOutDevDependencies } from './parts/dev-dependencies.ts'
import { placePackage, providesProgram } from './parts/run-time-programs.ts'
import { runtimeBases } from './parts/runtime-bases.ts'
import { shapeOf } from './app/shape.ts'
import { splitMovedBuild } from './builds/split-moved-build.ts'
import { viewOf } from '../javascript/stage-view.ts'
import { behaviourInStages } from './sources/staged-program.ts'
import { readStart } from '../javascript/start.ts'
import { inspection } from './inspection.ts'
import { javascriptLaunchers } from '../javascript/launchers/index.ts'
import { javascriptBuilder } from '../javascript/tools/builder.ts'
import { isBuild } from '../javascript/tools/is-build.ts'

// FROM node:20 ... RUN npm ci ... RUN npm run build ... CMD ["node", "dist/index.js"]
//   => builder: everything up to the build, then without dev dependencies
//      runtime: node:20-slim with node_modules, dist, package.json, and what the sources read at run time
//
// Sources that run as they are: the author's own COPY moves to the runtime stage, node_modules comes from the builder.
// https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md

export const node: Ecosystem = {
  name: 'node',
  inspection,
  title: 'Node.js services',
  about:
    'The builder installs and builds, the runtime stage has the packages of production, what the build makes, and the sources where these run. What is needed is known by following the start command through package.json to the modules that are loaded.',
  installs: [javascriptInstaller],
  launchers: javascriptLaunchers,
  builder: javascriptBuilder,
  isBuild,
  purposeOf,
  matches: (facts) => isNodeImage(facts) || startsNode(facts),
  prepare: buildBeforeStart,
  split,
  behaviour: behaviourInStages,
}

const isNodeImage = ({ final }: Facts) =>
  final.base.family === 'node' || final.base.family === 'oven/bun'

function startsNode({ start, final }: Facts): boolean {
  const names = new Set((start?.processes ?? []).map(({ name }) => name))
  const isOwn = ['node', 'npm', 'yarn', 'pnpm', 'pm2-runtime'].some((name) => names.has(name))
  return isOwn && final.base.family !== 'golang' && final.base.family !== 'php'
}

function split(facts: Facts): Split | Refusal {
  const { final } = facts
  if (!hasOwnStart(facts))
    return refuse(
      'no-start-command',
      'The file names no CMD or ENTRYPOINT: what the image runs, and so what it needs, is not known. Add the start command.',
    )
  const early = refuseStaticServer(readStart(facts, viewOf(final, facts)), facts)
  if (early !== undefined) return early
  const app = readApp(facts, final)
  if (app === undefined) return refuseWithoutManifest(facts)
  const moved = readMovedBuild(app)
  if (moved !== undefined) return refuseOverrides(app) ?? splitMovedBuild(app, moved)
  const deployed = readDeployed(app)
  if (deployed !== undefined) return refuseOverrides(app) ?? splitDeployed(app, deployed)
  const program = readProgram(app)
  const shape = shapeOf(app, program)
  const refusal = refuseApp(app, program, shape)
  if (refusal !== undefined) return refusal
  if (app.installs.length === 0 && app.made.length === 0) return nothingToLeave
  const behaviour = nodeBehaviour(app, program)
  // python-shell starts python3, and nobody names it.
  const ofPackages = program.graph.packages.flatMap(({ name }) =>
    needsOfPackage(name).flatMap(({ programs: started }) => started?.split(' ') ?? []),
  )
  const programs = new Set([
    ...app.start.programs,
    ...behaviour.programs.map(({ name }) => name),
    ...ofPackages,
  ])
  const callsOthers = unknownProgram(program.graph) !== undefined
  const question: Question = { app, shape, programs, callsOthers }
  const needs = [...fileNeeds(app, program), ...pythonFiles(question)]
  const leaner = leaveOutDevDependencies(question, program)
  const globals = globalPrograms(question)
  const withPython = installsPython(question)
  const keepsDev = leaner.kept !== undefined
  const artifacts = artifactsOf(question, program, needs, keepsDev)
  const takes = takesPackages(artifacts, app)
  const change = describeSplit(question, program, needs, leaner)
  return {
    kind: 'split',
    runtimeBases: runtimeBases(
      app,
      shape.kind,
      leaner,
      callsOthers || withPython,
      onDistroless({ app, programs, behaviour, change }),
    ),
    placeCommand: (command) => placeCommand(command, question),
    // What is installed once more needs the packages that it was installed with.
    placePackage: (name) => (withPython ? 'both' : placePackage(name, behaviour, app)),
    placeCopy: (copy) => placeCopy(copy, question),
    providesProgram: (name) =>
      globals.has(name) ||
      providesProgram(name, app, keepsDev) ||
      (withPython && isOfPython(name, app))
        ? true
        : undefined,
    builderRewrites: [...leaner.builderRewrites, ...copyOnlyManifests(question)],
    afterBuild: [...(takes ? leaner.afterBuild : []), ...dropBuildCache(app, artifacts)],
    artifacts: [...artifacts, ...downloadedPrograms(app)],
    behaviour,
    leaves: leavingsOf(question, program, leaner, takes),
    change,
  }
}

/** Whether run time takes what an install made; a bundle of all that the program needs does without. */
function takesPackages(artifacts: readonly Artifact[], { installs, manifest }: NodeApp): boolean {
  const folders = installs.map(({ task }) => task.cwd)
  return (
    manifest.hasWorkspaces ||
    artifacts.some(
      ({ path }) =>
        /\/(node_modules|\.yarn|\.pnp\.cjs)(\/|$)/.test(path) ||
        folders.some((folder) => folder === undefined || isWithin(folder, path)),
    )
  )
}

/** The base image's own CMD (`node`, a prompt) is no program. */
const hasOwnStart = ({ start }: Facts) =>
  start?.cmd !== undefined || start?.entrypoint !== undefined || start?.given !== undefined
