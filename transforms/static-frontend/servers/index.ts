import type { FileServer } from './file-server.ts'
import { httpServer } from './http-server.ts'
import { otherServers } from './others.ts'
import { serve } from './serve.ts'

/** Programs of the package registry that hand out the files of a folder. */
export const fileServers: readonly FileServer[] = [serve, httpServer, ...otherServers]
