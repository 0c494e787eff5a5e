import { once } from '../../../dockerfile/remember.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { isSource } from '../../../facts/php/runtime-sources.ts'
import { startVariable } from '../../../facts/commands/started-with.ts'
import { moduleAliases } from '../../../facts/javascript/module-aliases.ts'
import { databasePackages } from '../../../facts/python/database-packages.ts'
import { pythonRoots } from '../../../facts/python/roots.ts'
import { readTsConfig } from '../../../facts/javascript/tsconfig.ts'
import { followModules } from '../../../programs/module-graph.ts'
import { javascript, resolveFile } from '../../../programs/readers/javascript/resolve.ts'
import { pythonScripts } from '../../../programs/readers/python/scripts.ts'
import { shell } from '../../../programs/readers/shell.ts'
import { settledBy } from '../../../project/config/settled.ts'
import { compilerNeeds, configurationsOf, modulesNamedBy } from './configurations.ts'
import { importedNeeds, packageNeedsOf, pythonNeeds } from '../python/package-needs.ts'
import { startOfPython } from '../python/sources.ts'
import { unseenWrites } from '../python/unseen-writes.ts'
import { entriesOf, processesOf, type Entry } from './entries.ts'
import { isMade } from './file-need.ts'
import { goPrograms } from './go-programs.ts'
import { foldersOf } from './module-folders.ts'
import { moduleNeeds } from './module-needs.ts'
import { pathScripts } from './path-scripts.ts'
import { phpPrograms } from './php-programs.ts'
import { importNeeds, startNeeds } from './package-needs.ts'
import { statedWrites } from './stated-needs.ts'
import { repositoriesOf } from './git-data.ts'
import { startedProcesses } from './started-processes.ts'
import { toolUses } from './tool-uses.ts'
import { hasVirtual, type Built, type Seen, type SeenProgram } from './seen-program.ts'

const seenBefore = new WeakMap<Facts, Seen>()

/** Follows what is started in the container to its sources, once. Asks no transform: two looks at one program are the point. */
export function seePrograms(facts: Facts): Seen {
  const seen = seenBefore.get(facts) ?? lookAt(facts)
  seenBefore.set(facts, seen)
  return seen
}

function lookAt(facts: Facts): Seen {
  const programs: SeenProgram[] = []
  const gaps: { what: string; evidence: Evidence }[] = []
  const follow = followerOf(facts)
  for (const entry of entriesOf(facts)) {
    if (/\/(node_modules|vendor)\//.test(entry.path) || isSource(entry.path)) continue
    const found = sourceOf(entry.path, facts)
    if (found === undefined) {
      gaps.push({ what: `the source of ${entry.path} is not known`, evidence: entry.evidence })
      continue
    }
    const { source, built } = found
    programs.push({
      entry,
      built,
      graph: follow(entry.cwd, entry.variables)([source]),
      foldersOf: (path) => foldersOf(path, built, facts),
    })
  }
  programs.push(...goPrograms(facts), ...phpPrograms(facts))
  programs.push(...pathScripts(programs, follow, facts))
  const started = programs.flatMap(({ graph, entry, go }) =>
    go === undefined ? startedProcesses(graph, entry.cwd, facts) : [],
  )
  const isUnseen = gaps.length > 0 || programs.some(hasVirtual)
  const needs = startNeeds([...processesOf(facts), ...started], facts, isUnseen)
  const imported = programs.flatMap((program) =>
    program.go === undefined
      ? importNeeds(program.graph, program.entry.cwd)
      : moduleNeeds(program.go, program.entry.cwd, facts),
  )
  const configurations = [...needs, ...imported]
    .flatMap((need) => configurationsOf(need, facts))
    .map(({ source, entry }): SeenProgram => {
      const followed = follow(entry.cwd, entry.variables)
      const named = modulesNamedBy(followed([source]), entry, facts)
      return {
        entry,
        built: undefined,
        graph: followed([source, ...named]),
        foldersOf: (path) => foldersOf(path, undefined, facts),
        isConfiguration: true,
      }
    })
  const ofThem = configurations.flatMap(({ graph, entry }) => importNeeds(graph, entry.cwd))
  const compilers = needs.flatMap((need) => compilerNeeds(need, facts))
  const python = seePython(programs, facts)
  const packages = [...needs, ...imported, ...ofThem, ...compilers, ...python.needs]
  return {
    programs: [...programs, ...configurations],
    packages,
    python: python.seen,
    repositories: repositoriesOf({ programs, packages }, facts),
    uses: [...toolUses(facts), ...statedWrites(facts)],
    gaps,
    unread: facts.start?.stated.unread ?? [],
    statements: facts.project.preferences.statements,
  }
}

/** A program of Python that the container starts: what is installed for it, and what its modules import besides. */
function seePython(programs: readonly SeenProgram[], facts: Facts) {
  const listed = pythonNeeds(facts)
  const start = startOfPython(facts)
  const graphs = start === undefined ? [] : programs.map(({ graph }) => graph)
  const packages = [...listed.packages, ...importedNeeds(graphs, listed)]
  return {
    seen: { ...listed, packages, start, unseenWrites: unseenWrites(graphs, facts) },
    needs: packageNeedsOf(packages, facts.final.end.workdir),
  }
}

/** Follows entries that run in a folder of the image, with variables beside the image's, to all that they load. */
export function followerOf(facts: Facts) {
  const { project, imagePath, contextPath } = facts
  const variable = startVariable(facts)
  const languages = [javascript(project, moduleAliases(facts)), shell(project)]
  return (cwd: string | undefined, variables?: Entry['variables']) => {
    const env = (name: string) =>
      variables?.has(name) === true ? variables.get(name) : variable(name)
    const roots = pythonRoots({ cwd, contextPath, project, env })
    const databases = once(() => databasePackages(project, ['', ...roots]))
    const python = pythonScripts(project, roots, databases)
    return followModules({
      read: (path) => project.read(path),
      files: (folder) => project.files(folder),
      languages: [...languages, python],
      env,
      cwd,
      imagePath,
      contextPath,
      sourceOf: (path) => sourceOf(path, facts)?.source,
      settled: settledBy(project.preferences.statements),
    })
  }
}

/** The file of the context that runs, or that a build made the file that runs from. */
function sourceOf(
  path: string,
  facts: Facts,
): { readonly source: string; readonly built: Built | undefined } | undefined {
  const asItIs = fileAt(path, facts)
  if (asItIs !== undefined && !isMade(facts.imagePath(asItIs) ?? path, facts))
    return { source: asItIs, built: undefined }
  for (const built of [...compiled(path, facts), ...guessed(path, facts)]) {
    const source = fileAt(stem(path, built), facts)
    if (source !== undefined) return { source, built }
  }
  return undefined
}

const stem = (path: string, { from, to }: Built) =>
  (resolvePath(from, path.slice(to.length + 1)) ?? path).replace(/\.[mc]?js$/, '')

function fileAt(path: string, { contextPath, project }: Facts): string | undefined {
  const whole = contextPath(path)
  if (whole !== undefined && project.isFile(whole)) return whole
  const folder = contextPath(folderOf(path))
  const name = path.slice(path.lastIndexOf('/') + 1)
  return folder === undefined
    ? undefined
    : resolveFile(folder === '' ? name : `${folder}/${name}`, project)
}

/** What the compiler's own configuration says, of the nearest tsconfig.json above the file. */
function compiled(path: string, facts: Facts): readonly Built[] {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const config = readTsConfig(facts, `${folder === '/' ? '' : folder}/tsconfig.json`)
    const to = config?.outDir
    if (config !== undefined && to !== undefined && isWithin(path, to))
      return [config.rootDir, resolvePath(folder, 'src'), folder].flatMap((from) =>
        from === undefined ? [] : [{ from, to }],
      )
    if (folder === '/') return []
  }
}

const sourceFolders = ['', 'src', 'server', 'lib', 'app', 'source']

/** `dist/main.js` is made of `main.ts`, `src/main.ts`, ...: the folders above the file, from the outermost, are the build's. */
function guessed(path: string, { final }: Facts): readonly Built[] {
  const root = final.end.workdir ?? '/'
  if (!isWithin(path, root) || path === root) return []
  const parts = path.slice(root === '/' ? 1 : root.length + 1).split('/')
  return parts.slice(0, -1).flatMap((_, i) => {
    const to = resolvePath(root, parts.slice(0, i + 1).join('/')) ?? root
    const above = resolvePath(root, parts.slice(0, i).join('/')) ?? root
    return [...new Set([above, root])].flatMap((folder) =>
      sourceFolders.flatMap((name) => {
        const from = resolvePath(folder, name)
        return from === undefined || from === to ? [] : [{ from, to }]
      }),
    )
  })
}
