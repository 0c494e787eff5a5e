import path from 'node:path'
import type { BuildUse } from './build-use.ts'
import { readRunMounts } from './compose-mounts.ts'
import { findRunCommands, type RunCommand } from './docker-run-command.ts'

/** A build, with the names of its image as they are written. */
export interface TaggedUse {
  readonly tags: readonly string[]
  readonly use: BuildUse
}

/**
 * What a script runs in images that are built nearby, instead of what they start by themselves or beside it, and the variables, mounts and rights
 * that it gives them. `folder` is where it runs; `lineOf` gives the file's line (1-based) of one of the script's (0-based), `variablesIn` reads files of variables.
 */
export function runUses(
  script: string,
  built: readonly TaggedUse[],
  { folder, ...place }: Pick<BuildUse, 'file' | 'name' | 'kind'> & { readonly folder: string },
  lineOf: (line: number) => number,
  variablesIn: (files: readonly string[]) => BuildUse['envFiles'] = () => [],
): readonly BuildUse[] {
  if (built.length === 0) return []
  const commands = findRunCommands(script)
  const containers = new Map(
    commands.flatMap(({ of, name, container }): readonly [string, string][] =>
      of === 'image' && container !== undefined ? [[container, name]] : [],
    ),
  )
  return commands.flatMap((run) => {
    const { command, entrypoint, line, settings } = run
    const files = variablesIn(run.envFiles)
    const mounts = readRunMounts(run.mounts, folder)
    const said = [...settings, ...files, ...mounts, ...run.rights]
    const isPlain =
      said.length === 0 && [command, entrypoint, run.user].every((each) => each === undefined)
    const image = built.find((each) => isOf(run, each, containers))
    if (image === undefined || isPlain) return []
    const { use } = image
    const variables = {
      environment: [...use.environment, ...settings.keys()],
      settings: new Map([...use.settings, ...settings]),
      envFiles: [...use.envFiles, ...files],
    }
    const own = {
      mounts: [...use.mounts, ...mounts],
      rights: [...use.rights, ...run.rights],
      user: run.user ?? use.user,
    }
    return [{ ...use, ...place, ...variables, ...own, line: lineOf(line), command, entrypoint }]
  })
}

function isOf(
  { of, name, files }: RunCommand,
  { tags, use }: TaggedUse,
  containers: ReadonlyMap<string, string>,
): boolean {
  const isImage = (wanted: string): boolean =>
    tags.some((tag) => tag === wanted || tag === `${wanted}:latest` || `${tag}:latest` === wanted)
  if (of === 'image') return isImage(name)
  if (of === 'service')
    return use.kind === 'compose' && use.name === name && isAmong(files, use.file)
  const image = containers.get(name)
  if (image !== undefined) return isImage(image)
  return use.kind === 'compose' && (use.container === name || isNumbered(name, use.name))
}

/** https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/: without `-f` it is the usual file and what overrides it. */
function isAmong(files: readonly string[], file: string): boolean {
  const own = path.basename(file)
  return files.length === 0
    ? /^(docker-)?compose(\.override)?\.ya?ml$/.test(own)
    : files.some((named) => path.basename(named) === own)
}

/** What compose calls a container by itself: `shop-api-1`. https://docs.docker.com/reference/compose-file/services/#container_name */
function isNumbered(container: string, service: string): boolean {
  return container.endsWith(`-${service}-1`) || container.endsWith(`_${service}_1`)
}
