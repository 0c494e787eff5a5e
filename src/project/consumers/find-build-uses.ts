import path from 'node:path'
import { readBakeFile } from './bake-file.ts'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { readComposeFiles } from './compose-file.ts'
import { readDevcontainer } from './devcontainer.ts'
import { dockerfileUses } from './dockerfiles/dockerfile-uses.ts'
import { kubernetesUses } from './kubernetes/kubernetes-uses.ts'
import { jenkinsfileName, readJenkinsfile } from './pipelines/jenkinsfile.ts'
import { jobContainers, pipelineContainers } from './pipelines/job-containers.ts'
import { platforms } from './platforms/index.ts'
import { fileNames, type ProjectCache } from '../project-cache.ts'
import { resolveBuild } from './resolve-build.ts'
import { pipelines } from './scripts/pipeline-scripts.ts'
import { scriptsOf } from './scripts/index.ts'
import { scriptUses } from './scripts/script-uses.ts'
import { readWorkflow } from './workflow-file.ts'

/** Folders above the Dockerfile's that are searched where no git repository says where the project ends. */
const LEVELS = 4

/** Where people keep compose files apart from the sources; looked into in each folder that is searched. */
const SIDE_FOLDERS = [
  '.docker',
  'compose',
  'deploy',
  'deployment',
  'deployments',
  'docker',
  'infra',
]

/** Names of compose files, overrides among them. */
export const COMPOSE = /^(docker-compose.*|compose([._-].*)?)\.ya?ml$/
const MAIN_COMPOSE = /^(docker-)?compose\.ya?ml$/
const BAKE = /^docker-bake(\..*)?\.(hcl|json)$/
const WORKFLOW = /\.ya?ml$/

/**
 * All that builds the Dockerfile (absolute path), or overrides a compose service that does: nearest folder first, in a folder
 * compose, bake, workflows, then scripts; and last what runs its image in Kubernetes, and other Dockerfiles that stand on it. Files that are broken, or over 2 MB, are as if missing.
 */
export function findBuildUses(dockerfile: string, cache: ProjectCache): readonly BuildUse[] {
  const folders = searchedFolders(path.dirname(dockerfile), cache)
  const places = new Set(folders.flatMap((folder) => [folder, ...sideFolders(folder, cache)]))
  const all = [...places].map((folder) => usesIn(folder, cache))
  const builds = all.flatMap((uses) => [...uses.values()].flat())
  return [
    ...all.flatMap((uses) => uses.get(dockerfile) ?? []),
    ...kubernetesUses(dockerfile, folders, builds, cache),
    ...dockerfileUses(dockerfile, cache.gitRoot(path.dirname(dockerfile)), builds, cache),
  ]
}

/** The folder and those above it: up to the git root, else some levels; never the file system's root. */
export function searchedFolders(folder: string, cache: ProjectCache): readonly string[] {
  const gitRoot = cache.gitRoot(folder)
  const folders: string[] = []
  let current = folder
  while (path.dirname(current) !== current) {
    folders.push(current)
    if (gitRoot === undefined ? folders.length > LEVELS : current === gitRoot) break
    current = path.dirname(current)
  }
  return folders
}

function sideFolders(folder: string, cache: ProjectCache): readonly string[] {
  const entries = cache.entries(folder)
  return SIDE_FOLDERS.filter((name) => entries.get(name) === 'folder').map((name) =>
    path.join(folder, name),
  )
}

const NONE: ReadonlyMap<string, readonly BuildUse[]> = new Map()

function usesIn(folder: string, cache: ProjectCache): ReadonlyMap<string, readonly BuildUse[]> {
  const known = cache.usesByFolder.get(folder)
  if (known) return known
  const uses = readUses(folder, cache)
  const byDockerfile = uses.length === 0 ? NONE : byDockerfilePath(uses)
  cache.usesByFolder.set(folder, byDockerfile)
  return byDockerfile
}

function byDockerfilePath(uses: readonly BuildUse[]): ReadonlyMap<string, readonly BuildUse[]> {
  const groups = new Map<string, BuildUse[]>()
  for (const use of uses) {
    const group = groups.get(use.dockerfile)
    if (group) group.push(use)
    else groups.set(use.dockerfile, [use])
  }
  return groups
}

function readUses(folder: string, cache: ProjectCache): readonly BuildUse[] {
  const names = fileNames(folder, cache)
  const entries = cache.entries(folder)
  const resolve: ResolveBuild = (base, build) => resolveBuild(base, build, cache)
  const texts = (place: string, wanted: readonly string[]): readonly ConfigFile[] =>
    wanted.flatMap((name) => {
      const file = path.join(place, name)
      const text = cache.readText(file)
      return text === undefined ? [] : [{ path: file, text }]
    })
  const compose = names
    .filter((name) => COMPOSE.test(name))
    .sort((a, b) => Number(MAIN_COMPOSE.test(b)) - Number(MAIN_COMPOSE.test(a)))
  const ofPlatforms =
    entries.get('.do') === 'folder'
      ? fileNames(path.join(folder, '.do'), cache).map((name) => `.do/${name}`)
      : []
  const bake = names.filter((name) => BAKE.test(name))
  const workflows = path.join(folder, '.github', 'workflows')
  const jobs =
    entries.get('.github') === 'folder'
      ? texts(
          workflows,
          fileNames(workflows, cache).filter((name) => WORKFLOW.test(name)),
        )
      : []
  const services = readComposeFiles(texts(folder, compose), resolve, (file) => cache.readText(file))
  const uses = [
    ...services,
    ...texts(folder, bake).flatMap((file) => readBakeFile(file, resolve)),
    ...platforms.flatMap((platform) =>
      texts(
        folder,
        [...names, ...ofPlatforms].filter((name) => platform.names.test(name)),
      ).flatMap((file) => platform.read(file, resolve)),
    ),
    ...devcontainers(folder, cache).flatMap((path) =>
      texts(folder, [path]).flatMap((file) =>
        readDevcontainer(file, resolve, (path) => cache.readText(path)),
      ),
    ),
    ...jobs.flatMap((file) => readWorkflow(file, folder, resolve, services)),
    ...texts(
      folder,
      names.filter((name) => jenkinsfileName.test(name)),
    ).flatMap((file) => readJenkinsfile(file, resolve)),
  ]
  const read = (file: string) => cache.readText(file)
  const all = [...uses, ...scriptUses(scriptsOf(folder, cache), resolve, uses, read)]
  const ofPipelines = [
    ...names,
    ...['.circleci/config.yml', '.circleci/config.yaml'].filter(() => entries.has('.circleci')),
  ].filter((name) => pipelines.names.test(name))
  return [
    ...all,
    ...jobs.flatMap((file) => jobContainers(file, all)),
    ...texts(folder, ofPipelines).flatMap((file) => pipelineContainers(file, all)),
  ]
}

/** https://containers.dev/implementors/spec/#devcontainerjson: three places, the last with a folder for each container. */
function devcontainers(folder: string, cache: ProjectCache): readonly string[] {
  const inside = path.join(folder, '.devcontainer')
  const named = [...cache.entries(inside)].filter(([, kind]) => kind === 'folder')
  return [
    '.devcontainer.json',
    '.devcontainer/devcontainer.json',
    ...named.map(([name]) => `.devcontainer/${name}/devcontainer.json`),
  ]
}
