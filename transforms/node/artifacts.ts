import {
  baseName,
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
import { placeCopy, lastBuildIndex, type Question } from './placement.ts'
import type { Program } from './program.ts'

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
    ...(bundled ? [] : [...managerCache(question, behaviour), ...packageArtifacts(app)]),
    ...needs.flatMap((need) => (isCopied(need.path) ? [] : needArtifact(need, app))),
    ...madeArtifacts(question, program),
  ]
  return artifacts.map((artifact) => withOwner(artifact, app))
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
  return [
    withOwner(
      { path: app.root, isFolder: true, after, evidence: [evidence], isPortable: false },
      app,
    ),
  ]
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
function packageArtifacts(app: NodeApp): readonly Artifact[] {
  const { root, manifest, view, installs } = app
  const last = installs.at(-1)
  const after = last?.work.command.step.instruction
  if (after === undefined) return []
  if (manifest.dependencies.size === 0 && !installs.some(({ task }) => task.call.kind === 'add'))
    return []
  const evidence: Evidence = { path: 'Dockerfile', line: after.line, text: after.text.trim() }
  const make = (name: string, isFolder: boolean): Artifact => ({
    path: resolvePath(root, name) ?? name,
    isFolder,
    after,
    isPortable: false,
    evidence: [evidence],
  })
  if (usesPlugAndPlay(app)) return [make('.pnp.cjs', false), make('.yarn', true)]
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
    make('node_modules', true),
  ]
}

/** Yarn's default since version 2, unless .yarnrc.yml says otherwise. */
export function usesPlugAndPlay({ isBerry, root, view }: NodeApp): boolean {
  if (!isBerry) return false
  const path = view.contextPath(resolvePath(root, '.yarnrc.yml') ?? '')
  const linker = /^nodeLinker:\s*["']?([\w-]+)/m.exec(
    (path === undefined ? undefined : view.project.read(path)) ?? '',
  )?.[1]
  return linker === undefined || linker === 'pnp'
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
    return [
      {
        path: inner ?? item.path,
        isFolder: item.isFolder,
        after,
        evidence: item.evidence,
        isPortable: true,
      },
    ]
  })
}

const sharesRun = (line: number | undefined, { works }: NodeApp) =>
  works.some((work) => work.isNode && work.command.step.instruction.line === line)

/** What another user than root made or was given keeps its owner. */
function withOwner(artifact: Artifact, app: NodeApp): Artifact {
  if (artifact.owner !== undefined) return artifact
  const step = app.view.stage.steps.find(({ instruction }) => instruction === artifact.after)
  const copy = app.view.stage.copies.find((item) => item.step.instruction === artifact.after)
  const given = ownerOfChange(artifact.path, artifact.after, app)
  const made = copy === undefined ? step?.user : copy.chown
  const owner = given ?? made
  if (owner === undefined || /^(root|0)(:|$)/.test(owner)) return artifact
  return {
    ...artifact,
    owner: owner.includes(':')
      ? owner
      : owner === 'node' || owner === 'bun'
        ? `${owner}:${owner}`
        : owner,
  }
}

/** `chown -R node:node /app` below the instruction. */
function ownerOfChange(
  path: string,
  after: Instruction,
  { works, view }: NodeApp,
): string | undefined {
  const at = view.stage.steps.findIndex(({ instruction }) => instruction === after)
  return works
    .filter(
      ({ command }) =>
        command.step.index >= at &&
        baseName(command.name ?? '') === 'chown' &&
        command.args.some((arg) => arg === '-R' || arg === '--recursive'),
    )
    .flatMap(({ command }) => {
      const words = command.args.flatMap((arg) =>
        arg === undefined || arg.startsWith('-') ? [] : [arg],
      )
      const [owner, ...paths] = words
      return owner !== undefined &&
        paths.some((target) => isWithin(path, resolvePath(command.cwd, target) ?? '?'))
        ? [owner]
        : []
    })
    .at(-1)
}
