import { isWithin, pathFolders, type Copy } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'

/** Whether the runtime stage has a program by a copy that stands there: an entrypoint script, or what another image brings. */
export function broughtProgram(
  name: string,
  { facts, extensions }: PhpApp,
  placeCopy: (copy: Copy) => string,
): true | undefined {
  if (name === 'install-php-extensions' && extensions.some(({ kind }) => kind === 'installer'))
    return true
  const paths = pathFolders.map((folder) => `${folder}/${name}`)
  const isBrought = facts.final.copies.some((copy) => {
    if (placeCopy(copy) === 'build') return false
    if (copy.from === undefined)
      return copy.paths.some(({ target, isFolder, source }) =>
        isFolder
          ? paths.some(
              (path) =>
                isWithin(path, target) &&
                facts.project.isFile(
                  joined(source, path.slice(target === '/' ? 1 : target.length + 1)),
                ),
            )
          : paths.includes(target),
      )
    return paths.some((path) => copy.destination === path || bringsNamed(copy, path))
  })
  return isBrought ? true : undefined
}

/** `COPY --from=x /usr/bin/composer /usr/local/bin/` */
function bringsNamed({ sources, destination }: Copy, path: string): boolean {
  const at = path.lastIndexOf('/')
  return (
    destination === path.slice(0, at) &&
    sources.some((source) => source.slice(source.lastIndexOf('/') + 1) === path.slice(at + 1))
  )
}

const joined = (folder: string, path: string) => (folder === '' ? path : `${folder}/${path}`)
