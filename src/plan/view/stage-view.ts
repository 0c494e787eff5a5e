import { effectsOf } from '../../facts/effects/effects.ts'
import { sourcePath } from '../../facts/stages/carried-copies.ts'
import type { RunCommand } from '../../facts/commands/command.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName, folderOf, isWithin, resolvePath } from '../../facts/image-path.ts'
import { linksOf, realPath } from '../../facts/stages/links.ts'
import { findStage, type StageFacts } from '../../facts/stages/stage-facts.ts'
import type { Step } from '../../facts/stages/step.ts'
import { leavesOf } from '../../facts/tool-rows.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { remember, rememberOf } from '../../dockerfile/remember.ts'
import { anyOf, type Answer } from './answer.ts'
import { pathOfEffect } from './effect-files.ts'
import { imageHas, isOfSystem } from './image-files.ts'
import { pathOfTool } from './tool-files.ts'

/** A stage as it will be, asked for its files before it is built. Stages that it copies from are looked into. */
export interface StageView {
  /** Whether a file or folder is there at the stage's end, whoever makes it. Of a folder, some of its files are enough. */
  readonly has: (path: string) => Answer
  /** The same of what the file's own instructions make, without the image that it starts from. */
  readonly isMade: (path: string) => Answer
  /**
   * Whether what the context has is there at this path: the file, or each file of the folder. Only copies bring it; what a build makes
   * is something else.
   */
  readonly hasCopyOf: (contextPath: string, path: string) => Answer
}

/** What is asked, and in which stage. */
interface Question {
  readonly stage: StageFacts
  readonly facts: Facts
  /** What a command whose effects are not known is taken to leave. */
  readonly opaque: Answer
  /** The image that the lowest stage starts from is taken for empty. */
  readonly withoutImage?: true
  readonly depth: number
}

const maxDepth = 20

/** The view of a stage of `facts`. The last that a step does to a path decides; what no step touches is the base image's. */
export const viewOf = (stage: StageFacts, facts: Facts): StageView => viewsOf(facts)(stage)

const viewsOf = rememberOf((facts: Facts) => rememberOf((stage: StageFacts) => look(stage, facts)))

function look(stage: StageFacts, facts: Facts): StageView {
  const has = remember((path) => pathIn(path, { stage, facts, opaque: 'unknown', depth: 0 }))
  const isCopied = remember((path) => pathIn(path, { stage, facts, opaque: 'no', depth: 0 }))
  return {
    has,
    isMade: remember((path) =>
      pathIn(path, { stage, facts, opaque: 'unknown', withoutImage: true, depth: 0 }),
    ),
    hasCopyOf: (contextPath, path) => {
      const { project } = facts
      // Of an empty folder there is nothing but itself.
      const files = project.isFolder(contextPath) ? project.files(contextPath) : []
      if (files.length === 0) return isCopied(path)
      const answers = files.map((file) =>
        isCopied(`${path}/${below(file, contextPath)}`.replace('//', '/')),
      )
      return answers.find((answer) => answer === 'no') ?? anyOf(answers)
    },
  }
}

function pathIn(written: string, question: Question): Answer {
  const { stage, facts, depth } = question
  if (depth > maxDepth) return 'unknown'
  // What lies in a linked folder lies where the link leads to.
  const folder = folderOf(written)
  const real = realPath(folder, linksOf(stage, facts.stages))
  const path = real === folder ? written : (resolvePath(real, baseName(written)) ?? written)
  let answer: Answer = 'no'
  for (const step of stage.steps.toReversed()) {
    const found = pathOfStep(path, step, question)
    if (found === 'gone') return answer
    if (found === 'yes') return 'yes'
    answer = anyOf([answer, found])
  }
  const { parent } = stage
  const beneath =
    parent === undefined
      ? // Another's image has no copy of what the context has.
        question.opaque === 'no' || question.withoutImage === true
        ? 'no'
        : imageHas(path, stage)
      : pathIn(path, { ...question, facts, stage: parent, depth: depth + 1 })
  return anyOf([answer, beneath])
}

function pathOfStep(path: string, step: Step, question: Question): Answer | 'gone' {
  const { stage, opaque } = question
  switch (step.instruction.keyword) {
    case 'COPY':
    case 'ADD': {
      const copy = stage.copies.find((item) => item.step === step)
      return copy === undefined ? 'no' : pathOfCopy(path, copy, question)
    }
    case 'RUN': {
      if (stage.unreadable.includes(step)) return opaque
      let answer: Answer = 'no'
      for (const command of stage.commands.toReversed()) {
        if (command.step !== step) continue
        const found = pathOfCommand(path, command, question)
        if (found === 'gone') return answer === 'no' ? 'gone' : answer
        if (found === 'yes') return 'yes'
        answer = anyOf([answer, found])
      }
      return answer
    }
    case 'WORKDIR': {
      const folder = resolvePath(step.workdir, step.instruction.body.text.trim())
      return folder !== undefined && isWithin(folder, path) ? 'yes' : 'no'
    }
    default:
      return 'no'
  }
}

/** What one COPY or ADD puts at a path. */
function pathOfCopy(path: string, copy: Copy, question: Question): Answer {
  const { destination, from } = copy
  const { project } = question.facts
  if (destination === undefined) return 'unknown'
  if (isWithin(destination, path) && path !== destination) return 'yes'
  if (from !== undefined) return pathOfStage(path, { ...copy, destination, from }, question)
  const isCopied = copy.paths.some(({ source, isFolder, target }) => {
    if (isWithin(target, path)) return true
    if (!isFolder || !isWithin(path, target)) return false
    const inContext = [source, below(path, target)].filter((part) => part !== '').join('/')
    return project.isFile(inContext) || project.isFolder(inContext)
  })
  if (isCopied) return 'yes'
  const isOther = copy.unpacks || copy.isRemote || copy.hasHeredoc
  return isOther && isWithin(path, destination) ? 'unknown' : 'no'
}

/** What `COPY --from` puts at a path: the contents of a folder, or a file under its own name. */
function pathOfStage(
  path: string,
  {
    destination,
    from,
    sources,
    saysFolder,
  }: Copy & { readonly destination: string; readonly from: string },
  { stage, facts, opaque, depth }: Question,
): Answer {
  if (!isWithin(path, destination)) return 'no'
  const source = findStage(facts.stages.slice(0, stage.stage.index), from)
  if (source === undefined) return 'unknown'
  const has = (inSource: string) =>
    pathIn(inSource, { stage: source, facts, opaque, depth: depth + 1 })
  const inside = below(path, destination)
  return anyOf(
    sources.flatMap((written): readonly Answer[] => {
      const origin = sourcePath(written, source.copies, facts.project)
      if (/[*?[]/.test(origin)) return ['unknown']
      const name = baseName(origin)
      const found = has(inside === '' ? origin : `${origin === '/' ? '' : origin}/${inside}`)
      // What nobody knows is taken for a file, where it is copied into a folder of another name.
      const isOther = saysFolder && origin !== destination
      const asFolder = found === 'unknown' && isOther ? 'no' : found
      return inside === name ? [asFolder, has(`${folderOf(origin)}/${name}`)] : [asFolder]
    }),
  )
}

const below = (path: string, folder: string) =>
  path === folder ? '' : path.slice(/^\/?$/.test(folder) ? folder.length : folder.length + 1)

/** What a command leaves at a path. Packages of the system stay in its folders. */
function pathOfCommand(
  path: string,
  command: RunCommand,
  { opaque, facts, stage }: Question,
): Answer | 'gone' {
  if (readInstall(command.argv) !== undefined) return isOfSystem(path) ? opaque : 'no'
  for (const effect of effectsOf(command)?.toReversed() ?? []) {
    const found = pathOfEffect(path, effect)
    if (found !== 'no') return found
  }
  if (effectsOf(command) !== undefined) return 'no'
  // A copy is asked for: what a build makes is none.
  if (opaque === 'no') return 'no'
  return pathOfTool(path, command, leavesOf(command, facts), stage)
}
