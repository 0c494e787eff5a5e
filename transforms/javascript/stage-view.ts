import {
  contextPathOf,
  copiesInto,
  imagePathOf,
  type Facts,
  type Project,
  type StageFacts,
} from '../../src/transform.ts'

/** The context as a stage sees it: which file of the context stands where. Paths of the image are absolute. */
export interface StageView {
  readonly stage: StageFacts
  readonly project: Project
  readonly contextPath: (imagePath: string) => string | undefined
  readonly imagePath: (contextPath: string) => string | undefined
  /** ENV at the stage's end. */
  readonly env: (name: string) => string | undefined
}

export function viewOf(stage: StageFacts, facts: Facts): StageView {
  const { project, stages } = facts
  const copies = copiesInto(stage, stages, project)
  return {
    stage,
    project,
    contextPath: (path) => contextPathOf(copies, path, project),
    imagePath: (path) => imagePathOf(copies, path),
    env: (name) => stage.end.env.get(name),
  }
}

/** The text of a file of the image that a COPY brought; undefined where none did. */
export function readFile(view: StageView, imagePath: string): string | undefined {
  const path = view.contextPath(imagePath)
  return path === undefined ? undefined : view.project.read(path)
}

export function readJson(view: StageView, imagePath: string): unknown {
  const path = view.contextPath(imagePath)
  return path === undefined ? undefined : view.project.json(path)
}

export function hasFile(view: StageView, imagePath: string): boolean {
  const path = view.contextPath(imagePath)
  return path !== undefined && view.project.isFile(path)
}
