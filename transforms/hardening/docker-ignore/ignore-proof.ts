import {
  isWithin,
  type Copy,
  type Facts,
  type Installs,
  type Instruction,
  type OtherFile,
} from '../../../src/transform.ts'
import type { IgnoreLine } from './ignore-line.ts'
import { isAround, isMadeIn } from './made-in-image.ts'
import { hasNoUse } from './no-use.ts'

/**
 * Whether a Dockerfile builds the same without what a line hides: no COPY, ADD or bind mount names anything of it, and where a folder around it is
 * copied, the image has no use for it or makes it itself.
 */
export function isFreeOf(line: IgnoreLine, facts: Facts, calls: Installs): boolean {
  return (
    facts.stages.every((stage) =>
      stage.copies.every(
        (copy) =>
          copy.from !== undefined ||
          (!names(copy, line) &&
            (line.made === undefined ||
              !isAround(copy, line.made.path) ||
              isMadeIn(line.made, stage, copy, { facts, calls }) ||
              hasNoUse(line.made, stage, facts))),
      ),
    ) &&
    facts.dockerfile.instructions.every((instruction) => !isBound(instruction, line)) &&
    (line.isIdleIn?.(facts) ?? !isTakenOn(line, facts))
  )
}

function names({ paths, missing }: Copy, { hides }: IgnoreLine): boolean {
  return (
    paths.some(({ source }) => source !== '' && hides(source)) ||
    missing.some((source) => hides(relative(source)))
  )
}

/** `RUN --mount=type=bind,source=...`: of a folder around it nobody can tell what is read. */
function isBound({ keyword, flags }: Instruction, { hides, made }: IgnoreLine): boolean {
  return flags.some(({ name, value = '' }) => {
    if (keyword !== 'RUN' || name !== 'mount' || /\btype=(?!bind\b)|\bfrom=/.test(value))
      return false
    const [, source = ''] = /\b(?:source|src)=([^,]*)/.exec(value) ?? []
    const path = relative(source)
    return hides(path) || (made !== undefined && isWithin(`/${made.path}`, `/${path}`))
  })
}

/** A later stage takes by name what an earlier one has from the context: a Dockerfile, a log. */
function isTakenOn({ hides, made }: IgnoreLine, { stages, project }: Facts): boolean {
  if (made !== undefined) return false
  return stages.some(({ copies }) =>
    copies.some(
      ({ from, sources }) =>
        from !== undefined &&
        sources.some((source) => {
          const names = source.split('/')
          return names.some((_, i) => {
            const path = names.slice(i).join('/')
            return path !== '' && hides(path) && (project.isFile(path) || project.isFolder(path))
          })
        }),
    ),
  )
}

/** By Docker's own matching: every source finds all that it found before, and of the files none is gone but those that the lines mean. */
export function hasSameSources(
  { stages, project }: Facts,
  file: OtherFile,
  lines: readonly IgnoreLine[],
): boolean {
  const after = project.withFiles([file])
  const sources = stages.flatMap(({ copies }) =>
    copies.flatMap(({ from, sources: own }) => (from === undefined ? own : [])),
  )
  const finds = (source: string) => {
    const found = new Set(after.match(source))
    return project.match(source).every((path) => found.has(path))
  }
  const isMeant = (path: string) => lines.some(({ hides }) => hides(path))
  return (
    sources.every(finds) && project.files().every((path) => after.isFile(path) || isMeant(path))
  )
}

const relative = (path: string) =>
  path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/')
