import { folderOf, resolvePath } from '../../src/transform.ts'
import { isRecord, stringIn } from './manifest.ts'
import type { Alias } from './source/resolve-module.ts'
import { readJson, type StageView } from './stage-view.ts'

/** What decides where the compiler writes. Paths of the image. */
export interface TsConfig {
  readonly path: string
  readonly outDir: string | undefined
  readonly outFile: string | undefined
  readonly rootDir: string | undefined
  readonly noEmit: boolean
  /** Folders and patterns of `include`, as written. */
  readonly include: readonly string[]
  readonly references: readonly string[]
  /** `paths` and `baseUrl`, as folders of the image. */
  readonly aliases: readonly Alias[]
}

const maxDepth = 6

/** Reads a tsconfig.json and what it extends; undefined where it is not there or can't be read. https://www.typescriptlang.org/tsconfig */
export function readTsConfig(view: StageView, path: string, depth = 0): TsConfig | undefined {
  const json = readJson(view, path)
  if (!isRecord(json) || depth > maxDepth) return undefined
  const folder = folderOf(path)
  const parents = (Array.isArray(json['extends']) ? json['extends'] : [json['extends']]).flatMap(
    (name: unknown) => {
      if (typeof name !== 'string' || !name.startsWith('.')) return []
      const target = resolvePath(folder, name.endsWith('.json') ? name : `${name}.json`)
      const config = target === undefined ? undefined : readTsConfig(view, target, depth + 1)
      return config === undefined ? [] : [config]
    },
  )
  const base = parents.at(-1)
  const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {}
  const place = (key: string) => {
    const value = stringIn(options, key)
    return value === undefined ? undefined : resolvePath(folder, value)
  }
  const own = aliasesOf(options, folder)
  return {
    path,
    outDir: place('outDir') ?? base?.outDir,
    outFile: place('outFile') ?? base?.outFile,
    rootDir: place('rootDir') ?? base?.rootDir,
    noEmit: typeof options['noEmit'] === 'boolean' ? options['noEmit'] : (base?.noEmit ?? false),
    include: Array.isArray(json['include'])
      ? json['include'].filter((item) => typeof item === 'string')
      : (base?.include ?? []),
    references: Array.isArray(json['references'])
      ? json['references'].flatMap((item: unknown) => {
          const target = isRecord(item) ? stringIn(item, 'path') : undefined
          const resolved = target === undefined ? undefined : resolvePath(folder, target)
          return resolved === undefined
            ? []
            : [resolved.endsWith('.json') ? resolved : `${resolved}/tsconfig.json`]
        })
      : [],
    aliases: own.length > 0 ? own : (base?.aliases ?? []),
  }
}

function aliasesOf(options: Record<string, unknown>, folder: string): readonly Alias[] {
  const baseUrl = stringIn(options, 'baseUrl')
  const base = baseUrl === undefined ? folder : (resolvePath(folder, baseUrl) ?? folder)
  const paths = isRecord(options['paths']) ? Object.entries(options['paths']) : []
  const aliases = paths.map(([pattern, targets]): Alias => ({
    prefix: pattern.replace(/\*$/, ''),
    isExact: !pattern.endsWith('*'),
    targets: (Array.isArray(targets) ? targets : []).flatMap((target: unknown) =>
      typeof target === 'string' ? (resolvePath(base, target.replace(/\*$/, '')) ?? []) : [],
    ),
  }))
  return baseUrl === undefined
    ? aliases
    : [...aliases, { prefix: '', isExact: false, targets: [base] }]
}
