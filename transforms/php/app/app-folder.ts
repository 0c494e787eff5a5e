import { isWithin, type Facts, type ComposerCommand } from '../../../src/transform.ts'

/** Files that stand at the root of an application. */
const marks = [
  'composer.json',
  'artisan',
  'bin/console',
  'public/index.php',
  'index.php',
  'wp-config.php',
  'web/index.php',
]

/**
 * The folder of the application in the image: where composer works or the container starts, if a copy brings sources there; else where
 * a copied folder with the marks of an application goes.
 */
export function findAppFolder(
  facts: Facts,
  composer: readonly ComposerCommand[],
): string | undefined {
  const { final, project, contextPath } = facts
  const copied = final.copies
    .flatMap((copy) => (copy.from === undefined ? copy.paths : []))
    .filter(({ isFolder, target }) => isFolder && !isOfSystem(target))
  const own = [final.end.workdir, ...composer.map(({ folder }) => folder)]
  const folders = [...own, ...copied.map(({ target }) => target)].filter(
    (folder) => folder !== undefined && folder !== '/',
  )
  const hasMark = (folder: string) =>
    marks.some((mark) => {
      const path = contextPath(`${folder}/${mark}`)
      return path !== undefined && project.isFile(path)
    })
  const isFilled = (folder: string) => copied.some(({ target }) => isWithin(folder, target))
  return (
    folders.find((folder) => folder !== undefined && hasMark(folder)) ??
    folders.find((folder) => folder !== undefined && isFilled(folder)) ??
    folders.find((folder) =>
      copied.some(({ target }) => folder !== undefined && isWithin(target, folder)),
    )
  )
}

/** Configuration goes there, no application. */
function isOfSystem(path: string): boolean {
  return /^\/($|etc|usr|bin|sbin|lib|root|tmp|run|var\/(log|lib|cache|spool|run))(\/|$)/.test(path)
}
