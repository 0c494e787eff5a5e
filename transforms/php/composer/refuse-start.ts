import { refuse, type Process, type Refusal } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { composerCommandOf } from '../composer-command.ts'

/** What the container runs: its start command, its health check, and what compose services run instead. */
export function processesOf({ facts }: PhpApp): readonly Process[] {
  return [
    ...(facts.start?.processes ?? []),
    ...(facts.health?.processes ?? []),
    ...facts.overrides.flatMap(({ processes }) => processes),
  ]
}

/** Composer at work when the container starts. */
export function refuseInstallAtStart(app: PhpApp): Refusal | undefined {
  for (const process of processesOf(app)) {
    const name = composerCommandOf(process)?.name
    if (name === undefined || !/^(install|update|require|create-project)$/.test(name)) continue
    const { path, line } = placeOf(process)
    const who = path === 'Dockerfile' ? `Line ${line ?? '?'}` : `${path}:${line ?? '?'}`
    return refuse(
      'installs-at-start',
      `${who} runs composer ${name} when the container starts; there is nothing that a builder stage could prepare for it.`,
      path === 'Dockerfile' ? line : undefined,
    )
  }
  return undefined
}

/**
 * Whether run time calls composer for something else than an install; or whether somebody installs the packages in the container, by hand: no
 * RUN does, and the context has none.
 */
export function startsComposer(app: PhpApp): boolean {
  return (
    processesOf(app).some((process) => composerCommandOf(process) !== undefined) ||
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

function placeOf({ via }: Process): { readonly path: string; readonly line: number | undefined } {
  const last = via.at(-1)
  return { path: last?.path ?? 'Dockerfile', line: last?.line }
}
