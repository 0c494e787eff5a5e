import {
  needsOfPackage,
  effectsOf,
  isWithin,
  readInstall,
  resolvePath,
  type RunCommand,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { globalPackages, type Work } from '../../javascript/work.ts'

/** Something that is taken out of the folder that the build works in. */
export interface MovedPath {
  /** Where it is built: /tmp/src/dist. Undefined where a pattern names it. */
  readonly from: string | undefined
  /** Where it is at the end: /dist. */
  readonly path: string
  readonly isFolder: boolean
  readonly command: RunCommand
}

/**
 * A build whose folder is deleted when its results are out of it: what the image keeps of the build is what was taken out.
 *
 *   RUN cd /tmp/src && npm ci && npm run build && mv dist node_modules / && rm -rf /tmp/src
 */
export interface MovedBuild {
  readonly moved: readonly MovedPath[]
  /** The last command that takes something out. */
  readonly last: RunCommand
  /** What deletes and tidies up below that: nothing that a stage needs which is left behind. */
  readonly tidying: ReadonlySet<RunCommand>
  /** What runs below that in an image which has the results, and nothing of the build. */
  readonly after: ReadonlySet<RunCommand>
}

/** Reads such a build; undefined where there is none, or where it leaves more than the results. */
export function readMovedBuild(app: NodeApp): MovedBuild | undefined {
  const { works, root, view } = app
  if (root === '/') return undefined
  const moves = works.map((work) => movesOutOf(work, root))
  const lastMove = moves.findLastIndex((paths) => paths.length > 0)
  const last = works[lastMove]?.command
  if (last === undefined) return undefined
  const tail = works.slice(lastMove + 1)
  const deleting = tail.findIndex(({ command }) => deletesFolder(command, root))
  if (deleting < 0 || tail.some(({ isNode }) => isNode)) return undefined
  // Packages of the system, and what tools write outside of the folder, would be missing.
  const leavesMore =
    globalPackages(works).length > 0 ||
    works.some(({ isNode, makes }) => isNode && makes.some(({ path }) => !isWithin(path, root)))
  const isFilledAgain = view.stage.copies.some(
    (copy) =>
      copy.step.index > last.step.index && copy.paths.some(({ target }) => isWithin(target, root)),
  )
  // A browser that a package fetches lies in root's home.
  const keepsElsewhere = [...app.manifest.dependencies.keys()].some((name) =>
    needsOfPackage(name).some(({ keepsBase }) => keepsBase !== undefined),
  )
  if (leavesMore || isFilledAgain || keepsElsewhere) return undefined
  const tidying = tail.flatMap(({ command }) => (tidiesUp(command) ? [command] : []))
  const unknown = tail.findIndex(
    ({ command }) => !tidying.includes(command) && effectsOf(command) === undefined,
  )
  // Above the deletion, commands may still work on what goes.
  if (unknown >= 0 && unknown < deleting) return undefined
  const after = (unknown < 0 ? [] : tail.slice(unknown)).map(({ command }) => command)
  // What runs there starts in the instruction's own folder: the way to the build is not gone again.
  const first = after[0]
  if (first !== undefined && first.cwd !== first.step.workdir) return undefined
  return {
    moved: moves.flat(),
    last,
    tidying: new Set(tidying),
    after: new Set(after.filter((command) => !tidying.includes(command))),
  }
}

/** What `mv` and `cp` take from inside a folder to a place outside of it. */
function movesOutOf({ command, isNode }: Work, root: string): readonly MovedPath[] {
  if (isNode || (command.name !== 'mv' && command.name !== 'cp')) return []
  const words = command.args.filter((word) => word?.startsWith('-') !== true)
  const sources = words.slice(0, -1).map((word) => resolvePath(command.cwd, word ?? ''))
  const isInside = (path: string | undefined) => path !== undefined && isWithin(path, root)
  if (sources.length === 0 || !sources.every(isInside)) return []
  const created = (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'creates' ? [effect] : [],
  )
  return created.flatMap(({ path, isFolder }, i) =>
    isWithin(path, root)
      ? []
      : [
          {
            path,
            isFolder,
            command,
            from: created.length === sources.length ? sources[i] : undefined,
          },
        ],
  )
}

/** `rm -rf /tmp/src`, or `/tmp/*` above it. A pattern leaves hidden names. */
function deletesFolder({ name, args, cwd }: RunCommand, folder: string): boolean {
  const isDeep = args.some((arg) => arg !== undefined && /^(-[a-zA-Z]*[rR]|--recursive$)/.test(arg))
  if (name !== 'rm' || !isDeep) return false
  return args.some((arg) => {
    const path = arg === undefined || arg.startsWith('-') ? undefined : resolvePath(cwd, arg)
    if (path === undefined) return false
    if (!path.endsWith('/*')) return path !== '/' && isWithin(folder, path)
    const above = path.slice(0, -2)
    return folder !== above && isWithin(folder, above) && folder[above.length + 1] !== '.'
  })
}

/** Goes back, deletes, or removes packages. */
function tidiesUp({ name, argv, source }: RunCommand): boolean {
  if (source === undefined) return false
  const action = readInstall(argv)?.action
  return name === 'cd' || name === 'rm' || (action !== undefined && action !== 'install')
}
