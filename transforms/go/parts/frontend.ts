import {
  baseName,
  isWithin,
  resolvePath,
  type Artifact,
  type Behaviour,
  type Copy,
  type Facts,
  type Instruction,
  type Placement,
  type RunCommand,
  type SideStage,
} from '../../../src/transform.ts'
import { sideStageOf, type SideAnswer } from '../../javascript/side-stage/side-stage.ts'
import { sideWorkOf, type SideWork } from '../../javascript/side-stage/side-work.ts'
import { viewOf } from '../../javascript/stage-view.ts'
import { embeddedPaths } from '../sources/embedded-paths.ts'

/** What Node builds in the image of a Go program, and where its commands belong. */
export interface Frontend {
  readonly artifacts: readonly Artifact[]
  readonly sideStages: readonly SideStage[]
  readonly placeCommand: (command: RunCommand) => Placement | undefined
  readonly placePackage: (name: string) => Placement | undefined
  readonly placeCopy: (copy: Copy) => Placement | undefined
  readonly placeInstruction: (instruction: Instruction) => 'nowhere' | undefined
  /** What has to be assumed of it; undefined where all is known. */
  readonly assumption: string | undefined
}

const none: Frontend = {
  artifacts: [],
  sideStages: [],
  placeCommand: () => undefined,
  placePackage: () => undefined,
  placeCopy: () => undefined,
  placeInstruction: () => undefined,
  assumption: undefined,
}

const programs = new Set(['node', 'npm', 'npx', 'yarn', 'pnpm', 'bun'])

/**
 * A frontend that is served from disk comes along, built by a stage of Node's own where the image of Node is known. What `//go:embed` compiles
 * in stays in the builder, where it has to be there before `go build`.
 */
export function readFrontend(facts: Facts, seen: Behaviour): Frontend {
  const started = (facts.start?.processes ?? []).map(({ name }) => baseName(name ?? ''))
  if ([...started, ...seen.programs.map(({ name }) => name)].some((name) => programs.has(name)))
    return none
  const work = sideWorkOf(facts.final, viewOf(facts.final, facts))
  if (work === undefined) return none
  const { setup, commands } = work
  const embedded = embeddedPaths(facts).flatMap((path) => facts.imagePath(path) ?? [])
  const isEmbedded = (path: string) =>
    embedded.some((other) => isWithin(path, other) || isWithin(other, path))
  const served = work.made.filter(({ path }) => !isEmbedded(path))
  const side = served.length === work.made.length ? sideOf(facts, work) : undefined
  const lost = work.unknownOutput !== undefined && !foldersOf(work).some(isEmbedded)
  return {
    artifacts: [...served, ...(lost ? wholeFolders(work) : [])].map(
      ({ path, isFolder, evidence, by }) => ({
        ...{ path, isFolder, evidence, after: by },
        ...(side === undefined ? {} : { from: side.stage.name }),
      }),
    ),
    sideStages: side === undefined ? [] : [side.stage],
    placeCommand: (command) =>
      setup.isSetup(command) || commands.has(command) ? 'build' : undefined,
    placePackage: (name) => (setup.isSetupPackage(name) ? 'build' : undefined),
    placeCopy: (copy) => (setup.isSetupCopy(copy) ? 'build' : undefined),
    placeInstruction: (instruction) =>
      side?.replaced.has(instruction) === true ? 'nowhere' : undefined,
    assumption: lost
      ? `What Node builds can't be told (${work.unknownOutput}): its folder comes along as it is.`
      : undefined,
  }
}

const foldersOf = ({ works }: SideWork): readonly string[] => [
  ...new Set(
    works.flatMap(({ tasks }) =>
      tasks.flatMap((task) =>
        task.kind === 'unknown' || task.cwd === undefined ? [] : [task.cwd],
      ),
    ),
  ),
]

/** The folders that Node works in, where nobody knows what it leaves there. */
function wholeFolders(work: SideWork): SideWork['made'] {
  const by = work.works.at(-1)?.command.step.instruction
  const evidence = work.works.flatMap(({ tasks }) => tasks[0]?.evidence ?? [])
  return by === undefined
    ? []
    : foldersOf(work).map((path) => ({ path, isFolder: true, evidence, by }))
}

/** Node's stage; undefined where it needs what the go command makes, or stays for another reason. */
function sideOf({ final }: Facts, work: SideWork): SideAnswer | undefined {
  const last = work.works.at(-1)?.command.step
  const folder = last?.workdir
  if (last === undefined || folder === undefined || folder === '/') return undefined
  const folders = foldersOf(work)
  const makesSources = final.commands.some(
    ({ name, args, cwd, step }) =>
      name === 'go' &&
      step.index <= last.index &&
      args.some((arg) => {
        const path = arg === undefined || cwd === undefined ? undefined : resolvePath(cwd, arg)
        return path !== undefined && folders.some((item) => item !== cwd && isWithin(path, item))
      }),
  )
  if (makesSources) return undefined
  return sideStageOf({ stage: final, folder, variables: ['GO', 'CGO_', 'GIN_'], isOwn }, work)
}

/** The go command, where it runs no program of the project that may write anything. */
const isOwn = ({ name, args }: RunCommand) =>
  name === 'go' && /^(mod|build|install|get|vet|test|fmt|version|env)$/.test(args[0] ?? '')
