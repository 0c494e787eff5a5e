import {
  beforePattern,
  effectsOf,
  isSpelledOut,
  isWithin,
  type Placement,
  type RunCommand,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { placeWork } from './place-work.ts'
import { placePython } from './python-packages.ts'
import { isManifest, type Question } from '../app/question.ts'
import { usesSources, worksInside, type Work } from '../../javascript/work.ts'

/** The stage of a command of a RUN; undefined leaves the system's own commands to the engine. */
export function placeCommand(command: RunCommand, question: Question): Placement | undefined {
  const { app, shape } = question
  const work = app.works.find((item) => item.command === command)
  if (work === undefined) return undefined
  if (work.isNode) return placeWork(work, question)
  const ofPython = placePython(command, question)
  if (ofPython !== undefined) return ofPython
  if (isShellOfOthers(work, question)) return 'build'
  if (setsSystem(command, app.works)) return 'both'
  // Owners, modes, folders and links are the engine's.
  if (/^(chown|chmod|mkdir|ln)$/.test(command.name ?? '')) return undefined
  const isAfterSources = app.view.stage.copies.some(
    (copy) =>
      copy.step.index < command.step.index &&
      copy.paths.some(
        ({ source, target }) =>
          !isManifest(source) && (isWithin(app.root, target) || isWithin(target, app.root)),
      ),
  )
  const inside = worksInside(command, app.root) && app.root !== '/'
  if (shape.kind === 'folder') return inside ? 'build' : undefined
  if (shape.kind === 'made') {
    return inside &&
      effectsOf(command)?.some((effect) => effect.kind === 'deletes' || effect.kind === 'creates')
      ? 'build'
      : undefined
  }
  if (!inside || !isAfterSources) return undefined
  // `cd client && mv build ..`: it goes with the rest.
  if (command.name === 'cd') return undefined
  if (arrangesBuilt(work, app)) return 'build'
  const sharesRun = app.works.some((other) => other.isNode && other.command.step === command.step)
  if (sharesRun) return undefined
  const needed = app.works.some(
    (other) => usesSources(other) && other.command.step.index > command.step.index,
  )
  return needed ? 'both' : 'run'
}

/**
 * `mv client/build public`, `rm -rf client/build`: the runtime stage takes what is left of it. What is deleted, and no COPY brings, is there in
 * the builder alone: `rm -rf client/node_modules`.
 */
function arrangesBuilt({ makes, removes }: Work, { made, works, view, root }: NodeApp): boolean {
  const isBuilt = (gone: string) =>
    works.some((other) => other.isNode && other.makes.some(({ path }) => isWithin(gone, path)))
  return (
    makes.some(({ path }) => made.some((item) => item.path === path)) ||
    (removes.length > 0 &&
      removes.every((gone) => isBuilt(gone) || (isWithin(gone, root) && !isCopied(gone, view))))
  )
}

/** Whether a COPY may bring something there. */
function isCopied(path: string, { stage, project, contextPath }: StageView): boolean {
  const source = contextPath(path)
  return (
    beforePattern(path) !== path ||
    (source !== undefined && (project.isFile(source) || project.isFolder(source))) ||
    stage.copies.some(
      ({ from, destination = path }) =>
        from !== undefined && (isWithin(path, destination) || isWithin(destination, path)),
    )
  )
}

/** `ln -snf /usr/share/zoneinfo/$TZ /etc/localtime`: settings of the system, made again in a line that costs nothing. */
function setsSystem({ step }: RunCommand, works: readonly Work[]): boolean {
  const commands = works.filter((work) => work.command.step === step)
  const effects = commands.map(({ command }) => effectsOf(command))
  const settings =
    /^\/etc\/(localtime|timezone|locale\.gen|environment|hosts|profile|sysctl|security)/
  return (
    effects.some((list) => list !== undefined && list.length > 0) &&
    effects.every(
      (list) =>
        list?.every((effect) => effect.kind !== 'users' && settings.test(effect.path)) === true,
    )
  )
}

/** `sh -c 'npm ci && npm run build'`: its inner commands are placed themselves. */
function isShellOfOthers({ command }: Work, { app }: Question): boolean {
  if (!isSpelledOut(command)) return false
  const inner = app.works.filter(
    (other) => other.command.step === command.step && other.command.source === undefined,
  )
  return (
    inner.length > 0 && inner.every((other) => other.isNode || worksInside(other.command, app.root))
  )
}
