import type { Instruction } from '../../dockerfile/instruction.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName, folderOf, isWithin } from '../../facts/image-path.ts'
import { isLeftOutOfGit } from '../../project/git/left-out-of-git.ts'
import { leavesOf } from '../../facts/tool-rows.ts'
import type { Project } from '../../project/project.ts'
import { isMade } from '../needs/seen/file-need.ts'
import { pathOfTool } from '../view/tool-files.ts'
import type { Artifact, FullSplit } from '../split.ts'

/**
 * Artifacts that git leaves out of a clone, and that a COPY of a folder around them brings where somebody has them: the author's image is built
 * with and without them, so the new one has to be, too.
 *
 *   COPY . .    => runtime: COPY --from=builder /app/package.json /app/.env* ./
 *               => builder: RUN mkdir -p uploads
 *                  runtime: COPY --from=builder /app/uploads ./uploads
 */
export function unsureArtifacts(
  artifacts: readonly Artifact[],
  { behaviour }: FullSplit,
  facts: Facts,
): readonly Artifact[] {
  const { absences = [] } = behaviour
  return artifacts.filter(
    (artifact) =>
      (artifact.isAbsent === true || isUnsure(artifact, facts)) &&
      (artifact.isFolder
        ? !absences.some(({ path }) => path === artifact.path)
        : canBePattern(artifact, facts)),
  )
}

function isUnsure({ path, after, from, isFirst }: Artifact, facts: Facts) {
  const { final, contextPath, project } = facts
  const copy = final.copies.findLast(({ paths }) =>
    paths.some(({ target, isFolder }) => (isFolder ? isWithin(path, target) : path === target)),
  )
  const source = contextPath(path)
  return (
    from === undefined &&
    source !== undefined &&
    copy?.paths.some(
      ({ target, isFolder }) => isFolder && target !== path && isWithin(path, target),
    ) === true &&
    ((copy.step.instruction === after && isFirst !== true) || leavesAlone(after, path, facts)) &&
    hasNone(source, project)
  )
}

/** Whether all is known that the commands of an instruction make, and a path is no part of it: it is as the context has it. */
function leavesAlone(after: Instruction, path: string, facts: Facts) {
  const commands = facts.final.commands.filter(({ step }) => step.instruction === after)
  return (
    commands.length > 0 &&
    !isMade(path, facts) &&
    commands.every(
      (command) =>
        effectsOf(command) !== undefined ||
        pathOfTool(path, command, leavesOf(command, facts), facts.final) === 'no',
    )
  )
}

/** A clone has no folder of which git has no file. */
const hasNone = (source: string, project: Project) =>
  isLeftOutOfGit(source, project) ||
  (project.isFolder(source) && project.files(source).every((file) => isLeftOutOfGit(file, project)))

/** A star behind its name takes no folder, whose contents would be copied instead. */
function canBePattern({ path, target = path }: Artifact, { contextPath, project }: Facts) {
  const name = baseName(path)
  const folder = contextPath(folderOf(path))
  return (
    baseName(target) === name &&
    /^[\w.@+-]+$/.test(name) &&
    folder !== undefined &&
    !project
      .list(folder)
      .some(
        (other) =>
          other.startsWith(name) && project.isFolder([folder, other].filter(Boolean).join('/')),
      )
  )
}

/**
 * The artifacts with each unsure file in the line of a sure one, so that some builders do not fail for a pattern that matches nothing; in a line
 * of its own where there is none, and for one that root alone may read: another user gets that line alone.
 */
export function withPatterns(
  artifacts: readonly Artifact[],
  unsure: readonly Artifact[],
  isClosed: (file: Artifact) => boolean,
): readonly Artifact[] {
  let lines: readonly Artifact[] = artifacts
  for (const file of unsure.filter(({ isFolder }) => !isFolder)) {
    const pattern = `${file.path}*`
    const host = lines.find(
      (other) =>
        !unsure.includes(other) && isClosed(other) === isClosed(file) && canHold(other, file),
    )
    lines = lines.flatMap((other) => {
      if (other === host) return [{ ...other, patterns: [...(other.patterns ?? []), pattern] }]
      if (other !== file) return [other]
      return host === undefined ? [{ ...file, patterns: [pattern] }] : []
    })
  }
  return lines
}

const canHold = (line: Artifact, file: Artifact) =>
  !line.isFolder &&
  line.from === file.from &&
  line.owner === file.owner &&
  line.isLast === file.isLast &&
  line.isFirst === file.isFirst &&
  baseName(line.path) === baseName(line.target ?? line.path) &&
  folderOf(line.target ?? line.path) === folderOf(file.target ?? file.path)
