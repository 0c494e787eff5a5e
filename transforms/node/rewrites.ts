import {
  dropLinks,
  folderOf,
  isWithin,
  resolvePath,
  splice,
  type Copy,
  type Instruction,
  type Rewrite,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { usesPlugAndPlay } from './artifacts.ts'
import { hasIgnoredPackages } from './ignored-packages.ts'
import type { ManagerUse } from './package-managers/index.ts'
import { placeCommand, placeCopy, isManifest, type Question } from './placement.ts'
import { usesSources } from './shape.ts'
import { isProduction, type ManagerTask, type Work } from './work.ts'

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
  if (!app.hasDevDependencies || keepsDev || app.manifest.devDependencies.size === 0) return rest
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
function needsDevDependencies({ works, installs }: NodeApp): boolean {
  return (
    works.some(usesSources) ||
    installs.some(
      ({ work, task }) => task.call.kind === 'add' || work.lifecycle?.needsDevDependencies === true,
    )
  )
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

/** `COPY . .` above an install that reads the manifests alone: the builder takes those, the runtime stage the sources. */
export function copyOnlyManifests(question: Question): readonly Rewrite[] {
  const { app, shape } = question
  if (shape.kind !== 'run' || app.installs.some(({ work }) => work.lifecycle !== undefined))
    return []
  return app.view.stage.copies.flatMap((copy) => {
    const [path] = copy.paths
    if (
      placeCopy(copy, question) !== 'both' ||
      path === undefined ||
      copy.paths.length > 1 ||
      !path.isFolder ||
      path.target !== app.root
    )
      return []
    if (!hasIgnoredPackages(app, copy)) return []
    const text = manifestCopy(copy, path.source, app)
    return text === undefined ? [] : [{ instruction: copy.step.instruction, text }]
  })
}

function manifestCopy(
  copy: Copy,
  folder: string,
  { view, installs, root }: NodeApp,
): string | undefined {
  const managers = [...new Set(installs.map(({ task }) => task.manager))]
  const names = [
    'package.json',
    ...managers.flatMap((manager) => [...manager.lockFiles, ...manager.settings]),
  ]
  const inContext = names
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .filter(
      (name) => view.project.isFile(name) || (isManifest(name) && view.project.isFolder(name)),
    )
  if (inContext.some((name) => view.project.isFolder(name)) || managers.length === 0)
    return undefined
  const { instruction } = copy.step
  const flags = instruction.flags
    .map((flag) => (flag.value === undefined ? `--${flag.name} ` : `--${flag.name}=${flag.value} `))
    .join('')
  const target = copy.step.workdir === root ? './' : `${root}/`
  const keyword = instruction.text.trimStart().slice(0, instruction.keyword.length)
  return `${keyword} ${flags}${[...new Set(inContext)].join(' ')} ${target}`
}

/** `RUN chown -R node:node /app`: what is copied comes with its owner, the folder itself is left. */
export function ownerRewrites({ app, shape }: Question): readonly Rewrite[] {
  if (shape.kind !== 'made' && shape.kind !== 'folder') return []
  return app.works.flatMap(({ command }) => {
    const { instruction } = command.step
    const [flag, owner, path, ...more] = command.args
    const isAlone = app.works.filter((work) => work.command.step === command.step).length === 1
    if (
      command.name !== 'chown' ||
      flag !== '-R' ||
      owner === undefined ||
      path === undefined ||
      more.length > 0 ||
      !isAlone
    )
      return []
    const target = resolvePath(command.cwd, path)
    if (target !== app.root || isWithin(folderOf(app.root), target)) return []
    return [{ instruction, text: withoutEnd(instruction.text.replace(/\s-R(?=\s)/, '')) }]
  })
}

const withoutEnd = (text: string) => text.replace(/\r?\n$/, '')
