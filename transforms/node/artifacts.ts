import {
  isWithin,
  resolvePath,
  type Artifact,
  type Behaviour,
  type Copy,
  type Evidence,
  type Instruction,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import type { FileNeed } from './file-needs.ts'
import { copyOnlyManifests } from './manifest-copy.ts'
import { usesPlugAndPlay } from './plug-and-play.ts'
import { placeCopy, lastBuildIndex, type Question } from './placement.ts'
import type { Program } from './program.ts'
import { workspaceTops } from './workspaces.ts'

/** What the runtime stage takes from the builder. */
export function artifactsOf(
  question: Question,
  program: Program,
  needs: readonly FileNeed[],
  behaviour: Behaviour,
): readonly Artifact[] {
  const { app, shape } = question
  if (shape.kind === 'folder') return wholeFolder(app, shape.why)
  const runCopies = app.view.stage.copies.filter((copy) => placeCopy(copy, question) !== 'build')
  const isCopied = (path: string) =>
    runCopies.some((copy) =>
      copy.paths.some(({ target, isFolder }) =>
        isFolder ? isWithin(path, target) : path === target,
      ),
    )
  const bundled =
    program.frameworks.some(({ framework }) => framework.bundlesPackages) &&
    program.entries.length > 0
  const artifacts = [
    ...(bundled ? [] : manifestArtifact(app, isCopied)),
    ...(bundled ? [] : [...managerCache(question, behaviour), ...packageArtifacts(question)]),
    ...(shape.kind === 'made' ? workspaceArtifacts(app) : []),
    ...needs.flatMap((need) => (isCopied(need.path) ? [] : needArtifact(need, app))),
    ...madeArtifacts(question, program),
  ]
  return artifacts.filter(
    (item) =>
      !artifacts.some(
        (other) =>
          other !== item &&
          other.isFolder &&
          other.path !== item.path &&
          isWithin(item.path, other.path),
      ),
  )
}

function wholeFolder(app: NodeApp, why: string): readonly Artifact[] {
  const last = app.view.stage.steps[lastBuildIndex(app)]
  const after = last?.instruction
  if (after === undefined) return []
  const evidence: Evidence = {
    path: 'Dockerfile',
    line: after.line,
    text: `${after.text.trim()} (${why})`,
  }
  return [{ path: app.root, isFolder: true, after, evidence: [evidence], isPortable: false }]
}

function manifestArtifact(app: NodeApp, isCopied: (path: string) => boolean): readonly Artifact[] {
  const path = resolvePath(app.root, 'package.json') ?? '/package.json'
  const after = copyOf(path, app)?.step.instruction
  if (after === undefined || isCopied(path)) return []
  return [
    {
      path,
      isFolder: false,
      after,
      isPortable: true,
      evidence: [{ path: app.manifest.path, line: 1, text: 'package.json' }],
    },
  ]
}

/** node_modules, or what stands for it under Plug'n'Play. */
function packageArtifacts(question: Question): readonly Artifact[] {
  const { app } = question
  const { root, manifest, view, installs } = app
  const last = installs.at(-1)
  const after = last?.work.command.step.instruction
  if (after === undefined) return []
  const isBare = manifest.dependencies.size === 0 && !manifest.hasWorkspaces
  if (isBare && !installs.some(({ task }) => task.call.kind === 'add')) return []
  const evidence: Evidence = { path: 'Dockerfile', line: after.line, text: after.text.trim() }
  const make = (name: string, isFolder: boolean): Artifact => ({
    path: resolvePath(root, name) ?? name,
    isFolder,
    after,
    isPortable: false,
    evidence: [evidence],
  })
  if (usesPlugAndPlay(app)) return [make('.pnp.cjs', false), make('.yarn', true)]
  const early = earlierPlace(question)
  const linked = [...manifest.dependencies].flatMap(([, range]) => {
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

/** The packages that node_modules links to. */
function workspaceArtifacts(app: NodeApp): readonly Artifact[] {
  const { manifest, view } = app
  const tops = manifest.hasWorkspaces ? (workspaceTops(view.project, manifest) ?? []) : []
  return tops.flatMap((top) => {
    const path = view.imagePath(top)
    const evidence: Evidence = { path: manifest.path, line: undefined, text: 'workspaces' }
    return path === undefined
      ? []
      : needArtifact({ path, isFolder: true, evidence: [evidence] }, app)
  })
}

/** corepack keeps the manager that it downloaded in the user's home. https://github.com/nodejs/corepack#environment-variables */
function managerCache({ app, programs }: Question, behaviour: Behaviour): readonly Artifact[] {
  const usesCorepack = app.works.some(({ command }) => command.name === 'corepack')
  const after = app.installs[0]?.work.command.step.instruction
  const { base, end, steps } = app.view.stage
  if (!usesCorepack || after === undefined || !(programs.has('pnpm') || programs.has('yarn')))
    return []
  if (steps.some((step) => step.user !== undefined && step.user !== 'root' && step.user !== '0'))
    return []
  const home =
    behaviour.writesElsewhere === undefined && base.user !== undefined ? base.user.home : '/root'
  const path = '/root/.cache/node/corepack'
  const evidence: Evidence = { path: 'Dockerfile', line: after.line, text: after.text.trim() }
  const user = end.user ?? base.user?.name
  return [
    {
      path,
      target: `${home}/.cache/node/corepack`,
      isFolder: true,
      after,
      evidence: [evidence],
      isPortable: true,
      ...(home !== '/root' && user !== undefined ? { owner: `${user}:${user}` } : {}),
    },
  ]
}

function needArtifact(need: FileNeed, app: NodeApp): readonly Artifact[] {
  const after = copyOf(need.path, app)?.step.instruction
  return after === undefined ? [] : [{ ...need, after, isPortable: true }]
}

function copyOf(path: string, { view }: NodeApp): Copy | undefined {
  return view.stage.copies.find((copy) =>
    copy.paths.some(({ target, isFolder, source }) =>
      isFolder ? isWithin(path, target) && hasBelow(source, target, path, view) : path === target,
    ),
  )
}

function hasBelow(
  source: string,
  target: string,
  path: string,
  { project }: NodeApp['view'],
): boolean {
  const below = path === target ? '' : path.slice(target === '/' ? 1 : target.length + 1)
  const inContext = [source, below].filter((part) => part !== '').join('/')
  return inContext === '' || project.isFile(inContext) || project.isFolder(inContext)
}

function madeArtifacts({ app, shape }: Question, program: Program): readonly Artifact[] {
  const server = program.frameworks.flatMap(({ framework }) => framework.servers ?? [])
  const bundles = program.frameworks.some(({ framework }) => framework.bundlesPackages)
    ? server
    : []
  const arranged = app.arranged.filter(
    (item) => shape.kind === 'made' || sharesRun(item.evidence[0]?.line, app),
  )
  return [...app.made, ...arranged].flatMap((item): readonly Artifact[] => {
    const maker = app.works.findLast((work) => work.makes.includes(item))
    const after = maker?.command.step.instruction
    if (after === undefined) return []
    // Of a bundled server's output only the server's own folder runs.
    const inner = bundles
      .map((folder) => resolvePath(app.root, folder) ?? folder)
      .find((folder) => isWithin(folder, item.path))
    const user =
      app.facts.final.end.user === undefined ? app.facts.final.base.user?.name : undefined
    const isOwn = program.frameworks.some(({ framework }) => framework.ownsServer === true)
    const owner = isOwn && inner !== undefined && user !== undefined ? `${user}:${user}` : undefined
    return [
      {
        path: inner ?? item.path,
        isFolder: item.isFolder,
        ...(owner === undefined ? {} : { owner }),
        after,
        evidence: item.evidence,
        isPortable: true,
      },
    ]
  })
}

const sharesRun = (line: number | undefined, { works }: NodeApp) =>
  works.some((work) => work.isNode && work.command.step.instruction.line === line)
