import { isIgnored, parseIgnoreFile } from '../../../dockerfile/patterns/ignore-file.ts'
import type { Instruction } from '../../../dockerfile/instruction.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { beforePattern, isWithin } from '../../../facts/image-path.ts'
import { leavesOf, type ToolPath } from '../../../facts/tool-rows.ts'

/** A file or folder of the context that has to be at a place of the image when the container runs. */
export interface FileNeed {
  /** Undefined where a build makes it. */
  readonly contextPath: string | undefined
  /** Absolute, in the image. */
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: Evidence
  /** The line of the author's file that makes it, where that is known. */
  readonly maker?: Instruction
}

/** The file or folder of the context that stands at a place of the author's image; undefined where none does. */
export function needAt(
  path: string | undefined,
  evidence: Evidence,
  facts: Facts,
): FileNeed | undefined {
  const { contextPath, project } = facts
  const inContext = path === undefined ? undefined : contextPath(path)
  if (path === undefined || inContext === undefined || inContext === '') return undefined
  const isFolder = project.isFolder(inContext)
  return isFolder || project.isFile(inContext)
    ? { contextPath: isMade(path, facts) ? undefined : inContext, path, isFolder, evidence }
    : undefined
}

const madeBefore = new WeakMap<Facts, readonly ToolPath[]>()

/** Whether the tools that RUNs start make what is at a path: the context may have one of an earlier build. */
export function isMade(path: string, facts: Facts): boolean {
  const made =
    madeBefore.get(facts) ??
    facts.final.commands.flatMap((command) => leavesOf(command, facts)?.paths ?? [])
  madeBefore.set(facts, made)
  return made.some((item) => path === item.path || (item.isFolder && isWithin(path, item.path)))
}

/** What package managers, compilers and pipelines read says nothing of run time. */
export const isOfTools = (path: string) =>
  /(^|\/)(package|package-lock|npm-shrinkwrap|tsconfig[^/]*|jsconfig|composer|lerna|nx|turbo|angular|project|pnpm-lock|pnpm-workspace|docker-compose[^/]*|compose[^/]*)\.(json|ya?ml)$/.test(
    path,
  ) ||
  /(^|\/)(\.(gitlab-ci|golangci|goreleaser|pre-commit-config|travis|drone|air)|[Tt]askfile|renovate|sonar-project)\.(json|ya?ml|toml|properties)$/.test(
    path,
  )

/** What stands at a path, or at what a pattern means: the folder that it looks into, or each file where that is the work folder itself. */
export const needsAt = (path: string, evidence: Evidence, facts: Facts): readonly FileNeed[] =>
  alternatives(path).flatMap((each) => needsOfPattern(each, evidence, facts))

/** More come of no pattern that somebody wrote. */
const mostAlternatives = 50

/** `{src,lib}/*.json` => `src/*.json`, `lib/*.json` */
function alternatives(pattern: string): readonly string[] {
  const found = [pattern]
  for (const each of found) {
    const [braces = '', words] = /\{([^{}]*,[^{}]*)\}/.exec(each) ?? []
    if (words === undefined) continue
    if (found.length > mostAlternatives) return [pattern]
    found.push(...words.split(',').map((word) => each.replace(braces, () => word)))
  }
  return found.filter((each) => !/\{[^{}]*,[^{}]*\}/.test(each))
}

function needsOfPattern(path: string, evidence: Evidence, facts: Facts): readonly FileNeed[] {
  const found = needAt(path, evidence, facts)
  const folder = beforePattern(path)
  if (found !== undefined || folder === path) return oneOf(found)
  if (folder !== '' && !isWithin(facts.final.end.workdir ?? '/', folder))
    return oneOf(needAt(folder, evidence, facts))
  const pattern = path.slice(folder.length + 1)
  // `.*` begins a regular expression; of a folder it would mean what tools keep there.
  if (pattern.startsWith('.*')) return []
  const inContext = facts.contextPath(folder === '' ? '/' : folder)
  if (inContext === undefined) return []
  if (pattern.startsWith('**/')) return foldersWith(pattern, inContext, evidence, facts)
  return facts.project
    .match(inContext === '' ? pattern : `${inContext}/${pattern}`)
    .filter((file) => !pattern.startsWith('*') || !isOfTools(file))
    .flatMap((file) => needAt(facts.imagePath(file), evidence, facts) ?? [])
}

/** The files and folders of a folder in which, at any depth, is what a pattern means: graphql schemas anywhere. */
function foldersWith(
  pattern: string,
  folder: string,
  evidence: Evidence,
  { project, imagePath }: Facts,
): readonly FileNeed[] {
  const matching = parseIgnoreFile(pattern)
  const below = folder === '' ? 0 : folder.length + 1
  const found = project
    .files(folder)
    .filter((file) => !isOfTools(file) && isIgnored(matching, file.slice(below)))
    .map((file) => {
      const end = file.indexOf('/', below)
      return { path: end < 0 ? file : file.slice(0, end), isFolder: end >= 0 }
    })
  return [...new Map(found.map((item) => [item.path, item])).values()].flatMap(
    ({ path: contextPath, isFolder }) => {
      const path = imagePath(contextPath)
      return path === undefined ? [] : [{ path, contextPath, isFolder, evidence }]
    },
  )
}

const oneOf = (need: FileNeed | undefined) => (need === undefined ? [] : [need])
