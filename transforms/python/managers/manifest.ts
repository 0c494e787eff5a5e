import {
  contextPathOf,
  isRecord,
  mountsOf,
  readToml,
  resolvePath,
  type Facts,
  type RunCommand,
} from '../../../src/transform.ts'

/** A table of a document; empty where it is something else. */
export const tableOf = (data: unknown): Readonly<Record<string, unknown>> =>
  isRecord(data) ? data : {}

/** The file of the context that stands at a path of the image when a command runs: by a COPY above it, or a mount of its own. */
export function fileAt(
  path: string | undefined,
  { step }: RunCommand,
  { final, project }: Facts,
): string | undefined {
  if (path === undefined) return undefined
  const mounted = mountsOf(step).find(
    ({ type, from, target }) => type === 'bind' && from === undefined && target === path,
  )
  const copies = final.copies.filter((copy) => copy.step.index < step.index)
  const file = mounted?.source.replace(/^\.?\//, '') ?? contextPathOf(copies, path, project)
  return file !== undefined && project.isFile(file) ? file : undefined
}

/** What a document of TOML in a folder says when a command runs; undefined where the folder is not known to have it. */
export function tomlIn(
  folder: string | undefined,
  name: string,
  command: RunCommand,
  facts: Facts,
): Readonly<Record<string, unknown>> | undefined {
  const path = folder === undefined ? undefined : resolvePath(folder, name)
  const file = fileAt(path, command, facts)
  const text = file === undefined ? undefined : facts.project.read(file)
  return text === undefined ? undefined : readToml(text)
}
