import type { Evidence } from '../../../facts/evidence.ts'
import { factsOfStage, type Facts } from '../../../facts/facts.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { baseName, folderOf, resolvePath } from '../../../facts/image-path.ts'
import { stagesCopiedFrom } from '../../../facts/stages/stage-facts.ts'
import {
  isOfSystem,
  isToldWhere,
  needsOfCommand,
  needsOfPackage,
  needyPackages,
  type NpmPackage,
} from '../../../knowledge/npm-packages/index.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { packageName } from '../../../programs/readers/javascript/resolve.ts'
import { ownConfiguration } from './own-configuration.ts'
import { lockedPackages } from '../../../project/lock-files/locked-packages.ts'
import { isRecord, pairs, record } from '../../../project/formats/loose-data.ts'
import { lineOfOffset, textOfLine } from '../../../dockerfile/line-of-offset.ts'
import { hasDevPackages } from './dev-installs.ts'
import { isOfNode, isRuntimeOfNode, loadedFirst } from './entries.ts'

/** A package of npm that is there when the container runs, with what it needs. */
export interface PackageNeed {
  readonly name: string
  readonly row: NpmPackage
  /** The folder that it runs in. */
  readonly cwd: string | undefined
  /** The call that starts it, where one does. */
  readonly process?: Process
  readonly evidence: Evidence
}

/** What the packages need that a program imports. */
export function importNeeds(
  { packages, modules }: ModuleGraph,
  cwd: string | undefined,
): readonly PackageNeed[] {
  const imported = packages.flatMap(({ name, path, at, isCertain }) =>
    [...needsOfPackage(name), ...(isCertain ? ownConfiguration(name) : [])].map((row) => ({
      name,
      row,
      cwd,
      evidence: { path, ...at },
    })),
  )
  // `require('../build/Release/area.node')` is what `require('bindings')('area')` finds.
  const addOns = modules.flatMap(({ path, imports }) => {
    const found = imports.find(({ specifier }) => specifier.endsWith('.node'))
    return found === undefined
      ? []
      : needsOfPackage('bindings').map((row) => ({
          name: found.specifier,
          row,
          cwd,
          evidence: { path, ...found.at },
        }))
  })
  return [...imported, ...addOns]
}

/** What the packages need whose programs start, that node is told to load, and that are installed beside them. */
export function startNeeds(
  processes: readonly Process[],
  facts: Facts,
  isUnseen: boolean,
): readonly PackageNeed[] {
  return processes.flatMap((process): readonly PackageNeed[] => {
    const { name, args, cwd, via } = process
    const evidence = via.at(-1)
    if (name === undefined || evidence === undefined) return []
    const started = [name, ...(isRuntimeOfNode(name) ? args.slice(0, 3) : [])].flatMap((word) =>
      word === undefined ? [] : needsOfCommand(baseName(word)),
    )
    const loaded = loadedFirst(process, facts).flatMap((specifier) => {
      const owner = packageName(specifier)
      return [...needsOfPackage(owner), ...ownConfiguration(owner)].map((row) => ({
        name: owner,
        row,
        cwd,
        evidence,
      }))
    })
    return [
      ...started.map((row) => ({ name: baseName(name), row, cwd, process, evidence })),
      ...loaded,
      ...(isOfNode(process) ? installedNeeds(cwd, facts, isUnseen) : []),
    ]
  })
}

/**
 * What the packages of a production install need of the system, whoever loads them: those of the nearest package.json, which may be in the
 * stage that bundled them. Where the source of a program is not seen, the dev dependencies that are there count as well.
 */
function installedNeeds(cwd: string | undefined, facts: Facts, isUnseen: boolean) {
  const { project } = facts
  const path = manifestNear(cwd, facts)
  const json = path === undefined ? undefined : project.json(path)
  if (path === undefined || !isRecord(json)) return []
  const dependencies = new Map([
    ...pairs(record(json['dependencies'])),
    ...pairs(record(json['optionalDependencies'])),
    ...(isUnseen && hasDevPackages(facts) ? pairs(record(json['devDependencies'])) : []),
  ])
  const text = project.read(path) ?? ''
  const folder = path.includes('/') ? folderOf(path) : ''
  const locked = lockedPackages(project, folder, dependencies, needyPackages) ?? []
  const names = new Set([...dependencies.keys(), ...locked.map(({ name }) => name)])
  return [...names].flatMap((name): readonly PackageNeed[] =>
    needsOfPackage(name).flatMap((row) =>
      isOfSystem(row) || (isToldWhere(row) && dependencies.has(name))
        ? [{ name, row, cwd, evidence: evidenceOf(name, path, text) }]
        : [],
    ),
  )
}

/** The nearest package.json above a folder of the image, in the context; it may be in the stage that bundled the packages. */
export function manifestNear(cwd: string | undefined, facts: Facts): string | undefined {
  const places = [facts, ...stagesCopiedFrom(facts).map((stage) => factsOfStage(facts, stage))]
  return places
    .map(({ contextPath }) => manifestAbove(cwd, contextPath, (file) => facts.project.isFile(file)))
    .find((found) => found !== undefined)
}

function evidenceOf(name: string, path: string, text: string): Evidence {
  const section = text.indexOf('ependencies"')
  const at = section < 0 ? -1 : text.indexOf(`"${name}"`, section)
  return at < 0
    ? { path, line: undefined, text: name }
    : { path, line: lineOfOffset(text, at), text: textOfLine(text, at) }
}

function manifestAbove(
  cwd: string | undefined,
  contextPath: Facts['contextPath'],
  isFile: (path: string) => boolean,
): string | undefined {
  for (let folder = cwd; folder !== undefined; folder = folderOf(folder)) {
    const path = contextPath(resolvePath(folder, 'package.json') ?? '')
    if (path !== undefined && isFile(path)) return path
    if (folder === '/' || folder === '.') return undefined
  }
  return undefined
}
