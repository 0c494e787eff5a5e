import {
  baseName,
  effectsOf,
  isWithin,
  resolvePath,
  type Copy,
  type Placement,
  type RunCommand,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { programsOfPackage } from './programs.ts'
import type { Shape } from './shape.ts'
import { usesSources, worksInside, type Work } from './work.ts'

/** What decides where the author's instructions go. */
export interface Question {
  readonly app: NodeApp
  readonly shape: Shape
  /** Programs that run time calls: the start command's and those that the sources start. */
  readonly programs: ReadonlySet<string>
}

/** Files that only an install or a compiler reads. */
const manifests =
  /^(package(-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(\.yml)?|\.yarn|\.pnpmfile\.cjs|bunfig\.toml|lerna\.json|patches|\.nvmrc|\.node-version|turbo\.json|nx\.json)$/

/** Settings of compilers, which nothing reads once the sources are compiled. */
const compilerSettings =
  /^(tsconfig[\w.-]*\.json|\.babelrc(\.\w+)?|babel\.config\.\w+|webpack[\w.-]*\.js|nest-cli\.json|\.swcrc|rollup\.config\.\w+|\.eslintrc(\.\w+)?|\.prettierrc(\.\w+)?|jest\.config\.\w+)$/

export const isManifest = (path: string) => manifests.test(baseName(path))

/** The position of the last instruction that the builder needs. */
export function lastBuildIndex({ works }: NodeApp): number {
  return Math.max(
    -1,
    ...works.filter((work) => work.isNode).map(({ command }) => command.step.index),
  )
}

export function placeCopy(copy: Copy, question: Question): Placement {
  const { app, shape } = question
  if (copy.from !== undefined || copy.isRemote || copy.hasHeredoc) return 'both'
  if (copy.paths.length === 0) return 'both'
  const isInApp = copy.paths.every(
    ({ target }) =>
      isWithin(target, app.root) || installFolders(app).some((folder) => isWithin(target, folder)),
  )
  if (!isInApp) return namedByBuild(copy, app) ? 'both' : 'run'
  const isCompiled = shape.kind === 'both' && !shape.runsSources
  const onlyManifests = copy.paths.every(
    ({ source }) => isManifest(source) || (isCompiled && compilerSettings.test(baseName(source))),
  )
  if (shape.kind === 'folder') return 'build'
  if (shape.kind === 'made') return copy.step.index > lastBuildIndex(app) ? 'run' : 'build'
  if (onlyManifests) return 'build'
  const isOfRoot = copy.paths.some(({ target }) => isWithin(target, app.root))
  if (!isOfRoot) return 'build'
  if (copy.step.index > lastBuildIndex(app)) return 'run'
  if (shape.kind === 'both') return 'both'
  const holdsManifest = copy.paths.some(({ source, isFolder }) => isFolder || isManifest(source))
  return holdsManifest ? 'both' : 'run'
}

const installFolders = ({ works }: NodeApp) =>
  works.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.kind === 'manager' && task.cwd !== undefined && task.cwd !== '/' ? [task.cwd] : [],
    ),
  )

/** A script outside of the app's folder that a command of the build runs. */
function namedByBuild(copy: Copy, { works }: NodeApp): boolean {
  const targets = copy.paths.map(({ target }) => target)
  return works.some(
    ({ command, isNode }) =>
      isNode &&
      command.argv.some(
        (word) =>
          word !== undefined && targets.some((target) => resolvePath(command.cwd, word) === target),
      ),
  )
}

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

function placeWork({ tasks }: Work, { app, programs }: Question): Placement {
  const places = tasks.map((task): Placement => {
    if (task.kind !== 'manager') return 'build'
    const { call, manager } = task
    if (call.kind === 'global') return placeGlobal(call.packages, app, programs)
    if (call.kind !== 'setup') return 'build'
    const { name, args } = task.command
    if (name === 'corepack') return programs.has('pnpm') || programs.has('yarn') ? 'both' : 'build'
    // What changes how scripts are started; registries and retries are for the install.
    const matters = args.some(
      (arg) =>
        arg !== undefined &&
        /^(script-shell|prefix|update-notifier|unsafe-perm|version|berry|nodeLinker)/.test(arg),
    )
    return matters && programs.has(manager.program) ? 'both' : 'build'
  })
  return places.find((place) => place !== 'build') ?? 'build'
}

/** `npm install -g pm2`: for the start command, for the build, or for both. */
function placeGlobal(
  packages: readonly string[],
  app: NodeApp,
  programs: ReadonlySet<string>,
): Placement {
  const provided = packages.flatMap(programsOfPackage)
  const isRun = provided.some((program) => programs.has(program))
  if (!isRun) return 'build'
  const called = new Set(
    app.works.flatMap(({ tasks }) =>
      tasks.flatMap((task) =>
        task.kind === 'program'
          ? [task.name]
          : task.kind === 'manager' && task.call.kind !== 'global'
            ? [task.manager.program, task.command.name ?? '']
            : [],
      ),
    ),
  )
  return provided.some((program) => called.has(program)) ? 'both' : 'run'
}

/** Programs of global packages that the runtime stage has. */
export function globalPrograms({ app, programs }: Question): ReadonlySet<string> {
  const packages = app.works.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.kind === 'manager' && task.call.kind === 'global' ? task.call.packages : [],
    ),
  )
  return new Set(
    packages
      .filter((name) => placeGlobal([name], app, programs) !== 'build')
      .flatMap(programsOfPackage),
  )
}
