import type { ImageUser } from './image-user.ts'
import { madeByRun, mayBeEmpty } from './made-by-run.ts'
import {
  baseName,
  type Behaviour,
  demandsOf,
  type Facts,
  folderOf,
  belongsToRoot,
  isTransient,
  isWithin,
  lineage,
  madeByItself,
  type StageFacts,
  volumeFolders,
} from '../../../src/transform.ts'

/** A folder that has to belong to the user. */
export interface WrittenFolder {
  readonly path: string
  /** Files of the build context in it that are written. */
  readonly files: readonly string[]
  /** Files in it that are written, and that a RUN has made before. */
  readonly made: readonly string[]
  /** True where the program itself is in it: then only the folder changes its owner, not what is in it. */
  readonly holdsProgram: boolean
}

interface Entry {
  readonly files: string[]
  readonly made: string[]
  readonly isWhole: boolean
}

/** Whether a path stands in a line of the shell as it is. */
const isPlain = (path: string) => /^\/[\w./@+-]+$/.test(path)

const newEntry = (): Entry => ({ files: [], made: [], isWhole: false })

/** The folders that the program writes to, volumes included; a reason where one of them can't be given to anybody else. */
export function writtenFolders(
  facts: Facts,
  behaviour: Behaviour,
  user: ImageUser,
): readonly WrittenFolder[] | { readonly why: string } {
  const written = new Map<string, Entry>()
  const demands = demandsOf(facts).writes
  const named = demands.filter(({ isVolume }) => !isVolume)
  const all = [...behaviour.writes, ...named.map(({ path }) => ({ path, isFolder: undefined }))]
  for (const { path, isFolder } of all) {
    if (isTransient(path) || isInHome(path, facts, user)) continue
    const own = madeByItself(path, behaviour, facts)
    const isFile = isFilePath(path, isFolder, facts)
    const source = facts.contextPath(path)
    const isBrought = source !== undefined && facts.project.isFile(source)
    const maker = isFile && !isBrought ? madeByRun(path, facts) : undefined
    if (maker !== undefined && (own !== undefined || !mayBeEmpty(path) || !isPlain(path)))
      return {
        why: `the program writes to ${path}, which \`${maker.argv.join(' ')}\` may have made for root`,
      }
    if (own !== undefined) {
      const parent = facts.realPath(folderOf(own))
      written.set(parent, written.get(parent) ?? newEntry())
      continue
    }
    // Who owns a link owns nothing of what it leads to.
    const folder = facts.realPath(isFile ? folderOf(path) : path)
    const entry = written.get(folder) ?? newEntry()
    if (isFile && isBrought) entry.files.push(path)
    if (maker !== undefined && !entry.made.includes(path)) entry.made.push(path)
    written.set(folder, { ...entry, isWhole: entry.isWhole || !isFile })
  }
  const kept = demands.filter(({ isVolume }) => isVolume).map(({ path }) => path)
  for (const volume of [...volumeFolders(facts.final.config), ...kept])
    if (!isTransient(volume)) written.set(volume, { ...newEntry(), isWhole: true })
  const folders: WrittenFolder[] = []
  const paths = new Set(all.map((write) => write.path))
  for (const [path, { files, made, isWhole }] of written) {
    if (belongsToRoot(path) || !isPlain(path))
      return { why: `the program writes to ${path}, a folder of the system` }
    const isProgram = holdsProgram(path, paths, facts)
    if (isProgram && isWhole)
      return {
        why: `the program writes to ${path}, where it lies itself, and who owns that can replace it`,
      }
    folders.push({ path, files, made, holdsProgram: isProgram })
  }
  return folders.filter(
    ({ path, holdsProgram: isProgram }) =>
      isProgram ||
      !folders.some(
        (other) => other.path !== path && !other.holdsProgram && isWithin(path, other.path),
      ),
  )
}

/** The user may write in its home, but not in what a WORKDIR has made or a COPY has brought there. */
export function isInHome(path: string, facts: Facts, { home }: ImageUser): boolean {
  const { final } = facts
  const folders = final.steps.flatMap(({ workdir }) => workdir ?? [])
  return (
    home !== undefined &&
    isWithin(path, home) &&
    facts.contextPath(path) === undefined &&
    ![...folders, final.end.workdir ?? '/'].some(
      (folder) => folder !== home && isWithin(folder, home) && isWithin(path, folder),
    )
  )
}

function isFilePath(
  path: string,
  isFolder: boolean | undefined,
  { project, contextPath }: Facts,
): boolean {
  const source = contextPath(path)
  if (source !== undefined) return project.isFile(source)
  // A folder of that name would be in the way of the file.
  if (isFolder !== undefined) return !isFolder
  return /^\.?[^.]+\.\w{1,8}$/.test(baseName(path)) && !baseName(path).endsWith('.d')
}

/** Whether the start command, or files that a COPY puts beside where it starts, are in a folder; what its words tell it to write is no part of it. */
function holdsProgram(
  folder: string,
  written: ReadonlySet<string>,
  { start, final }: Facts,
): boolean {
  const named = (start?.processes ?? []).flatMap(({ name, args, cwd }) =>
    [name, ...args].flatMap((word) => {
      if (word === undefined || word.startsWith('-') || !/[/.]/.test(word)) return []
      return word.startsWith('/') ? [word] : [`${cwd ?? ''}/${word.replace(/^\.\//, '')}`]
    }),
  )
  if (named.some((path) => isWithin(path, folder) && !written.has(path))) return true
  const isStartFolder = start?.processes.some(
    ({ cwd }) => cwd !== undefined && isWithin(cwd, folder),
  )
  return isStartFolder === true && lineage(final).some((stage) => copiesInto(stage, folder))
}

const copiesInto = ({ copies }: StageFacts, folder: string) =>
  copies.some(({ destination }) => destination !== undefined && isWithin(destination, folder))
