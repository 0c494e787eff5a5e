import { posix } from 'node:path'
import { interpreterOf } from '../dockerfile/shell/shells.ts'
import type { Language, Resolved } from './language.ts'
import { absolutePath, type PathValue } from './path-value.ts'
import type { Gap, Import, SourceFacts, StartedProgram } from './source-facts.ts'

/** Where sources are, and where they will be. */
export interface Ground {
  readonly read: (path: string) => string | undefined
  /** The files below a folder of the context. */
  readonly files: (folder: string) => readonly string[]
  readonly languages: readonly Language[]
  /** Values of the image's ENV. */
  readonly env: (name: string) => string | undefined
  /** The folder of the image that the program runs in. */
  readonly cwd: string | undefined
  readonly imagePath: (contextPath: string) => string | undefined
  readonly contextPath: (imagePath: string) => string | undefined
  /** The source of the context that a build makes a file of the image from: `dist/job.js` => `src/job.ts`. */
  readonly sourceOf?: (imagePath: string) => string | undefined
  /** Gaps that are none, because somebody says what is in them. */
  readonly settled?: ReadonlySet<Gap['what']>
}

/** Interpreters of languages that nobody here reads. */
const ofStrangers = /^(python[\d.]*|perl|ruby|lua|tclsh|expect|Rscript|g?awk)$/

/** An entry is read by the language of its first line, or by the first of all, whatever its name: `bin/www`. */
export function languageOf(path: string, ground: Ground, isEntry: boolean): Language | undefined {
  const { languages } = ground
  const found = languages.find(({ endings }) => endings.some((ending) => path.endsWith(ending)))
  if (found !== undefined || !isEntry) return found
  const [interpreter = ''] = interpreterOf(ground.read(path) ?? '') ?? []
  const program = posix.basename(interpreter)
  const own = languages.find(({ interpreters }) => interpreters.includes(program))
  return own ?? (ofStrangers.test(program) ? undefined : languages[0])
}

export function resolveImport(
  item: Import,
  from: string,
  language: Language,
  ground: Ground,
): Resolved {
  const { value } = item
  if (value === undefined) return language.resolve(item, from)
  if (value.isPrefix) return modulesIn(value, from, ground, language)
  const file = sourceAt(value, from, ground, language)
  return file === undefined ? { kind: 'nowhere' } : { kind: 'files', paths: [file] }
}

/** A folder with more modules than this is no folder of plug-ins. */
const mostModules = 500

/** The modules of a folder of which one is loaded by a name that only a run shows. Of the whole context that says nothing. */
function modulesIn(value: PathValue, from: string, ground: Ground, language: Language): Resolved {
  const folder = contextFolder(value, from, ground)
  if (folder === undefined || folder === '') return { kind: 'nowhere' }
  const paths = ground
    .files(folder)
    .filter(
      (path) =>
        path !== from &&
        language.endings.some((ending) => path.endsWith(ending)) &&
        !/\.(test|spec|d)\.\w+$|(^|\/)(node_modules|vendor|__tests__|__mocks__)\//.test(path),
    )
  return paths.length === 0 || paths.length > mostModules
    ? { kind: 'nowhere' }
    : { kind: 'files', paths }
}

function contextFolder(
  value: PathValue,
  from: string,
  { cwd, imagePath, contextPath }: Ground,
): string | undefined {
  if (value.base === 'own-folder')
    return absolutePath(value, { cwd: undefined, ownFolder: `/${posix.dirname(from)}` })?.slice(1)
  const path = absolutePath(value, { cwd, ownFolder: imagePath(from) })
  return path === undefined ? undefined : contextPath(path)
}

/** The file of the context that a path of a source means. Compiled sources keep their places to each other. */
function sourceAt(
  value: PathValue,
  from: string,
  ground: Ground,
  language: Language,
): string | undefined {
  const { cwd, imagePath, contextPath } = ground
  const folder = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  if (value.base === 'own-folder') {
    const path = absolutePath(value, { cwd: undefined, ownFolder: `/${folder(from)}` })
    return path === undefined ? undefined : language.fileOf(path.slice(1))
  }
  const path = absolutePath(value, { cwd, ownFolder: imagePath(from) })
  if (path === undefined) return undefined
  const inContext = contextPath(path)
  const above = inContext === undefined ? contextPath(folder(path) || '/') : undefined
  const name = path.slice(path.lastIndexOf('/') + 1)
  const file = inContext ?? (above === '' ? name : above && `${above}/${name}`)
  return (file === undefined ? undefined : language.fileOf(file)) ?? ground.sourceOf?.(path)
}

/**
 * The modules of folders that a source names beside itself, and in which there is nothing but modules: what is handed such a folder loads
 * them all. `new CommandHandler({ directory: join(__dirname, 'commands') })`
 */
export function modulesNamed(
  { paths, path: from }: SourceFacts,
  language: Language,
  ground: Ground,
): readonly string[] {
  return paths.flatMap(({ use, value }) => {
    if (value.base !== 'own-folder' || use.startsWith('writes')) return []
    const below = value.path.replace(/\/[^/]*[*{!].*$/, '')
    const folder = contextFolder({ ...value, path: below }, from, ground)
    if (folder === undefined || folder === '' || from.startsWith(`${folder}/`)) return []
    const files = ground.files(folder)
    if (files.length > mostModules || !files.every((path) => isModuleOrData(path, language)))
      return []
    const found = modulesIn({ ...value, path: below }, from, ground, language)
    return found.kind === 'files' ? found.paths : []
  })
}

const isModuleOrData = (path: string, { endings }: Language) =>
  [...endings, '.json'].some((ending) => path.endsWith(ending))

/** The source of the project that a started program is, or that an interpreter runs: `node scripts/job.js`, `./run.sh`. */
export function startedSource(
  { name, args, values }: StartedProgram,
  from: string,
  ground: Ground,
): readonly string[] {
  const program = name.slice(name.lastIndexOf('/') + 1)
  for (const language of ground.languages) {
    const isInterpreter = language.interpreters.includes(program)
    const at = isInterpreter ? args.findIndex((arg) => arg?.startsWith('-') !== true) + 1 : 0
    const value = isInterpreter && at === 0 ? undefined : values[at]
    const isPath = isInterpreter || value?.base !== 'cwd' || name.includes('/')
    const file =
      value === undefined || value.isPrefix || !isPath
        ? undefined
        : sourceAt(value, from, ground, language)
    const isOwn =
      file !== undefined && (isInterpreter || languageOf(file, ground, false) === language)
    if (file !== undefined && isOwn) return [file]
  }
  return []
}
