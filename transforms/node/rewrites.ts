import {
  dropLinks,
  isWithin,
  resolvePath,
  splice,
  type Instruction,
  type Rewrite,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { usesPlugAndPlay } from './plug-and-play.ts'
import type { ManagerUse } from './package-managers/index.ts'
import { isAlone, ownerOfRoot, placeCommand, type Question } from './placement.ts'
import type { Task } from './tasks.ts'
import { installsOf, isProduction, usesSources, type ManagerTask, type Work } from './work.ts'

/** What makes the builder leave the dev dependencies out. */
export interface Leaner {
  readonly builderRewrites: readonly Rewrite[]
  readonly afterBuild: readonly string[]
}

/** An install without dev dependencies where nothing needs them, else a prune at the end. */
export function leaveOutDevDependencies(question: Question, keepsDev: boolean): Leaner {
  const { app } = question
  const dropped = dropRuntimeCommands(question)
  const rest = { builderRewrites: dropped, afterBuild: [] }
  if (
    !app.hasDevDependencies ||
    keepsDev ||
    (app.manifest.devDependencies.size === 0 && !app.manifest.hasWorkspaces)
  )
    return rest
  const last = app.installs.findLast(({ task, work }) => !isProduction(task, work))
  if (last === undefined) return rest
  const use = useOf(app, last.task)
  const flag = last.task.manager.productionFlag(use)
  if (flag !== undefined && !needsDevDependencies(app)) {
    const edits = app.installs.filter(
      ({ task, work }) => task.call.kind === 'install' && !isProduction(task, work),
    )
    const rewrites = edits.flatMap(({ work }) => withFlag(work, flag, dropped))
    return {
      builderRewrites: [
        ...dropped.filter(
          ({ instruction }) => !rewrites.some((item) => item.instruction === instruction),
        ),
        ...rewrites,
      ],
      afterBuild: [],
    }
  }
  const prune = pruneLine(app, last.task)
  return prune === undefined ? rest : { ...rest, afterBuild: [prune] }
}

/** Commands that need the dev dependencies: tests, builds, scripts of the install itself. */
function needsDevDependencies({ works, installs, root }: NodeApp): boolean {
  return (
    works.some(
      (work) => usesSources(work) && work.tasks.some((task) => isOfRoot(task, { works, root })),
    ) ||
    installs.some(
      ({ work, task }) => task.call.kind === 'add' || work.lifecycle?.needsDevDependencies === true,
    )
  )
}

/** Run in the root, and not in a folder below it with packages of its own. */
function isOfRoot(task: Task, { works, root }: Pick<NodeApp, 'works' | 'root'>): boolean {
  if (task.kind !== 'program' || task.cwd === undefined || task.cwd === root) return true
  const hasOwn = works.some((work) => installsOf(work).some(({ cwd }) => cwd === task.cwd))
  return isWithin(task.cwd, root) && !hasOwn
}

function useOf(app: NodeApp, task: ManagerTask): ManagerUse {
  const settings = app.view.contextPath(resolvePath(app.root, '.yarnrc.yml') ?? '')
  return {
    manifest: app.manifest,
    npm: app.npm,
    flags: task.call.kind === 'install' ? task.call.flags : [],
    hasLifecycle: ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'].some((name) =>
      app.manifest.scripts.has(name),
    ),
    settings: settings === undefined ? undefined : app.view.project.read(settings),
  }
}

/** `RUN npm prune --omit=dev`; undefined where the manager can't, or would take more than the dev dependencies. */
export function pruneLine(app: NodeApp, task: ManagerTask): string | undefined {
  const command = task.manager.prune(useOf(app, task))
  if (command === undefined || losesPrismaClient(app, task)) return undefined
  const pnp = task.manager.name === 'yarn-berry' && usesPlugAndPlay(app)
  const line = pnp ? `${command} && yarn cache clean && ${command}` : command
  const last = app.works.findLast((work) => work.isNode)
  const steps = app.view.stage.steps
  const cwd = steps[(last?.command.step.index ?? -1) + 1]?.workdir ?? app.view.stage.end.workdir
  return cwd === app.root ? `RUN ${line}` : `RUN cd ${app.root} && ${line}`
}

/** pnpm and yarn 1 put packages in place again, and what prisma generated in them is gone. */
function losesPrismaClient({ manifest }: NodeApp, { manager }: ManagerTask): boolean {
  return (
    manifest.dependencies.has('@prisma/client') &&
    (manager.name === 'pnpm' || manager.name === 'yarn' || manager.name === 'bun')
  )
}

/** Adds a flag behind the last word of an install. */
function withFlag(work: Work, flag: string, dropped: readonly Rewrite[]): readonly Rewrite[] {
  const { instruction } = work.command.step
  const end = work.command.source?.words.at(-1)?.end
  if (end === undefined || instruction.exec !== undefined) return []
  const base = dropped.find((item) => item.instruction === instruction)?.text
  const source = instruction.text.slice(work.command.source?.start, end)
  const text =
    base === undefined
      ? splice(instruction.text, [{ start: end, end, text: ` ${flag}` }])
      : base.replace(source, `${source} ${flag}`)
  return [{ instruction, text: withoutEnd(text) }]
}

/** Commands of a RUN that only run time needs are not for the builder. */
function dropRuntimeCommands(question: Question): readonly Rewrite[] {
  const byStep = new Map<Instruction, Work[]>()
  for (const work of question.app.works) {
    const { instruction } = work.command.step
    byStep.set(instruction, [...(byStep.get(instruction) ?? []), work])
  }
  return [...byStep].flatMap(([instruction, works]) => {
    const places = works.map((work) => ({ work, place: placeCommand(work.command, question) }))
    const links = places.flatMap(({ work, place }) =>
      place === 'run' && work.command.link !== undefined ? [work.command.link] : [],
    )
    if (links.length === 0 || !places.some(({ place }) => place === 'build')) return []
    const text = dropLinks(instruction, links)
    return text === undefined ? [] : [{ instruction, text: withoutEnd(text) }]
  })
}

/** `chown -R node:node /app`: what is copied comes with its owner, and the folder itself is left. */
export function ownFolder(question: Question): {
  readonly rewrites: readonly Rewrite[]
  readonly setup: readonly { readonly text: string; readonly after: Instruction }[]
} {
  const { works, root } = question.app
  const rewrites: Rewrite[] = []
  const setup: { text: string; after: Instruction }[] = []
  for (const { command } of works) {
    const { instruction } = command.step
    const owner = ownerOfRoot(command, question)
    if (owner === undefined) continue
    if (isAlone(command, works))
      rewrites.push({
        instruction,
        text: withoutEnd(instruction.text.replace(/\s-[a-zA-Z]*R(?=\s)/, '')),
      })
    else setup.push({ text: `RUN chown ${owner} ${root}`, after: instruction })
  }
  return { rewrites, setup }
}

const withoutEnd = (text: string) => text.replace(/\r?\n$/, '')
