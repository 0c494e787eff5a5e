import {
  baseName,
  effectsOf,
  leave,
  packageOfProgram,
  placeOfPackage,
  refuse,
  type Behaviour,
  type Ecosystem,
  type Facts,
  type Placement,
  type Refusal,
  type Split,
} from '../../src/transform.ts'
import { readApp, type NodeApp } from './app.ts'
import { artifactsOf } from './artifacts.ts'
import { copyOnlyManifests } from './manifest-copy.ts'
import { usesPlugAndPlay } from './plug-and-play.ts'
import { behaviourOf, unknownProgram } from './behaviour.ts'
import { refuseComposeMount } from './compose.ts'
import { refuseCredentials } from './credentials.ts'
import { describeSplit } from './describe.ts'
import { fileNeeds } from './file-needs.ts'
import { keptDevDependencies } from './kept-packages.ts'
import { nativePackages } from './native-packages.ts'
import { globalPrograms, placeCommand, placeCopy, type Question } from './placement.ts'
import { readProgram } from './program.ts'
import { providerOf } from './programs.ts'
import {
  refuseDevImports,
  refuseDevPrograms,
  refuseMissingEntry,
  refuseMovedBuild,
  refuseProductionBuild,
  refuseStart,
} from './refusals.ts'
import { leaveOutDevDependencies, ownFolder } from './rewrites.ts'
import { runtimeBases } from './runtime-bases.ts'
import { shapeOf } from './shape.ts'
import { readStart } from './start.ts'
import { behaviourInStages } from './staged-app.ts'
import { viewOf } from './stage-view.ts'

// FROM node:20 ... RUN npm ci ... RUN npm run build ... CMD ["node", "dist/index.js"]
//   => builder: everything up to the build, then without dev dependencies
//      runtime: node:20-slim with node_modules, dist, package.json, and what the sources read at run time
//
// Sources that run as they are: the author's own COPY moves to the runtime stage, node_modules comes from the builder.
// https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md

export const node: Ecosystem = {
  name: 'node',
  title: 'Node.js services',
  matches: (facts) => isNodeImage(facts) || startsNode(facts),
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
  if (facts.start === undefined || !hasOwnStart(facts))
    return refuse(
      'no-start-command',
      'The file names no CMD or ENTRYPOINT: what the image runs, and so what it needs, is not known. Add the start command.',
    )
  const early =
    refuseStart(readStart(facts, viewOf(final, facts)), facts) ?? refuseCredentials(facts)
  if (early !== undefined) return early
  if (
    final.base.family === 'unknown' &&
    final.base.packageManager === undefined &&
    final.base.hasShell === undefined
  )
    return refuse(
      'unknown-base-image',
      `Nothing is known of ${final.base.reference.text}: what it brings decides what the runtime stage must have.`,
      final.stage.from.line,
    )
  const app = readApp(facts, final)
  if (app === undefined)
    return refuse(
      'no-manifest',
      'No package.json that belongs to the start command is in the build context.',
      final.stage.from.line,
    )
  const program = readProgram(app)
  const refusal =
    refuseComposeMount(app, facts) ??
    refuseMovedBuild(app) ??
    refuseDevPrograms(app) ??
    refuseMissingEntry(app, program) ??
    refuseProductionBuild(app) ??
    refuseDevImports(app, program) ??
    refuseGlobalCache(app)
  if (refusal !== undefined) return refusal
  const shape = shapeOf(app, program)
  if (shape.kind === 'folder' && app.root === '/')
    return refuse(
      'unknown-build-output',
      `What the build makes can't be told (${shape.why}), and without a WORKDIR of its own it can't be copied as a whole. Add a WORKDIR.`,
      final.stage.from.line,
    )
  if (app.installs.length === 0 && app.made.length === 0)
    return leave(
      'nothing-to-leave-behind',
      'The image carries no build tools, dev dependencies or heavier base that a second stage could leave behind.',
    )
  const behaviour = withNatives(behaviourOf(app, program), app)
  const programs = new Set([...app.start.programs, ...behaviour.programs.map(({ name }) => name)])
  const question: Question = { app, shape, programs }
  const needs = fileNeeds(app, program)
  const kept = keptDevDependencies(app, program)
  const bundled = program.frameworks.some(({ framework }) => framework.bundlesPackages)
  const leaner = leaveOutDevDependencies(question, kept !== undefined || bundled)
  const isLeaner =
    leaner.afterBuild.length > 0 ||
    leaner.builderRewrites.length > 0 ||
    app.made.length > 0 ||
    app.unknownOutput !== undefined
  const globals = globalPrograms(question)
  const owned = ownFolder(question)
  return {
    kind: 'split',
    runtimeBases: runtimeBases(app, behaviour, isLeaner, unknownProgram(program) !== undefined),
    placeCommand: (command) => placeCommand(command, question),
    placePackage: (name) => placePackage(name, behaviour, app),
    placeCopy: (copy) => placeCopy(copy, question),
    providesProgram: (name) =>
      globals.has(name) || providesLocal(name, app) || isPutOnPath(name, app) ? true : undefined,
    builderRewrites: [...leaner.builderRewrites, ...copyOnlyManifests(question)],
    afterBuild: leaner.afterBuild,
    runtimeSetup: owned.setup,
    runtimeRewrites: owned.rewrites,
    artifacts: artifactsOf(question, program, needs, behaviour),
    buildOnlyEnv: [],
    contract: [],
    behaviour,
    change: describeSplit(question, program, needs, kept),
  }
}

/** The base image's own CMD (`node`, a prompt) is no program. */
const hasOwnStart = ({ start }: Facts) =>
  start?.cmd !== undefined || start?.entrypoint !== undefined

/** A program of node_modules/.bin that a production install has. */
function providesLocal(name: string, { start, manifest, lock }: NodeApp): boolean {
  const isLocal = start.tasks.some(
    (task) => task.kind === 'program' && task.name === name && task.isLocal,
  )
  return (
    (isLocal || start.programs.has(name)) &&
    providerOf(name, manifest, lock).provider === 'dependency'
  )
}

/** A script that a COPY or a RUN puts into a folder of PATH, and pnpm and yarn that corepack brings. */
function isPutOnPath(name: string, { view, works }: NodeApp): boolean {
  const isBinary = (path: string) => baseName(path) === name && /\/s?bin\/[^/]+$/.test(path)
  const { copies, commands } = view.stage
  return (
    copies.some((copy) => copy.paths.some(({ target }) => isBinary(target))) ||
    commands.some((command) =>
      (effectsOf(command) ?? []).some(
        (effect) => effect.kind === 'creates' && isBinary(effect.path),
      ),
    ) ||
    ((name === 'pnpm' || name === 'yarn') &&
      works.some(({ command }) => command.name === 'corepack'))
  )
}

/** What starts, watches or serves a program is for run time alone; what the sources call is there, too. */
function placePackage(
  name: string,
  behaviour: Behaviour,
  { facts: { final } }: NodeApp,
): Placement | undefined {
  const manager = final.base.packageManager
  const isCalled =
    manager !== undefined &&
    behaviour.programs.some((program) => packageOfProgram(manager, program.name) === name)
  const place = manager === undefined ? undefined : placeOfPackage(manager, name)
  if (!isCalled) return place === 'run' ? 'run' : undefined
  const isForBuild = place === 'build' || place === 'interpreter'
  return isForBuild || final.commands.some((command) => command.name === name) ? 'both' : 'run'
}

/** Programs that packages call count as the app's own. */
function withNatives(behaviour: Behaviour, { manifest }: NodeApp): Behaviour {
  const programs = nativePackages(manifest).flatMap((item) =>
    (item.programs ?? []).map((name) => ({
      name,
      evidence: { path: manifest.path, line: undefined, text: item.name },
    })),
  )
  return { ...behaviour, programs: [...behaviour.programs, ...programs] }
}

/** Plug'n'Play with packages in root's home: no other user finds them. */
function refuseGlobalCache(app: NodeApp): Refusal | undefined {
  const install = app.installs[0]?.work.command.step.instruction
  if (!usesPlugAndPlay(app) || install === undefined) return undefined
  const path = app.view.contextPath(`${app.root === '/' ? '' : app.root}/.yarnrc.yml`)
  const settings = path === undefined ? '' : (app.view.project.read(path) ?? '')
  if (/^enableGlobalCache:\s*false/m.test(settings)) return undefined
  return refuse(
    'yarn-global-cache',
    `Line ${install.line} installs with Plug’n’Play into yarn’s global cache in root’s home folder, where no other user and no other stage finds it. Set \`enableGlobalCache: false\` in .yarnrc.yml, so that the packages are under ${app.root}/.yarn.`,
    install.line,
  )
}
