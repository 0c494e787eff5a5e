import { stringIn } from '../../manifest.ts'
import { readJson } from '../../stage-view.ts'
import { flagOf, hasFlag, wordsOf, type ToolCall } from '../call.ts'
import { folderOf, isRecord, resolvePath } from '../../../../src/transform.ts'

export type Json = Readonly<Record<string, unknown>>

/** A workspace of Angular or Nx: where its paths start, and its projects. */
export interface Workspace {
  /** Absolute in the image: what outputPath and proxyConfig are relative to. */
  readonly root: string
  /** As sentences name it. */
  readonly name: string
  readonly projects: ReadonlyMap<string, Json>
  readonly defaultProject: string | undefined
}

/** One target of a project with the options that a command chooses. */
export interface Target {
  readonly workspace: Workspace
  readonly project: string
  /** '@angular-devkit/build-angular:browser' */
  readonly builder: string
  readonly options: Json
}

/** angular.json, or workspace.json, in the folder or above it. https://angular.dev/reference/configs/workspace-config */
function readWorkspace(call: ToolCall): Workspace | undefined {
  for (let folder = call.cwd; ; folder = folderOf(folder)) {
    for (const name of ['angular.json', '.angular.json', 'workspace.json']) {
      const json = readJson(call.view, resolvePath(folder, name) ?? '')
      if (!isRecord(json) || !isRecord(json['projects'])) continue
      const projects = Object.entries(json['projects']).flatMap(
        ([key, value]): [string, Json][] => {
          // `"shop": "apps/shop"`: the project has a file of its own.
          const own =
            typeof value === 'string'
              ? readJson(call.view, resolvePath(folder, `${value}/project.json`) ?? '')
              : value
          return isRecord(own) ? [[key, own]] : []
        },
      )
      const defaultProject = stringIn(json, 'defaultProject')
      return { root: folder, name, projects: new Map(projects), defaultProject }
    }
    if (folder === '/') return undefined
  }
}

export const valueFlags = [
  '--configuration',
  '-c',
  '--project',
  '--output-path',
  '--base-href',
  '--deploy-url',
  '--port',
  '--host',
  '--proxy-config',
  '--poll',
  '--public-host',
  '--serve-path',
  '--live-reload-path',
  '--ssl-key',
  '--ssl-cert',
  '--watch',
]

/** The target that `ng build shop --configuration production` means; a clause where it can't be told. */
export function targetOf(call: ToolCall, name: string): Target | string {
  const workspace = readWorkspace(call)
  if (workspace === undefined) return 'angular.json is not in the build context'
  return targetIn(
    workspace,
    call,
    name,
    flagOf(call, ['--project']) ?? wordsOf(call.task, valueFlags)[1],
  )
}

/** The target of the project that a word names, `shop` or `shop:build:production`; of the only one, or the default, where there is no word. */
export function targetIn(
  workspace: Workspace,
  call: ToolCall,
  name: string,
  word: string | undefined,
): Target | string {
  const [named, , ownConfiguration] = (word ?? '').split(':')
  const candidates = [...workspace.projects]
    .filter(([, project]) => isRecord(targetsOf(project)[name]))
    .map(([key]) => key)
  const chosen =
    named !== undefined && named !== ''
      ? named
      : candidates.includes(workspace.defaultProject ?? '')
        ? workspace.defaultProject
        : candidates.length === 1
          ? candidates[0]
          : undefined
  if (chosen === undefined)
    return candidates.length === 0
      ? `${workspace.name} has no project with a target "${name}"`
      : `${workspace.name} has several projects, and the command names none`
  return readTarget(workspace, chosen, name, configurationsOf(call) ?? ownConfiguration)
}

/** `--configuration a,b`, `-c a`, `--prod`; undefined leaves it to the target's default. */
export function configurationsOf(call: ToolCall): string | undefined {
  return (
    flagOf(call, ['--configuration', '-c']) ??
    (hasFlag(call, ['--prod', '-prod']) ? 'production' : undefined)
  )
}

/** A target's options with its configurations over them. */
export function readTarget(
  workspace: Workspace,
  project: string,
  name: string,
  configurations: string | undefined,
): Target | string {
  const json = workspace.projects.get(project)
  const target = json === undefined ? undefined : targetsOf(json)[name]
  if (!isRecord(target))
    return `${workspace.name} has no target "${name}" of a project "${project}"`
  const builder = stringIn(target, 'builder') ?? stringIn(target, 'executor') ?? ''
  const all = isRecord(target['configurations']) ? target['configurations'] : {}
  const names = configurations ?? stringIn(target, 'defaultConfiguration') ?? ''
  const chosen = names.split(',').filter((word) => word !== '')
  const missing = chosen.find((word) => !isRecord(all[word]))
  // `ng serve --configuration x` hands the name on where only the build has it.
  if (missing !== undefined && name === 'build')
    return `${workspace.name} has no configuration "${missing}" of "${project}"`
  const layers = [target['options'], ...chosen.map((word) => all[word])].filter(isRecord)
  const options = Object.fromEntries(layers.flatMap((layer) => Object.entries(layer)))
  return { workspace, project, builder, options }
}

const targetsOf = (project: Json): Json =>
  isRecord(project['architect'])
    ? project['architect']
    : isRecord(project['targets'])
      ? project['targets']
      : {}
