import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import type { Built } from './seen-program.ts'

/** The folders of the image in which a module can stand when it runs. */
export function foldersOf(
  modulePath: string,
  built: Built | undefined,
  { imagePath }: Facts,
): readonly string[] {
  const path = imagePath(modulePath)
  if (path === undefined) return []
  const own = folderOf(path)
  if (built === undefined) return [own]
  const below = isWithin(own, built.from)
    ? own.slice(built.from.length).replace(/^\//, '')
    : undefined
  // A bundle has all its modules in one file.
  return [
    ...new Set([below === undefined ? own : (resolvePath(built.to, below) ?? built.to), built.to]),
  ]
}
