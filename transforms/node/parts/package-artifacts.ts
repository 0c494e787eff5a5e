import {
  isRoot,
  lineEvidence,
  resolvePath,
  type Artifact,
  type Evidence,
  type Instruction,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { needArtifact } from './copied-artifact.ts'
import { browserFetch } from './place-work.ts'
import { copyOnlyManifests } from './manifest-copy.ts'
import { usesPlugAndPlay } from '../../javascript/package-managers/plug-and-play.ts'
import type { Question } from '../app/question.ts'
import { filesOfYarn } from '../../javascript/package-managers/yarn.ts'
import { workspaceTops } from '../../javascript/workspaces.ts'

/** package.json: npm reads it, and so does node (`type`, `imports`). */
export function manifestArtifact(
  app: NodeApp,
  isCopied: (path: string) => boolean,
): readonly Artifact[] {
  const path = resolvePath(app.root, 'package.json') ?? '/package.json'
  const evidence: Evidence = { path: app.manifest.path, line: undefined, text: 'package.json' }
  return isCopied(path) ? [] : needArtifact({ path, isFolder: false, evidence: [evidence] }, app)
}

/** What Yarn 2 and later starts no script without. */
export function yarnFiles(
  { app, programs }: Question,
  isCopied: (path: string) => boolean,
): readonly Artifact[] {
  if (!app.isBerry || !programs.has('yarn')) return []
  return filesOfYarn.flatMap(({ name, isFolder }) => {
    const path = resolvePath(app.root, name) ?? name
    const evidence: Evidence = { path: app.manifest.path, line: undefined, text: name }
    return isCopied(path) ? [] : needArtifact({ path, isFolder, evidence: [evidence] }, app)
  })
}

/** node_modules, or what stands for it under Plug'n'Play; `keepsDev` where run time needs the dev dependencies. */
export function packageArtifacts(question: Question, keepsDev: boolean): readonly Artifact[] {
  const { app } = question
  const { root, manifest, view, installs } = app
  const last = installs.at(-1)
  const after = last?.work.command.step.instruction
  if (after === undefined) return []
  const packages = [...manifest.dependencies, ...(keepsDev ? manifest.devDependencies : [])]
  const isBare = packages.length === 0 && !manifest.hasWorkspaces
  if (isBare && !installs.some(({ task }) => task.call.kind === 'add')) return []
  const evidence = lineEvidence(after)
  const make = (name: string, isFolder: boolean): Artifact => ({
    path: resolvePath(root, name) ?? name,
    isFolder,
    after,
    ...(browserFetch(app.works) === after ? { isFirst: true } : {}),
    evidence: [evidence],
  })
  if (app.isBerry && usesPlugAndPlay(app.view, app.root))
    return [make('.pnp.cjs', false), make('.yarn', true)]
  const early = earlierPlace(question)
  const linked = packages.flatMap(([, range]) => {
    const target = /^(?:file|link|portal):(.+)$/.exec(range)?.[1]
    const path = target === undefined ? undefined : resolvePath(root, target)
    const source = path === undefined ? undefined : view.contextPath(path)
    return path === undefined || source === undefined || !view.project.isFolder(source)
      ? []
      : [path]
  })
  return [
    ...linked.flatMap((path) => needArtifact({ path, isFolder: true, evidence: [evidence] }, app)),
    { ...make('node_modules', true), ...(early === undefined ? {} : { after: early }) },
  ]
}

/** Above the sources where those can't bring packages of their own: a change of the sources leaves the layer as it is. */
function earlierPlace(question: Question): Instruction | undefined {
  const [rewrite] = copyOnlyManifests(question)
  const { instructions } = question.app.view.stage.stage
  const at = rewrite === undefined ? -1 : instructions.indexOf(rewrite.instruction)
  return at > 0 ? instructions[at - 1] : undefined
}

/** The packages that node_modules links to; of one that is copied, what the install put beside its files. */
export function workspaceArtifacts(
  app: NodeApp,
  isCopied: (path: string) => boolean,
): readonly Artifact[] {
  const { manifest, view, lock } = app
  const tops = manifest.hasWorkspaces ? (workspaceTops(view.project, manifest) ?? []) : []
  return tops.flatMap((top) => {
    const path = view.imagePath(top)
    const evidence: Evidence = { path: manifest.path, line: undefined, text: 'workspaces' }
    if (path === undefined || (isCopied(path) && lock?.hasOwnPackages(top) === false)) return []
    return needArtifact({ path, isFolder: true, evidence: [evidence] }, app)
  })
}

/**
 * corepack keeps the manager that it downloaded in the home of the user who runs it: root's, until another is found who may.
 * https://github.com/nodejs/corepack#environment-variables
 */
export function managerCache({ app, programs }: Question): readonly Artifact[] {
  const usesCorepack = app.works.some(({ command }) => command.name === 'corepack')
  const after = app.installs[0]?.work.command.step.instruction
  const { end, steps } = app.view.stage
  if (!usesCorepack || after === undefined || !(programs.has('pnpm') || programs.has('yarn')))
    return []
  if (end.env.has('COREPACK_HOME') || !steps.every(({ user }) => isRoot(user))) return []
  const evidence = [lineEvidence(after)]
  return [{ path: '/root/.cache/node/corepack', isFolder: true, after, evidence }]
}
