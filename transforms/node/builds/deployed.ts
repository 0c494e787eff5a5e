import {
  commandEvidence,
  effectsOf,
  isWithin,
  resolvePath,
  unknownProgram,
  type Copy,
  type Placement,
  type RunCommand,
  type Split,
} from '../../../src/transform.ts'
import { choose } from '../../javascript/launchers/choose.ts'
import { readManifest } from '../../javascript/manifest.ts'
import { isProgram, type ManagerTask } from '../../javascript/task.ts'
import type { Work } from '../../javascript/work.ts'
import type { NodeApp } from '../app.ts'
import { readLeavings } from '../app/build-leavings.ts'
import type { Question } from '../app/question.ts'
import { nodeBehaviour } from '../behaviour.ts'
import { placeWork } from '../parts/place-work.ts'
import { placePackage } from '../parts/run-time-programs.ts'
import { runtimeBases } from '../parts/runtime-bases.ts'
import { readProgram } from '../sources/program.ts'

// RUN pnpm --filter api deploy --prod /srv/api ... CMD ["node", "/srv/api/dist/main.js"]
//   => builder: everything up to the deploy
//      runtime: /srv/api, in its place
// https://pnpm.io/cli/deploy

/** A package of a monorepo that is written into a folder of its own, where the container runs it. */
export interface Deployed {
  /** Where it is written. */
  readonly folder: string
  /** The package's own folder in the image. */
  readonly source: string
  readonly work: Work
  readonly isProduction: boolean
}

/** Reads such a build; undefined where there is none, or where the container runs something else, too. */
export function readDeployed(app: NodeApp): Deployed | undefined {
  const { start, works, root } = app
  if (root === '/' || start.entries.length === 0 || !start.tasks.every(isProgram)) return undefined
  for (const work of works.toReversed())
    for (const task of work.tasks) {
      const paths = task.kind === 'manager' ? foldersOf(task, app) : undefined
      if (paths === undefined || !start.entries.every(({ path }) => isWithin(path, paths.folder)))
        continue
      return { ...paths, work }
    }
  return undefined
}

function foldersOf(
  { call, cwd }: ManagerTask,
  { view }: NodeApp,
): Omit<Deployed, 'work'> | undefined {
  if (call.kind !== 'deploy' || call.selection === undefined) return undefined
  const folder = resolvePath(cwd, call.target)
  const chosen = choose(call.selection, view.contextPath(cwd ?? '/') ?? '', view.project)
  const [name, ...more] = chosen.kind === 'folders' ? chosen.folders : []
  const source = name === undefined ? undefined : view.imagePath(name)
  return folder === undefined || source === undefined || more.length > 0
    ? undefined
    : { folder, source, isProduction: call.isProduction === true }
}

/** The split of such a build: what is written is all that run time takes. */
export function splitDeployed(app: NodeApp, deployed: Deployed): Split {
  const { folder, work, isProduction } = deployed
  const program = readProgram(asBuilt(app, deployed))
  const own = nodeBehaviour(asBuilt(app, deployed), program)
  const behaviour = {
    ...own,
    writes: own.writes.map((write) => ({
      ...write,
      path: moved(write.path, deployed.source, folder),
    })),
  }
  const programs = new Set([...app.start.programs, ...behaviour.programs.map(({ name }) => name)])
  const callsOthers = unknownProgram(program.graph) !== undefined
  const question: Question = { app, shape: { kind: 'made' }, programs, callsOthers }
  const { instruction } = work.command.step
  const evidence = [commandEvidence(work.command)]
  const { gap } = program
  return {
    kind: 'split',
    runtimeBases: runtimeBases(
      app,
      'made',
      { builderRewrites: [], afterBuild: [], kept: undefined },
      callsOthers,
    ).map((base) => ({ ...base, pays: true })),
    placeCommand: (command) => placeCommand(command, question, deployed),
    placePackage: (name) => placePackage(name, behaviour, app),
    placeCopy: (copy) => placeCopy(copy, app.root, deployed),
    artifacts: [{ path: folder, isFolder: true, after: instruction, evidence }],
    behaviour,
    leaves: [{ what: `all the rest of ${app.root}` }],
    change: {
      rule: 'split-stages',
      title: 'Build in a builder stage, run what `pnpm deploy` writes',
      why: `Line ${instruction.line} writes ${folder}: the package and the packages that it needs.${isProduction ? '' : ' Dev dependencies come along: the line has no `--prod`.'}`,
      evidence,
      ...(gap === undefined
        ? { risk: 'safe' }
        : {
            risk: 'review',
            assumption: `The program needs no file outside of ${folder}; that is not seen, for ${gap}.`,
          }),
    },
  }
}

const moved = (path: string, from: string, to: string) =>
  isWithin(path, from) ? (resolvePath(to, `.${path.slice(from.length)}`) ?? path) : path

/** The app as if it ran where it is built, for what its sources tell. */
function asBuilt(app: NodeApp, { folder, source }: Deployed): NodeApp {
  const { view, works, start, facts } = app
  const manifest = view.contextPath(resolvePath(source, 'package.json') ?? '')
  const entries = start.entries.map((entry) => ({
    ...entry,
    path: moved(entry.path, folder, source),
    cwd: moved(entry.cwd, folder, source),
  }))
  return {
    ...app,
    ...readLeavings(works, source, view),
    root: source,
    manifest: (manifest && readManifest(facts.project, manifest)) || app.manifest,
    start: { ...start, entries },
  }
}

function placeCommand(
  command: RunCommand,
  question: Question,
  { folder }: Deployed,
): Placement | undefined {
  const { works, root } = question.app
  const work = works.find((item) => item.command === command)
  if (work?.isNode === true) return placeWork(work, question)
  const effects = effectsOf(command) ?? []
  const isInside = effects.every(
    (effect) =>
      effect.kind !== 'users' && (isWithin(effect.path, root) || isWithin(effect.path, folder)),
  )
  return effects.length > 0 && isInside ? 'build' : undefined
}

function placeCopy(copy: Copy, root: string, { folder, work }: Deployed): Placement {
  if (copy.step.index > work.command.step.index) return 'run'
  const isOfBuild = ({ target }: Copy['paths'][number]) =>
    isWithin(target, root) || isWithin(target, folder)
  return copy.paths.length > 0 && copy.paths.every(isOfBuild) ? 'build' : 'both'
}
