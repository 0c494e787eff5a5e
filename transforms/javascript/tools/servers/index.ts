import type { ProgramTask } from '../../task.ts'
import type { FileServer } from './file-server.ts'
import { httpServer } from './http-server.ts'
import { otherServers } from './others.ts'
import { serve } from './serve.ts'

/** Programs of the package registry that hand out the files of a folder. */
export const fileServers: readonly FileServer[] = [serve, httpServer, ...otherServers]

/** The same, with those whose words are not read. */
const names = new Set([
  ...fileServers.flatMap(({ programs, isSubcommand }) => (isSubcommand === true ? [] : programs)),
  ...'superstatic spa-http-server local-web-server httpster'.split(' '),
])

/** The folder that a file server is told to hand out; undefined where the program is none. */
export function fileServerFolder({
  name,
  args,
}: ProgramTask): { readonly folder: string | undefined } | undefined {
  if (!names.has(name)) return undefined
  const words = args.filter((arg) => arg?.startsWith('-') === false)
  return { folder: words.find((word) => word !== undefined && !/^\d+$|:\/\//.test(word)) }
}
