import { folderOf, isWithin, resolvePath } from '../../../src/transform.ts'
import { hasFile } from '../stage-view.ts'
import type { ToolCall } from './call.ts'

/** The folder with the index.html of the sources that a bundle goes to, or below: /app/public for /app/public/build; undefined where there is none. */
export function pageFolder({ view, cwd }: ToolCall, folder: string): string | undefined {
  for (let at = folder; isWithin(at, cwd) && at !== cwd; at = folderOf(at))
    if (hasFile(view, resolvePath(at, 'index.html') ?? at)) return at
  return undefined
}
