import { isParseFailure, parseDockerfile } from '../../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../../src/facts/facts.ts'
import { viewOf, type StageView } from '../../../transforms/javascript/stage-view.ts'
import { textTasks } from '../../../transforms/javascript/tasks.ts'
import type { ProgramTask } from '../../../transforms/javascript/task.ts'
import { siteOf, toolServerOf } from '../../../transforms/javascript/tools/index.ts'
import type { SiteOutput, ToolServer } from '../../../transforms/javascript/tools/tool.ts'
import { toolRowsOf } from '../../../src/plan/tooling.ts'
import { ecosystems } from '../../../transforms/index.ts'
import { memoryProject, type Files } from '../../memory-project.ts'

/** A project in /app of an image, as the tools read it; `head` are lines of the Dockerfile above its COPY. */
export function viewOfFiles(files: Files, head = ''): StageView {
  const dockerfile = parseDockerfile(`FROM node:20\nWORKDIR /app\n${head}COPY . .\n`)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  const facts = gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
  return viewOf(facts.final, facts)
}

/** The last program of a line of shell text that is run in /app as a script of package.json. */
export function taskOf(line: string, view: StageView): ProgramTask {
  const task = textTasks(line, '/app', view, []).findLast((item) => item.kind === 'program')
  if (task?.kind !== 'program') throw new Error(`no program in ${line}`)
  return task
}

/** What a build leaves: its folder, and `?` with the reason where that is not known. */
export function buildOf(line: string, files: Files, head = ''): SiteOutput | undefined {
  const view = viewOfFiles(files, head)
  return siteOf(taskOf(line, view), view)?.output
}

export function folderOfBuild(line: string, files: Files, head = ''): string | undefined {
  const output = buildOf(line, files, head)
  return output?.kind === 'site'
    ? output.folder
    : output === undefined
      ? undefined
      : `? ${output.why}`
}

/** The development server of a line; its preview server where it starts that. */
export function serverOf(line: string, files: Files, head = ''): ToolServer | undefined {
  const view = viewOfFiles(files, head)
  return toolServerOf(taskOf(line, view), view)?.server
}
