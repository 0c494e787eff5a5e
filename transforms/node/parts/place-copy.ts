import {
  baseName,
  folderOf,
  isWithin,
  resolvePath,
  type Copy,
  type Placement,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { isManifest, lastBuildIndex, type Question } from '../app/question.ts'

/** Settings of compilers, which nothing reads once the sources are compiled. */
const compilerSettings =
  /^(tsconfig[\w.-]*\.json|\.babelrc(\.\w+)?|babel\.config\.\w+|webpack[\w.-]*\.js|nest-cli\.json|\.swcrc|rollup\.config\.\w+|\.eslintrc(\.\w+)?|\.prettierrc(\.\w+)?|jest\.config\.\w+)$/

/** The stage of a COPY or ADD. */
export function placeCopy(copy: Copy, question: Question): Placement {
  const { app, shape } = question
  if (copy.from !== undefined || copy.isRemote || copy.hasHeredoc) return 'both'
  if (copy.paths.length === 0)
    return copy.missing.length > 0 && copy.missing.every(isManifest) ? 'build' : 'both'
  const isInApp = copy.paths.every(
    ({ target }) =>
      isWithin(target, app.root) || installFolders(app).some((folder) => isWithin(target, folder)),
  )
  if (!isInApp) {
    if (namedByBuild(copy, app)) return 'both'
    if (shape.kind === 'run' || !isBuiltFrom(copy, app)) return 'run'
    return shape.kind === 'made' && isTypeScript(copy, app) ? 'build' : 'both'
  }
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

/** Sources beside the app's folder (`../common`), which its own ones may import: they are there when it is built. */
function isBuiltFrom({ paths, step }: Copy, app: NodeApp): boolean {
  if (step.index > lastBuildIndex(app)) return false
  return filesOf(paths, app).some((file) => sourceFile.test(file))
}

/** Sources that only a compiler reads: what they became is in the files that the build makes, and what the program reads is all known. */
function isTypeScript({ paths }: Copy, app: NodeApp): boolean {
  return filesOf(paths, app).every(
    (file) => /\.[cm]?tsx?$/.test(file) || compilerSettings.test(baseName(file)),
  )
}

function filesOf(paths: Copy['paths'], { view }: NodeApp): readonly string[] {
  return paths.flatMap(({ source, isFolder }) => (isFolder ? view.project.files(source) : [source]))
}

const sourceFile = /\.([cm]?[jt]sx?|json|vue|svelte|graphql|proto)$/

/** A file outside of the app's folder that a command of the build runs, or that says what it does: package.json for `npm run install-server`. */
function namedByBuild({ paths, step }: Copy, { works, view }: NodeApp): boolean {
  return works.some(({ command, isNode, tasks, lifecycle }) => {
    if (!isNode || command.step.index < step.index) return false
    const words = command.argv.flatMap((word) =>
      word === undefined ? [] : (resolvePath(command.cwd, word) ?? []),
    )
    const followed = [...tasks, ...(lifecycle?.tasks ?? [])].flatMap(({ evidence }) =>
      evidence.slice(1).map((at) => at.path),
    )
    return paths.some(
      ({ source, isFolder, target }) =>
        words.includes(target) ||
        [...followed, ...words.flatMap((word) => view.contextPath(word) ?? [])].some((file) =>
          isFolder ? isWithin(`/${file}`, `/${source}`) && file !== source : file === source,
        ) ||
        (settings.has(baseName(source)) &&
          followed.some((file) => isBeside(file, source) && baseName(file) === 'package.json')),
    )
  })
}

/** Package managers hand these on to what a script starts. */
const settings = new Set(['.npmrc', '.yarnrc', '.yarnrc.yml'])

const isBeside = (one: string, other: string) => folderOf(`/${one}`) === folderOf(`/${other}`)
