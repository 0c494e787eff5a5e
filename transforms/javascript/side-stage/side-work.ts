import {
  effectsOf,
  outermost,
  type Evidence,
  type Instruction,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import type { StageView } from '../stage-view.ts'
import { outputOf } from '../tools/index.ts'
import { leftBy } from '../tools/left-by.ts'
import type { MadePath } from '../tools/output.ts'
import { readWorks, type Work } from '../work.ts'
import { nodeSetupOf, type NodeSetup } from './node-setup.ts'

/** What Node does in an image that runs something else. */
export interface SideWork {
  readonly setup: NodeSetup
  /** Installs and builds. */
  readonly works: readonly Work[]
  /** Every command that is for them alone: tidying up is among them. */
  readonly commands: ReadonlySet<RunCommand>
  readonly made: readonly SideMade[]
  /** Why not all that Node makes is known. */
  readonly unknownOutput: string | undefined
}

export interface SideMade {
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: readonly Evidence[]
  /** The instruction that makes it. */
  readonly by: Instruction
}

/** Reads what Node does in a stage; undefined where it does nothing. `more` are paths that are wanted beside what builds make. */
export function sideWorkOf(
  stage: StageFacts,
  view: StageView,
  more: (works: readonly Work[]) => readonly MadePath[] = () => [],
): SideWork | undefined {
  const setup = nodeSetupOf(stage)
  const works = readWorks(view).filter(({ isNode, command }) => isNode && !setup.isSetup(command))
  const hasSetup = stage.commands.some(setup.isSetup) || stage.copies.some(setup.isSetupCopy)
  const [last] = works.slice(-1)
  if (last === undefined && !hasSetup) return undefined
  const outputs = works.flatMap((work) =>
    [...work.tasks, ...(work.lifecycle?.tasks ?? [])].map((task) => ({
      work,
      output: outputOf(task, work.view),
    })),
  )
  const made = leftBy(outputs.map(({ output }) => output)).makes
  const makers = new Map(
    outputs.flatMap(({ work, output }) =>
      output.kind === 'paths'
        ? output.paths.map(({ path }) => [path, work.command.step.instruction] as const)
        : [],
    ),
  )
  const tidying = stage.commands.filter((command) => tidiesUp(command, works, view))
  return {
    setup,
    works,
    commands: new Set([...works.map(({ command }) => command), ...tidying]),
    made: outermost([...made, ...more(works)]).flatMap(({ path, isFolder, evidence }) => {
      const by = makers.get(path) ?? last?.command.step.instruction
      return by === undefined ? [] : [{ path, isFolder, evidence, by }]
    }),
    unknownOutput: outputs.flatMap(({ output }) =>
      output.kind === 'unknown' ? [output.why] : [],
    )[0],
  }
}

/** `rm -rf node_modules`, of which the sources bring none. */
function tidiesUp(command: RunCommand, works: readonly Work[], view: StageView): boolean {
  const effects = effectsOf(command) ?? []
  return (
    works.length > 0 &&
    effects.length > 0 &&
    effects.every((effect) => {
      if (
        effect.kind !== 'deletes' ||
        !/(^|\/)(node_modules|\.npm|\.yarn|\.cache)(\/|$)/.test(effect.path)
      )
        return false
      const source = view.contextPath(effect.path)
      return source === undefined || !view.project.isFolder(source)
    })
  )
}
