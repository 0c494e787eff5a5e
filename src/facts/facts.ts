import type { Dockerfile } from '../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../dockerfile/parse/parse.ts'
import type { Project } from '../project/project.ts'
import { copiesInto } from './carried-copies.ts'
import { contextPathOf, imagePathOf } from './copy.ts'
import { followHealthcheck, type HealthCommand } from './health-command.ts'
import { followOverrides, type OverrideCommand } from './override-commands.ts'
import { gatherStages, type StageFacts } from './stage-facts.ts'
import { followStart, type StartCommand } from './start-command.ts'

/** All that is known of a Dockerfile and the project around it. Gathered once, read-only. */
export interface Facts {
  readonly dockerfile: Dockerfile
  readonly project: Project
  readonly stages: readonly StageFacts[]
  /** The stage that becomes the image. */
  readonly final: StageFacts
  /** Undefined where neither the file nor the base image names one. */
  readonly start: StartCommand | undefined
  /** Undefined where no HEALTHCHECK is in force. */
  readonly health: HealthCommand | undefined
  /** What compose services run in the image instead of its start command. */
  readonly overrides: readonly OverrideCommand[]
  /** Where a path of the context ends up in the final stage, by way of builder stages too. */
  readonly imagePath: (contextPath: string) => string | undefined
  /** Which path of the context a path of the final image was copied from. */
  readonly contextPath: (imagePath: string) => string | undefined
}

/** Gathers what can be known of a Dockerfile. */
export function gatherFacts(dockerfile: Dockerfile, project: Project): Facts {
  const stages = gatherStages(dockerfile, project)
  const final = stages.at(-1)
  if (final === undefined) throw new Error('a parsed Dockerfile has at least one stage')
  const copies = copiesInto(final, stages, project)
  return {
    dockerfile,
    project,
    stages,
    final,
    start: followStart(final, copies, project),
    health: followHealthcheck(final, copies, project),
    overrides: followOverrides(final, copies, project),
    imagePath: (path) => imagePathOf(copies, path),
    contextPath: (path) => contextPathOf(copies, path, project),
  }
}

/** The facts of another Dockerfile that is built with the same context; undefined where its text does not parse. */
export function factsOfText(text: string, project: Project): Facts | undefined {
  const dockerfile = parseDockerfile(text)
  return isParseFailure(dockerfile) ? undefined : gatherFacts(dockerfile, project)
}

/** The same facts as if another stage were the image: for what only that stage's own commands and copies tell. */
export function factsOfStage(facts: Facts, stage: StageFacts): Facts {
  const copies = copiesInto(stage, facts.stages, facts.project)
  return {
    ...facts,
    final: stage,
    start: undefined,
    health: undefined,
    overrides: [],
    imagePath: (path) => imagePathOf(copies, path),
    contextPath: (path) => contextPathOf(copies, path, facts.project),
  }
}
