import type { Dockerfile } from '../dockerfile/instruction.ts'
import type { Project } from '../project/project.ts'
import { gatherFacts, type Facts } from './facts.ts'
import type { ToolRows } from './tool-rows.ts'

/** By text. The ladder, the second look, each rule and the second run ask for the same drafts. */
const gathered = new WeakMap<Project, Map<string, Facts>>()

/** The facts of a text that was read with this project before. */
export function knownFacts(text: string, project: Project, tools: ToolRows): Facts | undefined {
  const facts = gathered.get(project)?.get(text)
  const isSame = facts?.launchers === tools.launchers && facts.builders === tools.builders
  return isSame ? facts : undefined
}

/** {@link gatherFacts}, and they are known from now on as long as the project is. */
export function rememberFacts(dockerfile: Dockerfile, project: Project, tools: ToolRows): Facts {
  const facts = gatherFacts(dockerfile, project, tools)
  const known = gathered.get(project) ?? new Map<string, Facts>()
  gathered.set(project, known.set(dockerfile.source, facts))
  return facts
}
