import { resolvePath } from '../../../src/transform.ts'
import { pathOption } from '../js-config.ts'
import { isRecord, stringIn } from '../manifest.ts'
import { readJson, type StageView } from '../stage-view.ts'
import { readTsConfig } from '../tsconfig.ts'
import {
  flagValue,
  nothing,
  unknownOutput,
  type MadePath,
  type Output,
  type ProgramTask,
} from './output.ts'

/** `tsc`, `tsc -p tsconfig.build.json`, `tsc -b`: the outDir of flags or configuration. https://www.typescriptlang.org/docs/handbook/compiler-options.html */
export function tscOutput({ args, cwd, evidence }: ProgramTask, view: StageView): Output {
  if (cwd === undefined) return unknownOutput('the folder that tsc runs in is not known')
  if (
    args.some(
      (arg) => arg === '--noEmit' || arg === '--version' || arg === '-v' || arg === '--init',
    )
  )
    return nothing
  const named = flagValue(args, ['-p', '--project', '-b', '--build'])
  const target = named === undefined || named.startsWith('-') ? 'tsconfig.json' : named
  const path = resolvePath(cwd, target.endsWith('.json') ? target : `${target}/tsconfig.json`) ?? ''
  const flag = flagValue(args, ['--outDir'])
  const flagged = flag === undefined ? undefined : resolvePath(cwd, flag)
  const made = madeBy(path, view, flagged, evidence)
  if (made.length > 0) return { kind: 'paths', paths: made }
  const config = readTsConfig(view, path)
  if (config?.noEmit === true) return nothing
  return unknownOutput(
    config === undefined
      ? `${target} is not in the build context`
      : 'tsc writes beside the sources',
  )
}

function madeBy(
  path: string,
  view: StageView,
  flagged: string | undefined,
  evidence: ProgramTask['evidence'],
  depth = 0,
): readonly MadePath[] {
  const config = readTsConfig(view, path)
  if (config === undefined && flagged === undefined) return []
  const outDir = flagged ?? (config?.noEmit === true ? undefined : config?.outDir)
  const inContext = view.contextPath(path) ?? path
  const line = lineOf(view.project.read(inContext), 'outDir')
  const own: readonly MadePath[] =
    outDir === undefined
      ? []
      : [
          {
            path: outDir,
            isFolder: true,
            mirrors: config?.rootDir ?? rootOf(path, config?.include ?? [], view),
            evidence: [
              ...evidence,
              { path: inContext, line, text: `"outDir": ${JSON.stringify(outDir)}` },
            ],
          },
        ]
  const referenced =
    depth > 4
      ? []
      : (config?.references ?? []).flatMap((next) =>
          madeBy(next, view, undefined, evidence, depth + 1),
        )
  return [...own, ...referenced]
}

/** Without rootDir it is the folder that all sources have in common: `src` where they are all there. */
function rootOf(path: string, include: readonly string[], view: StageView): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/')) || '/'
  const [only] = include
  if (include.length === 1 && only !== undefined) {
    const plain = only.replace(/\/?\*.*$/, '').replace(/\/$/, '')
    return resolvePath(folder, plain)
  }
  const source = view.contextPath(folder)
  const hasSources =
    source !== undefined &&
    view.project.list(source).some((name) => /(?<!\.d)\.[mc]?tsx?$/.test(name))
  return hasSources ? folder : resolvePath(folder, 'src')
}

/** `nest build`: https://docs.nestjs.com/cli/monorepo#global-compiler-options */
export function nestOutput({ cwd, evidence }: ProgramTask, view: StageView): Output {
  if (cwd === undefined) return unknownOutput('the folder that nest runs in is not known')
  const json = readJson(view, resolvePath(cwd, 'nest-cli.json') ?? '')
  const options = isRecord(json) && isRecord(json['compilerOptions']) ? json['compilerOptions'] : {}
  const isMonorepo = isRecord(json) && json['monorepo'] === true
  const named = stringIn(options, 'tsConfigPath')
  const config = [named, 'tsconfig.build.json', 'tsconfig.json']
    .flatMap((name) =>
      name === undefined ? [] : (readTsConfig(view, resolvePath(cwd, name) ?? '') ?? []),
    )
    .at(0)
  const outDir = isMonorepo
    ? resolvePath(cwd, 'dist')
    : (config?.outDir ?? resolvePath(cwd, 'dist'))
  if (outDir === undefined) return unknownOutput('where nest writes is not known')
  const sourceRoot = isRecord(json) ? (stringIn(json, 'sourceRoot') ?? 'src') : 'src'
  return {
    kind: 'paths',
    paths: [
      {
        path: outDir,
        isFolder: true,
        mirrors: config?.rootDir ?? resolvePath(cwd, sourceRoot),
        evidence,
      },
    ],
  }
}

/** `nuxt build`: .output since version 3, .nuxt before. https://nuxt.com/docs/getting-started/deployment */
export function nuxtOutput({ cwd, evidence }: ProgramTask, major: number, view: StageView): Output {
  if (cwd === undefined) return unknownOutput('the folder that nuxt runs in is not known')
  const name = major >= 3 ? '.output' : '.nuxt'
  const path = resolvePath(cwd, name)
  const option = pathOption(view, resolvePath(cwd, 'nuxt.config.js'), ['buildDir'])
  if (path === undefined || (major < 3 && option.kind === 'set'))
    return unknownOutput('nuxt.config.js names another folder')
  return { kind: 'paths', paths: [{ path, isFolder: true, evidence }] }
}

function lineOf(text: string | undefined, key: string): number | undefined {
  const at = text?.indexOf(`"${key}"`) ?? -1
  return text === undefined || at < 0 ? undefined : text.slice(0, at).split('\n').length
}
