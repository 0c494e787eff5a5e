import { effectsOf, resolvePath, type Placement, type RunCommand } from '../../src/transform.ts'
import type { NodeApp } from '../javascript/app.ts'
import { placeWork } from './place-work.ts'
import { isManifest, type Question } from './question.ts'
import { usesSources, worksInside, type Work } from '../javascript/work.ts'

/** The stage of a command of a RUN; undefined leaves the system's own commands to the engine. */
export function placeCommand(command: RunCommand, question: Question): Placement | undefined {
  const { app, shape } = question
  const work = app.works.find((item) => item.command === command)
  if (work === undefined) return undefined
  if (work.isNode) return placeWork(work, question)
  if (isShellOfOthers(work, question)) return 'build'
  if (ownerOfRoot(command, question) !== undefined)
    return isAlone(command, app.works) ? 'run' : 'build'
  if (setsSystem(command, app.works) || preparesFolders(command, app)) return 'both'
  const isAfterSources = app.view.stage.copies.some(
    (copy) =>
      copy.step.index < command.step.index && copy.paths.some(({ source }) => !isManifest(source)),
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
  const sharesRun = app.works.some((other) => other.isNode && other.command.step === command.step)
  if (sharesRun) return undefined
  const needed = app.works.some(
    (other) => usesSources(other) && other.command.step.index > command.step.index,
  )
  return needed ? 'both' : 'run'
}

/** The new owner of the whole app folder, where what is in it comes from the builder: `chown -R node:node /app`. */
export function ownerOfRoot(command: RunCommand, { app, shape }: Question): string | undefined {
  const [flag, owner, path, ...more] = command.args
  if (command.name !== 'chown' || !/^-[a-zA-Z]*R/.test(flag ?? '') || more.length > 0)
    return undefined
  const takesFromBuilder = shape.kind === 'made' || shape.kind === 'folder'
  const isRoot = path !== undefined && resolvePath(command.cwd, path) === app.root
  return takesFromBuilder && isRoot && app.root !== '/' ? owner : undefined
}

export const isAlone = (command: RunCommand, works: readonly Work[]) =>
  works.every((work) => work.command === command || work.command.step !== command.step)

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

/** What stands above the first COPY and gives folders to a user: both stages have it. */
function preparesFolders({ step }: RunCommand, { works, view }: NodeApp): boolean {
  const isFirst = view.stage.copies.every((copy) => copy.step.index > step.index)
  const commands = works.filter((work) => work.command.step === step)
  const effects = commands.flatMap(({ command }) => effectsOf(command) ?? [])
  return (
    isFirst &&
    commands.every(({ command }) => /^(mkdir|chown|chmod|install)$/.test(command.name ?? '')) &&
    effects.some((effect) => effect.kind === 'changes' && effect.what === 'owner')
  )
}

/** `sh -c 'npm ci && npm run build'`: its inner commands are placed themselves. */
function isShellOfOthers({ command }: Work, { app }: Question): boolean {
  if (!/^(sh|bash|ash|su)$/.test(command.name ?? '')) return false
  const inner = app.works.filter(
    (other) => other.command.step === command.step && other.command.source === undefined,
  )
  return (
    inner.length > 0 && inner.every((other) => other.isNode || worksInside(other.command, app.root))
  )
}
