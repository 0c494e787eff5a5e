import type { ProgramTask } from '../../javascript/builders/index.ts'
import type { Framework } from './framework.ts'
import { next, nextStandalone } from './next.ts'
import { nitro, nuxt } from './nuxt.ts'
import { bundledServers } from './servers.ts'
import { tools } from './tools.ts'

export type { Framework } from './framework.ts'

export const frameworks: readonly Framework[] = [
  nextStandalone,
  next,
  nitro,
  nuxt,
  ...bundledServers,
  ...tools,
]

/** The framework whose program a start command runs. */
export function startedFramework({ name, args }: ProgramTask): Framework | undefined {
  const first = args.find((arg) => arg === undefined || !arg.startsWith('-')) ?? ''
  return frameworks.find(
    (row) => row.programs.includes(name) && (row.subcommands?.includes(first) ?? true),
  )
}

/** The framework whose build made the server that node is started with. */
export function bundledFramework(
  entry: string,
  builders: ReadonlySet<string>,
  root: string,
): Framework | undefined {
  const below = root === '/' ? entry : entry.slice(root.length)
  return frameworks.find(
    ({ servers, builtBy }) =>
      servers?.some((folder) => below === `/${folder}` || below.startsWith(`/${folder}/`)) ===
        true && builtBy?.some((name) => builders.has(name)) === true,
  )
}
