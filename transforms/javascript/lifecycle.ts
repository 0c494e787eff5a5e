import { resolvePath } from '../../src/transform.ts'
import { scriptEvidence } from './launchers/scripts.ts'
import { readLockFile } from './lock-file.ts'
import { installScripts, readManifest } from './manifest.ts'
import { providerOf } from './programs.ts'
import type { StageView } from './stage-view.ts'
import type { Task } from './task.ts'
import { textTasks } from './tasks.ts'

/** What a package's own scripts do when its dependencies are installed. */
export interface Lifecycle {
  readonly tasks: readonly Task[]
  /** They call a program that only the dev dependencies bring. */
  readonly needsDevDependencies: boolean
  /** They read files beside the manifests. */
  readonly needsSources: boolean
}

/** Programs that need no file of the project. */
const needsNothing = new Set([
  'only-allow',
  'husky',
  'is-ci',
  'opencollective',
  'opencollective-postinstall',
  'echo',
  'exit',
  'true',
  'test',
  'pinst',
  'simple-git-hooks',
  'lefthook',
  'npx',
  'ngcc',
  'command',
  '[',
  ':',
])

/** The scripts that an install runs; undefined where it runs none. */
export function readLifecycle(
  task: Extract<Task, { kind: 'manager' }>,
  view: StageView,
): Lifecycle | undefined {
  const { cwd, call } = task
  if (cwd === undefined || (call.kind === 'install' && call.flags.includes('--ignore-scripts')))
    return undefined
  const path = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  if (path === undefined || manifest === undefined) return undefined
  const folder = path.replace(/\/?package\.json$/, '')
  const texts = installScripts.flatMap((name) => {
    const text = manifest.scripts.get(name)
    return text === undefined ? [] : [{ name, text }]
  })
  const isAddon = view.project.isFile(folder === '' ? 'binding.gyp' : `${folder}/binding.gyp`)
  const namesFolder = [
    ...manifest.dependencies.values(),
    ...manifest.devDependencies.values(),
  ].some((range) => /^(file|link|portal|patch):/.test(range))
  const generatesClient = manifest.dependencies.has('@prisma/client')
  if (texts.length === 0 && !isAddon && !namesFolder && !generatesClient) return undefined
  const tasks = texts.flatMap(({ name, text }) =>
    textTasks(text, cwd, view, [scriptEvidence(manifest, name, text)]),
  )
  const lock = readLockFile(view.project, folder)
  const dev = tasks.some(
    (item) =>
      // An install that another starts leaves out what that one does.
      isInstallElsewhere(item, cwd) ||
      (item.kind === 'program' &&
        item.isLocal &&
        providerOf(item.name, manifest, lock).provider === 'dev-dependency'),
  )
  const sources = tasks.some(
    (item) =>
      item.kind === 'unknown' ||
      isInstallElsewhere(item, cwd) ||
      (item.kind === 'program' && !needsNothing.has(item.name)),
  )
  return {
    tasks,
    needsDevDependencies: dev,
    needsSources: sources || isAddon || namesFolder || generatesClient,
  }
}

/** `"postinstall": "cd server && npm install"` */
export const isInstallElsewhere = (task: Task, folder: string): boolean =>
  task.kind === 'manager' && task.call.kind === 'install' && task.cwd !== folder
