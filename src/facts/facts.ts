import type { Dockerfile } from '../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../dockerfile/parse/parse.ts'
import type { Project } from '../project/project.ts'
import { remember } from '../dockerfile/remember.ts'
import { copiesInto } from './stages/carried-copies.ts'
import { contextPathOf, filesCopiedInto, imagePathOf, type CopiedFile } from './stages/copy.ts'
import { linksOf, originOf, realPath as behindLinks } from './stages/links.ts'
import { startOrGiven } from './follow/given-start.ts'
import { followHealthcheck, type HealthCommand } from './follow/health-command.ts'
import type { Place } from './follow/launcher.ts'
import { followOverrides, type OverrideCommand } from './follow/override-commands.ts'
import { followStart, type StartCommand } from './follow/start-command.ts'
import { gatherStages, type StageFacts } from './stages/stage-facts.ts'
import type { ToolRows } from './tool-rows.ts'

/** All that is known of a Dockerfile and the project around it. Gathered once, read-only. */
export interface Facts extends ToolRows {
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
  /** Which path of the context a path of the final image was copied from: by COPY, or behind a link or a copy in a folder of PATH that a RUN makes. */
  readonly contextPath: (imagePath: string) => string | undefined
  /** What the context brings into a folder of the final image, and below it. */
  readonly filesIn: (imageFolder: string) => readonly CopiedFile[]
  /** A path of the final image behind the links that its RUNs make. */
  readonly realPath: (imagePath: string) => string
}

const noTools: ToolRows = { launchers: [], builders: [] }

/** Gathers what can be known of a Dockerfile; the rows are the ecosystems'. */
export function gatherFacts(
  dockerfile: Dockerfile,
  project: Project,
  { launchers, builders }: ToolRows = noTools,
): Facts {
  const stages = gatherStages(dockerfile, project)
  const final = stages.at(-1)
  if (final === undefined) throw new Error('a parsed Dockerfile has at least one stage')
  const place = placeIn(final, stages, project)
  const overrides = followOverrides(final, place, launchers)
  return {
    dockerfile,
    project,
    launchers,
    builders,
    stages,
    final,
    start: startOrGiven(followStart(final, place, launchers), overrides),
    health: followHealthcheck(final, place, launchers),
    overrides,
    imagePath: place.imagePath,
    contextPath: place.contextPath,
    filesIn: place.filesIn,
    realPath: place.realPath,
  }
}

/** A stage as the place where commands run at its end. */
export function placeIn(stage: StageFacts, stages: readonly StageFacts[], project: Project): Place {
  const copies = copiesInto(stage, stages, project)
  const links = linksOf(stage, stages)
  return {
    project,
    contextPath: remember(
      (path) =>
        contextPathOf(copies, path, project) ??
        contextPathOf(copies, originOf(path, links), project),
    ),
    realPath: (path) => behindLinks(path, links),
    imagePath: remember((path) => imagePathOf(copies, path)),
    filesIn: (folder) => filesCopiedInto(copies, folder, project),
    variable: (name) => stage.end.env.get(name),
  }
}

/** The facts of another Dockerfile that is built with the same context; undefined where its text does not parse. */
export function factsOfText(
  text: string,
  project: Project,
  tools: ToolRows = noTools,
): Facts | undefined {
  const dockerfile = parseDockerfile(text)
  return isParseFailure(dockerfile) ? undefined : gatherFacts(dockerfile, project, tools)
}

/** The same facts as if another stage were the image: for what only that stage's own commands and copies tell. */
export function factsOfStage(facts: Facts, stage: StageFacts): Facts {
  const { imagePath, contextPath, filesIn, realPath } = placeIn(stage, facts.stages, facts.project)
  return {
    ...facts,
    final: stage,
    start: undefined,
    health: undefined,
    overrides: [],
    imagePath,
    contextPath,
    filesIn,
    realPath,
  }
}
