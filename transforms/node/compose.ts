import {
  commandsOfScript,
  isWithin,
  parseScript,
  refuse,
  type Facts,
  type Refusal,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { devServerOf } from './dev-servers.ts'
import { tasksOf } from './tasks.ts'

/** A compose service that runs the folder of the developer's machine with the tools of this image. */
export function refuseComposeMount(app: NodeApp, { project, final }: Facts): Refusal | undefined {
  for (const usage of project.usages()) {
    if (usage.kind !== 'compose') continue
    const mounted = usage.bindMounts.find(({ target }) => isWithin(app.root, target))
    const words = [usage.entrypoint, usage.command].flatMap((part) =>
      part === undefined ? [] : typeof part === 'string' ? [part] : [part.join(' ')],
    )
    const script = words.length === 0 ? undefined : parseScript(words.join(' '))
    if (mounted === undefined || script === undefined) continue
    const tasks = commandsOfScript(script, final.end.workdir, app.view.env).flatMap((command) =>
      tasksOf(command, app.view),
    )
    const server = tasks.find((task) => task.kind === 'program' && devServerOf(task) !== undefined)
    if (server === undefined) continue
    return refuse(
      'compose-mounts-source',
      `${usage.path}:${usage.line} mounts the sources over ${mounted.target} and runs \`${words.join(' ')}\`, which needs the dev dependencies of this image. Give the development setup a Dockerfile or a target of its own.`,
    )
  }
  return undefined
}
