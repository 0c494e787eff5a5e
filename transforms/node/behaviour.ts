import { isWithin, resolvePath, type Behaviour, type Evidence } from '../../src/transform.ts'
import type { NodeApp } from '../javascript/app.ts'
import { cwds, placesOf } from './file-needs.ts'
import type { Program } from './program.ts'
import { writesAnywhere } from '../javascript/source/stores.ts'

/** What the program does when it runs: where it writes, what it starts, where it listens. */
export function behaviourOf(app: NodeApp, program: Program): Behaviour {
  const { graph, frameworks } = program
  const writes: { path: string; evidence: Evidence }[] = []
  for (const module of graph.modules)
    for (const use of module.paths) {
      if (use.use !== 'writes-file' && use.use !== 'writes-folder') continue
      const place = cwds(app).flatMap((cwd) => placesOf(use, module.path, cwd, program))[0]
      if (
        place === undefined ||
        isWithin(place, '/tmp') ||
        isWithin(place, '/var/tmp') ||
        isWithin(place, '/dev')
      )
        continue
      writes.push({ path: place, evidence: { path: module.path, ...use.at } })
    }
  // A folder that the author makes empty is there to be written to.
  for (const { path, isFolder, evidence } of app.arranged) {
    const [first] = evidence
    if (isFolder && first !== undefined && isEmptyFolder(path, app))
      writes.push({ path, evidence: first })
  }
  for (const { framework, cwd, evidence } of frameworks)
    for (const folder of framework.writes ?? []) {
      const path = resolvePath(cwd, folder)
      const [first] = evidence
      if (path !== undefined && first !== undefined)
        writes.push({ path, evidence: evidence.at(-1) ?? first })
    }
  return {
    writes: writes.filter(
      (write, i) => writes.findIndex((other) => other.path === write.path) === i,
    ),
    writesElsewhere: writesElsewhere(program, app),
    ports: [...new Set(graph.modules.flatMap(({ ports }) => ports))],
    programs: graph.modules.flatMap((module) =>
      module.programs.flatMap(({ name, at }) =>
        name === undefined ? [] : [{ name, evidence: { path: module.path, ...at } }],
      ),
    ),
  }
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
  { gap, graph, frameworks }: Program,
  { manifest }: NodeApp,
): string | undefined {
  const tool = frameworks.find(({ framework }) => framework.writesElsewhere !== undefined)
  if (tool !== undefined)
    return `${tool.framework.name} runs at the start: ${tool.framework.writesElsewhere ?? ''}`
  if (gap !== undefined) return gap
  const module = graph.modules.find(({ unknownWrites }) => unknownWrites.length > 0)
  if (module !== undefined)
    return `${module.path}:${module.unknownWrites[0]?.line} writes to a path that is only known at run time`
  const program = graph.modules.find(({ programs }) =>
    programs.some(({ name }) => name === undefined),
  )
  if (program !== undefined)
    return `${program.path} starts a program that is only known at run time`
  const writer =
    graph.packages.find(({ name }) => writesAnywhere(name))?.name ??
    [...manifest.dependencies.keys()].find(writesAnywhere)
  return writer === undefined ? undefined : `${writer} keeps files where only a run shows`
}

/** A program that the sources start and whose name is only known at run time. */
export function unknownProgram({ graph }: Program): Evidence | undefined {
  for (const module of graph.modules) {
    const program = module.programs.find(({ name }) => name === undefined)
    if (program !== undefined) return { path: module.path, ...program.at }
  }
  return undefined
}
