import { composerCommandOf, processesOf } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'

/**
 * Whether run time calls composer for something else than an install; or whether somebody installs the packages in the container, by hand: no
 * RUN does, and the context has none.
 */
export function startsComposer(app: PhpApp): boolean {
  return (
    processesOf(app.facts).some((process) => composerCommandOf(process) !== undefined) ||
    isInstalledByHand(app)
  )
}

/** Whether somebody runs `composer install` in the container: composer, and what it unpacks with, has to be there. */
export function isInstalledByHand({ facts, stage, source, composer }: PhpApp): boolean {
  if (source === undefined || composer.some(({ isGlobal }) => !isGlobal)) return false
  const at = (path: string) => (source === '' ? path : `${source}/${path}`)
  const hasPackages = stage.copies
    .flatMap(({ paths }) => paths)
    .some(({ target }) => target.endsWith('/vendor'))
  return (
    facts.project.isFile(at('composer.json')) &&
    !facts.project.isFolder(at('vendor')) &&
    !hasPackages
  )
}
