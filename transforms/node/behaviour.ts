import {
  behaviourOf,
  isStore,
  isToldWhere,
  needsOfPackage,
  programBehaviour,
  resolvePath,
  type Behaviour,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { cwds, placesOf } from './sources/file-needs.ts'
import type { Program } from './sources/program.ts'

/** What the program does when it runs: where it writes, what it starts, where it listens. */
export function nodeBehaviour(app: NodeApp, program: Program): Behaviour {
  const folders = cwds(app)
  const own = programBehaviour(
    behaviourOf(program.graph, (use, path) =>
      folders.flatMap((cwd) => placesOf(use, path, cwd, program)),
    ),
  )
  const writes = [...own.writes, ...emptyFolders(app), ...foldersOfFrameworks(app, program)]
  return {
    ...own,
    writes: [
      ...new Map(writes.toReversed().map((write) => [write.path, write])).values(),
    ].reverse(),
    writesElsewhere: writesElsewhere(own, program, app),
  }
}

/** A folder that the author makes empty is there to be written to. */
function emptyFolders(app: NodeApp): Behaviour['writes'] {
  return app.arranged.flatMap(({ path, isFolder, evidence: [first] }) =>
    isFolder && first !== undefined && isEmptyFolder(path, app) ? [{ path, evidence: first }] : [],
  )
}

function foldersOfFrameworks({ view }: NodeApp, { frameworks }: Program): Behaviour['writes'] {
  return frameworks.flatMap(({ framework, cwd, evidence }) =>
    [...(framework.writes ?? []), ...(framework.stores?.(cwd, view).writes ?? [])].flatMap(
      (folder) => {
        const path = resolvePath(cwd, folder)
        const last = evidence.at(-1)
        return path === undefined || last === undefined ? [] : [{ path, evidence: last }]
      },
    ),
  )
}

const isEmptyFolder = (path: string, { works, view }: NodeApp) =>
  view.contextPath(path) === undefined &&
  works.some(
    ({ command }) =>
      command.name === 'mkdir' &&
      command.args.some((arg) => arg !== undefined && resolvePath(command.cwd, arg) === path),
  )

/** Why it can't be told where else the program writes. */
function writesElsewhere(
  own: Behaviour,
  { gap, graph, frameworks }: Program,
  { manifest, view }: NodeApp,
): string | undefined {
  const tool = frameworks.find(({ framework }) => framework.writesElsewhere !== undefined)
  if (tool !== undefined)
    return `${tool.framework.name} runs at the start: ${tool.framework.writesElsewhere ?? ''}`
  const store = frameworks
    .map(({ framework, cwd }) => framework.stores?.(cwd, view).unknown)
    .find((unknown) => unknown !== undefined)
  if (store !== undefined) return `it writes to ${store}`
  const packages = [...graph.packages.map(({ name }) => name), ...manifest.dependencies.keys()]
  const isTold = own.writes.some(({ isFolder }) => isFolder !== true)
  const writer = packages.find((name) =>
    needsOfPackage(name).some((row) => isStore(row) || (!isTold && isToldWhere(row))),
  )
  return (
    gap ??
    own.writesElsewhere ??
    (writer === undefined ? undefined : `${writer} keeps files where only a run shows`)
  )
}
