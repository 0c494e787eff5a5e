import {
  baseName,
  bringsProgramsOf,
  effectsOf,
  packageOfProgram,
  placeOfPackage,
  type Behaviour,
  type Placement,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { providerOf } from '../../javascript/programs.ts'

/** Whether the runtime stage has a program by the app's own doing; `keepsDev` where the dev dependencies come along. */
export const providesProgram = (name: string, app: NodeApp, keepsDev = false) =>
  providesLocal(name, app, keepsDev) || isPutOnPath(name, app)

/** A program of node_modules/.bin. */
function providesLocal(
  name: string,
  { start, manifest, lock }: NodeApp,
  keepsDev: boolean,
): boolean {
  const isLocal = start.tasks.some(
    (task) => task.kind === 'program' && task.name === name && task.isLocal,
  )
  const { provider } = providerOf(name, manifest, lock)
  return (
    (isLocal || start.programs.has(name)) &&
    (provider === 'dependency' || (keepsDev && provider === 'dev-dependency'))
  )
}

/** A script that a COPY or a RUN puts into a folder of PATH, and pnpm and yarn that corepack brings. */
function isPutOnPath(name: string, { view, works }: NodeApp): boolean {
  const isBinary = (path: string) => baseName(path) === name && /\/s?bin\/[^/]+$/.test(path)
  const { copies, commands } = view.stage
  return (
    copies.some((copy) => copy.paths.some(({ target }) => isBinary(target))) ||
    commands.some((command) =>
      (effectsOf(command) ?? []).some(
        (effect) => effect.kind === 'creates' && isBinary(effect.path),
      ),
    ) ||
    ((name === 'pnpm' || name === 'yarn') &&
      works.some(({ command }) => command.name === 'corepack'))
  )
}

/** What starts, watches or serves a program is for run time alone; what the sources call is there, too. */
export function placePackage(
  name: string,
  behaviour: Behaviour,
  { facts: { final } }: NodeApp,
): Placement | undefined {
  const manager = final.base.packageManager
  const isCalled =
    manager !== undefined &&
    behaviour.programs.some((program) => {
      const wanted = packageOfProgram(manager, program.name)
      return wanted !== undefined && bringsProgramsOf(manager, name, wanted)
    })
  const place = manager === undefined ? undefined : placeOfPackage(manager, name)
  if (!isCalled) return place === 'run' ? 'run' : undefined
  const isForBuild = place === 'build' || place === 'interpreter'
  return isForBuild || final.commands.some((command) => command.name === name) ? 'both' : 'run'
}
