import { posix } from 'node:path'
import type { Facts } from '../../../facts/facts.ts'
import { homeOf } from '../../../facts/stages/home-of-root.ts'
import { baseName, folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { isEmbedded } from '../../../programs/readers/go/embed.ts'
import { isGoSource } from '../../../programs/readers/go/language.ts'
import { absolutePath, isTelling } from '../../../programs/path-value.ts'
import type { PathUse, SourceFacts } from '../../../programs/source-facts.ts'
import { importOf } from './import-lines.ts'
import { settingNeeds } from './setting-files.ts'
import { pathsInWords } from '../seen/entries.ts'
import { isMade, needAt, needsAt, type FileNeed } from '../seen/file-need.ts'
import { startedProcesses } from '../seen/started-processes.ts'
import type { PackageNeed } from '../seen/package-needs.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** The modules that are loaded, and the files that they read, each at the place where the author's image has it. */
export function fileNeedsOf({ programs, packages, uses }: Seen, facts: Facts): readonly FileNeed[] {
  const needs = [
    ...programs.flatMap((program) => [
      ...moduleNeeds(program, facts),
      ...startedNeeds(program, facts),
      ...program.graph.modules.flatMap((module) =>
        module.paths.flatMap((use) => readNeeds(use, module, program, facts)),
      ),
    ]),
    ...packages.flatMap((need) => unaskedNeeds(need, facts)),
    ...uses.flatMap(({ use, path, evidence }) =>
      use === 'reads' ? (needAt(path, evidence, facts) ?? []) : [],
    ),
    ...settingNeeds(
      facts,
      programs.map(({ graph }) => graph),
    ),
  ]
  return [...new Map(needs.map((need) => [need.path, need])).values()]
}

function moduleNeeds(
  { graph, built, entry, go, isWhole = false }: SeenProgram,
  facts: Facts,
): readonly FileNeed[] {
  // Of what is loaded by its name the copies are asked.
  if (go !== undefined || isWhole) return []
  return [...graph.modules.map(({ path }) => path), ...graph.data].flatMap((module) => {
    const own = facts.imagePath(module)
    if (own === undefined) return []
    const path =
      built === undefined
        ? own
        : isWithin(own, built.from) || /\.[mc]?tsx?$/.test(module)
          ? undefined
          : resolvePath(built.to, posix.relative(built.from, own))
    if (path === undefined || facts.contextPath(path) !== module) return []
    return [
      {
        contextPath: isMade(path, facts) ? undefined : module,
        path,
        isFolder: false,
        evidence: importOf(module, graph.modules) ?? entry.evidence,
      },
    ]
  })
}

/** The files that the commands name which a program starts: `npx ts-node scripts/report.ts`. */
function startedNeeds({ graph, entry, go, built }: SeenProgram, facts: Facts): readonly FileNeed[] {
  if (go !== undefined) return []
  return startedProcesses(graph, entry.cwd, facts).flatMap((process) =>
    pathsInWords(process).flatMap((path) => {
      const [evidence] = process.via
      const need = evidence && needAt(path, evidence, facts)
      const isSource = built !== undefined && isWithin(path, built.from)
      return need === undefined || need.isFolder || isSource ? [] : [need]
    }),
  )
}

function readNeeds(
  found: PathUse,
  module: SourceFacts,
  program: SeenProgram,
  facts: Facts,
): readonly FileNeed[] {
  const { use, value, at } = found
  const { entry, built, foldersOf, go, isConfiguration = false } = program
  if (use === 'writes-file' || use === 'writes-folder')
    return writtenFolders(found, module, program, facts)
  // A word alone may be anything.
  const isPath = value.base !== 'cwd' || /[/.]/.test(value.pattern ?? value.path)
  const isInBinary = go !== undefined && isEmbedded(value.path, module.path, go.embedded)
  if (use === 'names' && (!isPath || isInBinary)) return []
  // A folder that is only named is likely no file that is read; `'./services'` can be nothing else, nor `"pages/" + name` in a binary.
  const isPlace = go === undefined ? /^\.{1,2}\//.test(value.path) : value.path.includes('/')
  // Any depth of what is no code is read where it stands, and no compiler puts it elsewhere: `./**/*.graphql`.
  const isDeep = value.base !== 'own-folder' && value.path.includes('**/')
  const isData = isDeep && !/\.[cm]?[jt]sx?\b/.test(baseName(value.path))
  const mayBeFolder =
    use === 'reads' || value.base !== 'cwd' || isConfiguration || isPlace || isDeep
  // `{{lng}}.json`, as i18next has it.
  const hasMarks = value.path.includes('{{')
  const pattern = hasMarks
    ? value.path.replace(/\{\{[^{}]*\}\}/g, '*')
    : isTelling(value)
      ? value.pattern
      : undefined
  return foldersOf(module.path).flatMap((ownFolder) => {
    const folder =
      value.base === 'unknown'
        ? entry.cwd
        : absolutePath(hasMarks ? { ...value, path: '' } : value, {
            ...{ cwd: entry.cwd, ownFolder, home: homeOf(facts.final) },
          })
    const path = pattern === undefined ? folder : resolvePath(folder, pattern)
    if (folder === undefined || path === undefined) return []
    const isSource = (place: string) =>
      !isData && built !== undefined && isWithin(place, built.from)
    if (
      isSource(folder) ||
      (pattern === undefined && built !== undefined && isWithin(built.from, folder))
    )
      return []
    return needsAt(placeOfScript(path, facts), { path: module.path, ...at }, facts).filter(
      (need) =>
        (!need.isFolder || mayBeFolder || path.endsWith('.py')) &&
        !isSource(need.path) &&
        (go === undefined || !isGoSource(need.contextPath ?? '')),
    )
  })
}

/** A script of Python loads its neighbours, and nobody reads which: its folder comes along. */
function placeOfScript(path: string, { final }: Facts): string {
  const folder = folderOf(path)
  return path.endsWith('.py') && !isWithin(final.end.workdir ?? '/', folder) ? folder : path
}

/** A folder of the context that is written to: nobody makes it when the program runs. */
function writtenFolders(
  { use, value, at }: PathUse,
  module: SourceFacts,
  { entry, foldersOf, graph }: SeenProgram,
  facts: Facts,
): readonly FileNeed[] {
  return foldersOf(module.path).flatMap((ownFolder) => {
    const path = absolutePath(value, { cwd: entry.cwd, ownFolder })
    const folder = path === undefined || use === 'writes-folder' ? path : folderOf(path)
    const need = needAt(folder, { path: module.path, ...at }, facts)
    const isOfProgram = graph.modules.some((item) =>
      isWithin(item.path, need?.contextPath ?? item.path),
    )
    return need?.isFolder !== true || isOfProgram ? [] : [need]
  })
}

/** What a package reads of the project where nobody names it. */
function unaskedNeeds({ row, cwd, evidence }: PackageNeed, facts: Facts): readonly FileNeed[] {
  const { named } = row
  const folder = named === undefined ? undefined : facts.contextPath(cwd ?? '/')
  const names = folder === undefined ? [] : facts.project.list(folder)
  const own = names.filter(
    (name) => named?.test(name) && facts.project.isFile(posix.join(folder ?? '', name)),
  )
  return [...(row.files ?? []), ...own].flatMap(
    (file) => needAt(resolvePath(cwd, file), evidence, facts) ?? [],
  )
}
