import type { StageView } from '../../javascript/stage-view.ts'
import {
  absolutePath,
  type Behaviour,
  type Evidence,
  folderOf,
  isTransient,
  isWithin,
  mayCall,
  placeOf,
  type PhpFacts,
  readSource,
  rightsOf,
  runtimeSources,
} from '../../../src/transform.ts'

/** What the sources of an application do to the system around them. */
export interface ProgramFacts {
  /** Absolute paths of the image. */
  readonly writes: readonly {
    readonly path: string
    readonly isFolder: boolean
    readonly evidence: Evidence
  }[]
  readonly programs: Behaviour['programs']
  readonly ports: readonly number[]
  /** Folders that they make and fill where they are not there. */
  readonly absences: readonly { readonly path: string; readonly evidence: Evidence }[]
  /** What they do that only root may. */
  readonly needsRoot: string | undefined
  /** Why that is not all; undefined where it is. */
  readonly gap: string | undefined
}

/** Where a source stands, and where what it says is looked for. */
interface Place {
  readonly view: StageView
  /** The application's folder in the image. */
  readonly folder: string
  /** What relative paths start from; undefined where that is not known. */
  readonly cwd: string | undefined
}

/**
 * Reads the sources of a folder of the image that run time may load, and what they include by name. `cwd` is what relative paths start from,
 * where that is known; `without` folders of the context that are left out.
 */
export function programFacts(
  view: StageView,
  folder: string,
  cwd: string | undefined,
  without: readonly string[],
): ProgramFacts {
  const root = view.contextPath(folder)
  const paths =
    root === undefined ? [] : runtimeSources(view.project, root, { withSeeds: false, without })
  if (root === undefined || paths.length === 0)
    return {
      writes: [],
      programs: [],
      ports: [],
      absences: [],
      needsRoot: undefined,
      gap: 'no sources of the program are in the build context',
    }
  const writes: ProgramFacts['writes'][number][] = []
  const programs: Behaviour['programs'][number][] = []
  const ports: number[] = []
  const absences: ProgramFacts['absences'][number][] = []
  let needsRoot: string | undefined
  let gap: string | undefined
  let isAway = false
  let relative: string | undefined
  const place = { view, folder, cwd }
  // What is added while it is walked through is walked through as well.
  const all = new Set(paths)
  for (const path of all) {
    const text = view.project.read(path)
    if (text !== undefined && !mayCall(text)) continue
    const facts = readSource(view.project, path, root)
    if (facts === undefined) {
      gap ??= `${path} can't be read`
      continue
    }
    const written = writesOf(facts, place)
    writes.push(...written.known)
    gap ??= written.gap ?? startGap(facts)
    const [right] = rightsOf(facts)
    needsRoot ??= right && `${placeOf({ path, ...right.at })} ${right.what}`
    isAway ||= goesAway(facts, place)
    relative ??= written.relative
    programs.push(
      ...facts.programs.map(({ name, args, at }) => ({ name, args, evidence: { path, ...at } })),
    )
    ports.push(...facts.ports.map(({ port }) => port))
    for (const { value, at } of facts.absences ?? []) {
      const missed = absolutePath(value, placesOf(facts, place))
      if (missed !== undefined) absences.push({ path: missed, evidence: { path, ...at } })
    }
    for (const included of includedBy(facts, place))
      if (!without.some((other) => isWithin(included, other))) all.add(included)
  }
  if (isAway) gap ??= relative
  return { writes, programs, ports, absences, needsRoot, gap }
}

/** Whether a source goes to a folder that is not shown to be the one it is started in. */
const goesAway = (facts: PhpFacts, place: Place) =>
  (facts.goesTo ?? []).some(
    ({ values }) =>
      values.length === 0 ||
      values.some(
        (value) => value.isPrefix || absolutePath(value, placesOf(facts, place)) !== place.cwd,
      ),
  )

function writesOf(facts: PhpFacts, place: Place) {
  const { path, paths, gaps } = facts
  const known: ProgramFacts['writes'][number][] = []
  const unknown = gaps.filter(({ what }) => what === 'writes').map(({ at }) => at.line)
  for (const { use, value, at } of paths) {
    if (use !== 'writes-file' && use !== 'writes-folder') continue
    const to = absolutePath(value, placesOf(facts, place))
    if (to === undefined || to === '/') unknown.push(at.line)
    else if (!isTransient(to)) {
      const isFolder = use === 'writes-folder' || value.isPrefix
      known.push({ path: to, isFolder, evidence: { path, ...at } })
    }
  }
  const relative = paths.find(({ use, value }) => use.startsWith('writes') && value.base === 'cwd')
  const sentence = (line: number | undefined) =>
    line === undefined
      ? undefined
      : `${path}:${line} may write to a file whose path is only known at run time`
  const [line] = unknown.toSorted((a, b) => a - b)
  return { known, gap: sentence(line), relative: sentence(relative?.at.line) }
}

function startGap({ path, gaps }: PhpFacts): string | undefined {
  const gap = gaps.find(({ what }) => what === 'starts')
  return gap && `${path}:${gap.at.line} starts a program that is only known at run time`
}

const placesOf = ({ path }: PhpFacts, { view, folder, cwd }: Place) => ({
  cwd,
  ownFolder: folderOf(view.imagePath(path) ?? `${folder}/${path}`),
})

/** Files of the context that a source includes; packages are known by their lock file. */
function includedBy(facts: PhpFacts, place: Place): readonly string[] {
  return facts.imports.flatMap(({ value }) => {
    const path = value === undefined ? undefined : absolutePath(value, placesOf(facts, place))
    const source = path === undefined ? undefined : place.view.contextPath(path)
    return source === undefined ||
      /(^|\/)vendor\//.test(source) ||
      !place.view.project.isFile(source)
      ? []
      : [source]
  })
}
