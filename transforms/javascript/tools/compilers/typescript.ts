import type { StageView } from '../../stage-view.ts'
import { flagOf, hasFlag, type ToolCall } from '../call.ts'
import { nothing, unknownOutput, type MadePath, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'
import { folderOf, lineOfOffset, resolvePath, readTsConfig } from '../../../../src/transform.ts'

/** `tsc`, `tsc -p tsconfig.build.json`, `tsc -b`: the outDir of flags or configuration. https://www.typescriptlang.org/docs/handbook/compiler-options.html */
export const typescript: Tool = {
  name: 'typescript',
  title: 'TypeScript',
  programs: ['tsc', 'ttsc', 'tspc', 'tsgo'],
  writes,
  source: 'https://www.typescriptlang.org/docs/handbook/compiler-options.html',
}

function writes(call: ToolCall): Output {
  const { cwd, view } = call
  if (hasFlag(call, ['--noEmit', '--version', '-v', '--init', '--showConfig', '--listFilesOnly']))
    return nothing
  const targets = projectsOf(call)
  const flag = flagOf(call, ['--outDir'])
  const flagged = flag === undefined ? undefined : resolvePath(cwd, flag)
  const outputs = targets.map((name): Output => {
    const path = resolvePath(cwd, name.endsWith('.json') ? name : `${name}/tsconfig.json`) ?? ''
    const made = madeBy(path, view, flagged, call.evidence, hasFlag(call, ['-b', '--build']))
    if (made.length > 0) return { kind: 'paths', paths: made }
    const config = readTsConfig(view, path)
    if (config?.noEmit === true) return nothing
    return unknownOutput(
      config === undefined
        ? `${name} is not in the build context`
        : config.isWhole
          ? 'tsc writes beside the sources'
          : `${name} extends a configuration that is not in the build context`,
    )
  })
  return (
    outputs.find(({ kind }) => kind === 'unknown') ?? {
      kind: 'paths',
      paths: outputs.flatMap((output) => (output.kind === 'paths' ? output.paths : [])),
    }
  )
}

/** `-p name`; every word behind `-b`. */
function projectsOf(call: ToolCall): readonly string[] {
  const { args } = call.task
  const at = args.findIndex((arg) => arg === '-b' || arg === '--build')
  if (at >= 0) {
    const words = args.slice(at + 1).flatMap((arg) => (arg?.startsWith('-') === false ? [arg] : []))
    return words.length > 0 ? words : ['tsconfig.json']
  }
  const named = flagOf(call, ['-p', '--project'])
  return [named === undefined || named.startsWith('-') ? 'tsconfig.json' : named]
}

function madeBy(
  path: string,
  view: StageView,
  flagged: string | undefined,
  evidence: ToolCall['evidence'],
  isBuild: boolean,
  seen: ReadonlySet<string> = new Set(),
): readonly MadePath[] {
  const config = readTsConfig(view, path)
  if (seen.has(path) || (config === undefined && flagged === undefined)) return []
  const outDir = flagged ?? (config?.noEmit === true ? undefined : config?.outDir)
  const outFile = config?.noEmit === true ? undefined : config?.outFile
  const inContext = view.contextPath(path) ?? path
  const line = lineOf(view.project.read(inContext), 'outDir')
  const says = (text: string) => [...evidence, { path: inContext, line, text }]
  const own: readonly MadePath[] =
    outDir === undefined
      ? outFile === undefined
        ? []
        : [
            {
              path: outFile,
              isFolder: false,
              evidence: says(`"outFile": ${JSON.stringify(outFile)}`),
            },
          ]
      : [
          {
            path: outDir,
            isFolder: true,
            mirrors: config?.rootDir ?? rootOf(path, config?.include ?? [], view),
            evidence: says(`"outDir": ${JSON.stringify(outDir)}`),
          },
        ]
  const below = new Set([...seen, path])
  // Without `-b` the others are only read: https://www.typescriptlang.org/docs/handbook/project-references.html#build-mode-for-typescript
  const referenced = (isBuild ? (config?.references ?? []) : []).flatMap((next) =>
    madeBy(next, view, undefined, evidence, isBuild, below),
  )
  return [...own, ...referenced]
}

/** Without rootDir it is the folder that all sources have in common: `src` where they are all there. */
function rootOf(path: string, include: readonly string[], view: StageView): string | undefined {
  const folder = folderOf(path)
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

function lineOf(text: string | undefined, key: string): number | undefined {
  const at = text?.indexOf(`"${key}"`) ?? -1
  return text === undefined || at < 0 ? undefined : lineOfOffset(text, at)
}
