import { isKnown, resolveFile, resolvePath } from '../../../src/transform.ts'
import { rangeOf, readManifest } from '../manifest.ts'
import { sourceFollower } from '../sources.ts'
import type { StageView } from '../stage-view.ts'
import type { ProgramTask } from '../task.ts'
import { unknownOutput, nothing, type MadePath, type Output } from './output.ts'

/** Programs that run a script of the project. */
export const scriptRuntimes = ['node', 'ts-node', 'tsx', 'babel-node', 'esno', 'jiti']

/** `node build.js`: what the script's own modules write, where all of it can be told. */
export function scriptOutput(task: ProgramTask, view: StageView): Output {
  const { args, cwd, evidence, name } = task
  if (
    args.includes('--test') ||
    args.includes('-v') ||
    args.includes('--version') ||
    args.includes('--check')
  )
    return nothing
  const file = args.find(
    (arg, i) =>
      arg !== undefined &&
      !arg.startsWith('-') &&
      !/^(-r|--require|--import|--loader|-e|-p)$/.test(args[i - 1] ?? ''),
  )
  const path = file === undefined || cwd === undefined ? undefined : resolvePath(cwd, file)
  const inContext = path === undefined ? undefined : view.contextPath(path)
  const entry = inContext === undefined ? undefined : resolveFile(inContext, view.project)
  if (entry === undefined || isOfAdonis(file, cwd, view))
    return unknownOutput(`what \`${name} ${file ?? ''}\` writes can't be known`)
  const { modules, packages, gap } = sourceFollower(view, cwd)([entry])
  if (gap !== undefined) return unknownOutput(gap)
  const helper = packages.find(
    (item) =>
      !/^(@babel\/|chalk|mustache|handlebars|ejs|pug|marked|yaml|js-yaml|glob|fast-glob|dotenv|semver)/.test(
        item.name,
      ),
  )
  const lost = modules.find(
    ({ gaps: found, programs }) =>
      programs.length > 0 || found.some(({ what }) => what === 'writes' || what === 'starts'),
  )
  if (lost !== undefined || helper !== undefined)
    return unknownOutput(
      lost === undefined
        ? `${helper?.path}:${helper?.at.line} leaves the work to ${helper?.name}`
        : `${lost.path} writes to paths that are computed`,
    )
  const made = modules.flatMap((module): readonly MadePath[] =>
    module.paths.flatMap(({ value, use, at }) => {
      if (use !== 'writes-file' && use !== 'writes-folder') return []
      const base = value.base === 'own-folder' ? folderOfModule(module.path, view) : cwd
      const target = isKnown(value) ? resolvePath(base, value.path) : undefined
      return target === undefined
        ? []
        : [
            {
              path: target,
              isFolder: use === 'writes-folder' || value.isPrefix,
              evidence: [...evidence, { path: module.path, ...at }],
            },
          ]
    }),
  )
  return { kind: 'paths', paths: made }
}

/** AdonisJS has its commands in packages and files that `ace` looks up by what package.json and .adonisrc.json say. https://docs.adonisjs.com/guides/ace/introduction */
function isOfAdonis(file: string | undefined, cwd: string | undefined, view: StageView): boolean {
  if (!/^(\.\/)?ace(\.js)?$/.test(file ?? '')) return false
  const path = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  return (
    path !== undefined && rangeOf(readManifest(view.project, path), '@adonisjs/core') !== undefined
  )
}

function folderOfModule(path: string, view: StageView): string | undefined {
  return view.imagePath(path)?.replace(/\/[^/]*$/, '') || undefined
}
