import type { Facts } from '../../facts/facts.ts'
import type { OverrideCommand } from '../../facts/follow/override-commands.ts'
import { refuse, type Refusal } from './refuse.ts'

const help = 'Give the development setup a Dockerfile or a target of its own.'

/** Refuses an image in which a compose service runs something that the build alone has; `isApplication` tells its folder. */
export function refuseOverride(
  { usage }: OverrideCommand,
  isApplication: (target: string) => boolean,
): Refusal {
  const { path, line, bindMounts, entrypoint = [], command = [] } = usage
  const words = [entrypoint, command].flat().join(' ')
  const mount = bindMounts.find(({ target }) => isApplication(target))
  return mount === undefined
    ? refuse(
        'compose-overrides-start',
        `${path}:${line} runs \`${words}\` in this image, which needs the tools and the sources of its build. ${help}`,
      )
    : refuse(
        'compose-mounts-source',
        `${path}:${line} mounts the sources over ${mount.target} and runs \`${words}\`, which needs the tools of this image's build. ${help}`,
      )
}

/** Refuses an image over whose application compose mounts the folder of the machine, where that works with the tools of the build alone: `why` says so. */
export function refuseMounted(
  { project }: Facts,
  isApplication: (target: string) => boolean,
  why: string,
): Refusal | undefined {
  for (const { path, line, bindMounts } of project.usages()) {
    const mount = bindMounts.find(({ target }) => isApplication(target))
    if (mount !== undefined)
      return refuse(
        'compose-mounts-source',
        `${path}:${line} mounts ${mount.source === '' ? 'the sources' : mount.source} over ${mount.target}: ${why}. ${help}`,
      )
  }
  return undefined
}
