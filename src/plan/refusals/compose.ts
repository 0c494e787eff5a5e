import type { Facts } from '../../facts/facts.ts'
import type { OverrideCommand } from '../../facts/follow/override-commands.ts'
import { mountOver, mountText } from '../../project/mount-over.ts'
import { refuse, type Refusal } from './refuse.ts'

const help = 'Give the development setup a Dockerfile or a target of its own.'

/** Refuses an image in which a compose service runs something that the build alone has; `isApplication` tells its folder. */
export function refuseOverride(
  { usage }: OverrideCommand,
  isApplication: (target: string) => boolean,
): Refusal {
  const { path, line, entrypoint = [], command = [] } = usage
  const words = [entrypoint, command].flat().join(' ')
  const mount = mountOver(usage, isApplication)
  return mount === undefined
    ? refuse(
        'compose-overrides-start',
        `${path}:${line} runs \`${words}\` in this image, which needs the tools and the sources of its build. ${help}`,
      )
    : refuse(
        'compose-mounts-source',
        `${mountText(usage, mount)} and runs \`${words}\`, which needs the tools of this image's build. ${help}`,
      )
}

/** Refuses an image over whose application compose mounts the folder of the machine, where that works with the tools of the build alone: `why` says so. */
export function refuseMounted(
  { project }: Facts,
  isApplication: (target: string) => boolean,
  why: string,
): Refusal | undefined {
  for (const usage of project.usages()) {
    const mount = mountOver(usage, isApplication)
    if (mount !== undefined)
      return refuse('compose-mounts-source', `${mountText(usage, mount)}: ${why}. ${help}`)
  }
  return undefined
}
