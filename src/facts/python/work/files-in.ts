import { readToml } from '../../../project/formats/toml-text.ts'
import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { mountsOf } from '../../run-mounts.ts'
import { contextPathOf } from '../../stages/copy.ts'
import type { WorkPlace } from './package-work.ts'

type Files = Pick<WorkPlace, 'final' | 'project'>

/** The file of the context that stands at a path of the image when a command runs: by a COPY above it, or a mount of its own. */
export function fileAt(
  path: string | undefined,
  { step }: RunCommand,
  { final, project }: Files,
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
  files: Files,
): Readonly<Record<string, unknown>> | undefined {
  const path = folder === undefined ? undefined : resolvePath(folder, name)
  const file = fileAt(path, command, files)
  const text = file === undefined ? undefined : files.project.read(file)
  return text === undefined ? undefined : readToml(text)
}
