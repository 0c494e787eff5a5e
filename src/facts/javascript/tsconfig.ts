import type { Alias } from '../../programs/readers/javascript/resolve.ts'
import { isRecord } from '../../project/formats/loose-data.ts'
import type { Project } from '../../project/project.ts'
import { folderOf, resolvePath } from '../image-path.ts'

/** The configuration files of a project, at their places in the image. */
export interface ConfigFiles {
  /** The path of the context that stands at a path of the image. */
  readonly contextPath: (imagePath: string) => string | undefined
  readonly project: Pick<Project, 'json' | 'isFile'>
}

/** What decides where the compiler writes. Paths of the image. */
export interface TsConfig {
  readonly path: string
  readonly outDir: string | undefined
  readonly outFile: string | undefined
  readonly rootDir: string | undefined
  readonly noEmit: boolean | undefined
  /** False where it extends a configuration that is not there to be read. */
  readonly isWhole: boolean
  /** Folders and patterns of `include`, as written. */
  readonly include: readonly string[]
  readonly references: readonly string[]
  /** `paths` and `baseUrl`, as folders of the image. */
  readonly aliases: readonly Alias[]
}

const maxDepth = 6

/** Reads a tsconfig.json and what it extends; undefined where it is not there or can't be read. https://www.typescriptlang.org/tsconfig */
export function readTsConfig(files: ConfigFiles, path: string): TsConfig | undefined {
  return read(files, path, folderOf(path), 0)
}

/** `top` is the folder that `${configDir}` means: https://www.typescriptlang.org/docs/handbook/release-notes/typescript-5-5.html */
function read(files: ConfigFiles, path: string, top: string, depth: number): TsConfig | undefined {
  const json = jsonAt(files, path)
  if (!isRecord(json) || depth > maxDepth) return undefined
  const folder = folderOf(path)
  const resolve = (name: string) =>
    resolvePath(folder, name.replace(/^\$\{configDir\}/, top === '/' ? '' : top))
  // What a later one says goes before an earlier one.
  const names = listOf(json['extends'])
  const parents = names
    .flatMap((name) => parentFile(files, folder, name) ?? [])
    .flatMap((target) => read(files, target, top, depth + 1) ?? [])
    .reverse()
  const inherited = <K extends keyof TsConfig>(key: K) =>
    parents.map((parent) => parent[key]).find((value) => value !== undefined)
  const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {}
  const place = (key: string) => {
    const value = stringAt(options, key)
    return value === undefined ? undefined : resolve(value)
  }
  const own = aliasesOf(options, folder)
  const include = listOf(json['include'])
  return {
    path,
    outDir: place('outDir') ?? inherited('outDir'),
    outFile: place('outFile') ?? inherited('outFile'),
    rootDir: place('rootDir') ?? inherited('rootDir'),
    noEmit: typeof options['noEmit'] === 'boolean' ? options['noEmit'] : inherited('noEmit'),
    isWhole: parents.length === names.length && parents.every(({ isWhole }) => isWhole),
    include: include.length > 0 ? include : (inherited('include') ?? []),
    references: Array.isArray(json['references'])
      ? json['references'].flatMap((item: unknown) => {
          const target = isRecord(item) ? stringAt(item, 'path') : undefined
          const resolved = target === undefined ? undefined : resolve(target)
          return resolved === undefined
            ? []
            : [resolved.endsWith('.json') ? resolved : `${resolved}/tsconfig.json`]
        })
      : [],
    aliases:
      own.length > 0 ? own : (parents.find((item) => item.aliases.length > 0)?.aliases ?? []),
  }
}

const stringAt = (record: Record<string, unknown>, key: string) => {
  const value = record[key]
  return typeof value === 'string' ? value : undefined
}

const jsonAt = ({ contextPath, project }: ConfigFiles, path: string): unknown => {
  const inContext = contextPath(path)
  return inContext === undefined ? undefined : project.json(inContext)
}

const isFile = ({ contextPath, project }: ConfigFiles, path: string) => {
  const inContext = contextPath(path)
  return inContext !== undefined && project.isFile(inContext)
}

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

/** The file that `extends` names: `./base`, `../tsconfig.json`, or a package of the workspace; other packages are not there to be read. */
function parentFile(files: ConfigFiles, folder: string, name: string): string | undefined {
  const place = /^[./]/.test(name) ? resolvePath(folder, name) : packageFile(files, folder, name)
  return place === undefined
    ? undefined
    : [place, `${place}.json`, `${place}/tsconfig.json`].find((path) => isFile(files, path))
}

function packageFile(files: ConfigFiles, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const place = resolvePath(at, `node_modules/${name}`)
    if (place !== undefined && files.contextPath(place) !== undefined) return place
    if (at === '/') return undefined
  }
}

function aliasesOf(options: Record<string, unknown>, folder: string): readonly Alias[] {
  const baseUrl = stringAt(options, 'baseUrl')
  const base = baseUrl === undefined ? folder : (resolvePath(folder, baseUrl) ?? folder)
  const paths = isRecord(options['paths']) ? Object.entries(options['paths']) : []
  const aliases = paths.map(([pattern, targets]): Alias => ({
    prefix: pattern.replace(/\*$/, ''),
    isExact: !pattern.endsWith('*'),
    targets: listOf(targets).flatMap(
      (target) => resolvePath(base, target.replace(/\*$/, '')) ?? [],
    ),
  }))
  return baseUrl === undefined
    ? aliases
    : [...aliases, { prefix: '', isExact: false, targets: [base] }]
}
