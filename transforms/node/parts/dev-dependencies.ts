import {
  dropLinks,
  isWithin,
  resolvePath,
  splice,
  type Instruction,
  type Rewrite,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { usesPlugAndPlay } from '../../javascript/package-managers/plug-and-play.ts'
import type { ManagerUse } from '../../javascript/package-managers/index.ts'
import { changedPackages } from './changed-packages.ts'
import { keptDevDependencies } from './kept-packages.ts'
import { unlistedPackages } from './unlisted-packages.ts'
import { placeCommand } from './place-command.ts'
import type { Program } from '../sources/program.ts'
import type { Question } from '../app/question.ts'
import type { ManagerTask, Task } from '../../javascript/task.ts'
import {
  installsOf,
  isInstall,
  isProduction,
  usesSources,
  type Work,
} from '../../javascript/work.ts'

/** What makes the builder leave the dev dependencies out. */
export interface Leaner {
  readonly builderRewrites: readonly Rewrite[]
  readonly afterBuild: readonly string[]
  /** Why they stay although they are there; undefined where they go, or were never there. */
  readonly kept: string | undefined
}

/** An install without dev dependencies where nothing needs them, else a prune at the end. */
export function leaveOutDevDependencies(question: Question, program: Program): Leaner {
  const { app } = question
  const dropped = dropRuntimeCommands(question)
  const as = (kept: string | undefined): Leaner => ({
    builderRewrites: dropped,
    afterBuild: [],
    kept,
  })
  const last = app.installs.findLast(({ task, work }) => !isProduction(task, work))
  const hasAny = app.manifest.devDependencies.size > 0 || app.manifest.hasWorkspaces
  const bundled = program.frameworks.some(({ framework }) => framework.bundlesPackages === true)
  if (!app.hasDevDependencies || !hasAny || bundled || last === undefined) return as(undefined)
  const kept = keptDevDependencies(app, program)
  if (kept !== undefined) return as(kept)
  const flag = last.task.manager.productionFlag(useOf(app, last.task))
  const installs = app.installs.filter(({ task, work }) => !isProduction(task, work))
  if (flag !== undefined && !needsDevDependencies(app)) {
    const rewrites = installs.flatMap(({ work }) => withFlag(work, flag, dropped))
    if (rewrites.length === installs.length) {
      const others = dropped.filter(
        ({ instruction }) => !rewrites.some((item) => item.instruction === instruction),
      )
      return { builderRewrites: [...others, ...rewrites], afterBuild: [], kept: undefined }
    }
  }
  const prune = pruneLine(app, last.task)
  return 'why' in prune ? as(prune.why) : { ...as(undefined), afterBuild: [prune.line] }
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

const lifecycleScripts = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']

function useOf(app: NodeApp, task: ManagerTask): ManagerUse {
  const settings = app.view.contextPath(resolvePath(app.root, '.yarnrc.yml') ?? '')
  return {
    manifest: app.manifest,
    npm: app.npm,
    flags: task.call.kind === 'install' ? task.call.flags : [],
    hasLifecycle: lifecycleScripts.some((name) => app.manifest.scripts.has(name)),
    settings: settings === undefined ? undefined : app.view.project.read(settings),
  }
}

/** `RUN npm prune --omit=dev`; a reason where the manager can't, or would take more than the dev dependencies. */
function pruneLine(
  app: NodeApp,
  task: ManagerTask,
): { readonly line: string } | { readonly why: string } {
  const { name } = task.manager
  const command = task.manager.prune(useOf(app, task))
  if (command === undefined)
    return {
      why:
        name === 'pnpm'
          ? 'pnpm prunes no workspaces'
          : `this version of ${task.manager.program} has no command that removes them`,
    }
  // These put packages in place again, and what prisma generated in them is gone.
  const isGenerated = app.manifest.dependencies.has('@prisma/client') && app.works.some(generates)
  if (isGenerated && name !== 'npm' && name !== 'yarn-berry')
    return { why: `${task.manager.program} would remove the client that prisma generated, too` }
  const unlisted = unlistedPackages(app)
  if (unlisted !== undefined)
    return { why: `${task.manager.program} would remove what is in no manifest: ${unlisted}` }
  // https://bun.sh/docs/pm/lifecycle: an install runs the project's own scripts, which may start what it has just left out.
  const script = lifecycleScripts.find((each) => app.manifest.scripts.has(each))
  if (name === 'bun' && script !== undefined)
    return { why: `${task.manager.program} would run \`${script}\` again without them` }
  const changes = name === 'yarn' || name === 'bun' ? changedPackages(app) : undefined
  if (changes !== undefined)
    return { why: `${task.manager.program} would take back what ${changes} did to the packages` }
  const pnp = name === 'yarn-berry' && usesPlugAndPlay(app.view, app.root)
  const line = pnp ? `${command} && yarn cache clean && ${command}` : command
  return { line: runAtTheEnd(app, app.root, line) }
}

/** Whether prisma may make its client: by its own command, or by the scripts of the packages that are installed. */
const generates = ({ tasks, lifecycle, unknownOutput }: Work) =>
  unknownOutput !== undefined ||
  [...tasks, ...(lifecycle?.tasks ?? [])].some((task) =>
    isInstall(task)
      ? !('flags' in task.call && task.call.flags.includes('--ignore-scripts'))
      : task.kind === 'unknown' || task.name === 'prisma',
  )

/** A RUN at the builder's end that works in a folder. */
export const runAtTheEnd = ({ view }: NodeApp, folder: string, line: string): string =>
  view.stage.end.workdir === folder ? `RUN ${line}` : `RUN cd ${folder} && ${line}`

/** Says the opposite, and would win: https://docs.npmjs.com/cli/v10/commands/npm-install#include */
const opposite = /^(--production=false|--(include|also)[= ]dev(elopment)?)$/

/** Puts a flag behind the last word of an install, or in the place of one that says the opposite. */
function withFlag(work: Work, flag: string, dropped: readonly Rewrite[]): readonly Rewrite[] {
  const { instruction } = work.command.step
  const words = work.command.source?.words ?? []
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || instruction.exec !== undefined) return []
  const textOf = (start: number, end: number) => instruction.text.slice(start, end)
  const [other] = words.flatMap(({ raw, start, end }, i) => {
    const next = words[i + 1]
    if (opposite.test(raw)) return [{ start, end }]
    return next !== undefined && opposite.test(`${raw} ${next.raw}`)
      ? [{ start, end: next.end }]
      : []
  })
  const edit =
    other === undefined
      ? { start: last.end, end: last.end, text: ` ${flag}` }
      : { ...other, text: flag }
  const base = dropped.find((item) => item.instruction === instruction)?.text
  const call = textOf(first.start, edit.start) + edit.text + textOf(edit.end, last.end)
  const text =
    base === undefined
      ? splice(instruction.text, [edit])
      : base.replace(textOf(first.start, last.end), () => call)
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

const withoutEnd = (text: string) => text.replace(/\r?\n$/, '')
