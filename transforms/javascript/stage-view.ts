import {
  baseName,
  effectsOf,
  folderOf,
  placeIn,
  type Copy,
  type Launcher,
  type Place,
  type Project,
  type RunCommand,
  type StageFacts,
  type Workshop,
} from '../../src/transform.ts'

/** The context as a stage sees it: which file of the context stands where. Paths of the image are absolute. */
export interface StageView {
  readonly stage: StageFacts
  readonly project: Project
  readonly contextPath: (imagePath: string) => string | undefined
  readonly imagePath: (contextPath: string) => string | undefined
  /** Variables that programs meet: ENV at the stage's end, or what is in force at a command. One that is undefined is set, and not known. */
  readonly variables: ReadonlyMap<string, string | undefined>
  readonly env: (name: string) => string | undefined
  /** The same, as commands are followed in it, and the rows by which they are. */
  readonly place: Place
  readonly launchers: readonly Launcher[]
}

export function viewOf(
  stage: StageFacts,
  { project, stages, launchers }: Pick<Workshop, 'project' | 'stages' | 'launchers'>,
): StageView {
  const place = placeIn(stage, stages, project)
  const { contextPath, imagePath } = place
  const variables = withVariables(stage.end.env, place)
  return { stage, project, contextPath, imagePath, launchers, ...variables }
}

function withVariables(variables: StageView['variables'], place: Place) {
  const env = (name: string) => variables.get(name)
  return { variables, env, place: { ...place, variable: env } }
}

/** The same with one more variable, or another value of it. */
export const viewWith = (view: StageView, name: string, value: string): StageView => ({
  ...view,
  ...withVariables(new Map([...view.variables, [name, value]]), view.place),
})

/** The same with the variables that a command of a RUN meets: ENV, ARGs, and what the RUN exports above it. */
export function viewAt(view: StageView, { step, linkIndex }: RunCommand): StageView {
  const variables = new Map([...step.env, ...step.args])
  for (const command of view.stage.commands) {
    if (command.step !== step || command.linkIndex >= linkIndex || command.name !== 'export')
      continue
    for (const arg of command.args) {
      const at = arg?.indexOf('=') ?? -1
      if (arg !== undefined && at > 0) variables.set(arg.slice(0, at), arg.slice(at + 1))
    }
  }
  return { ...view, ...withVariables(variables, view.place) }
}

/** What the files of a stage are read by. */
export type FileView = Pick<StageView, 'contextPath' | 'project'>

/** The text of a file of the image that a COPY brought; undefined where none did. */
export function readFile(view: FileView, imagePath: string): string | undefined {
  const path = view.contextPath(imagePath)
  return path === undefined ? undefined : view.project.read(path)
}

export function readJson(view: FileView, imagePath: string): unknown {
  const path = view.contextPath(imagePath)
  return path === undefined ? undefined : view.project.json(path)
}

export function hasFile(view: FileView, imagePath: string): boolean {
  const path = view.contextPath(imagePath)
  return path !== undefined && view.project.isFile(path)
}

/**
 * Whether a step makes or changes a file of the image by anything else than a COPY of the context: `COPY <<EOF`, `COPY --from`, `>`,
 * `sed -i`. What the context has there is then not what a program reads.
 */
export function isMadeInImage({ stage }: StageView, imagePath: string): boolean {
  return (
    stage.copies.some((copy) => lays(copy, imagePath)) ||
    stage.commands.some((command) =>
      (effectsOf(command) ?? []).some(
        (effect) =>
          effect.kind !== 'users' &&
          effect.path === imagePath &&
          (effect.kind === 'creates' || (effect.kind === 'changes' && effect.what === 'content')),
      ),
    )
  )
}

function lays({ step, sources, destination, from, isRemote, hasHeredoc }: Copy, path: string) {
  if (from === undefined && !isRemote && !hasHeredoc) return false
  if (destination === path) return true
  const names = [...sources, ...step.instruction.heredocs.map(({ name }) => name)]
  return destination === folderOf(path) && names.some((name) => baseName(name) === baseName(path))
}
