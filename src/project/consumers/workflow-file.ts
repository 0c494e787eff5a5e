import path from 'node:path'
import { PLAIN_USE, platformsIn } from './build-use.ts'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { findBuildCommands } from './docker-build-command.ts'
import { list, pairs, record, text } from '../formats/loose-data.ts'
import { isLocalPath } from './resolve-build.ts'
import { runUses, type TaggedUse } from './run-uses.ts'
import { matrixRows } from './workflow-matrix.ts'
import type { MatrixRow } from './workflow-matrix.ts'
import { parseYamlText } from '../formats/yaml-text.ts'

/** A build in a step; paths relative to the repository. */
interface StepBuild {
  readonly context: string
  readonly dockerfile: string | undefined
  readonly target: string | undefined
  readonly buildArgs: ReadonlyMap<string, string>
  readonly tags: readonly string[]
  readonly platforms: readonly string[]
  readonly contexts: ReadonlyMap<string, string>
}

/**
 * The builds in a GitHub workflow: steps that use docker/build-push-action, and `docker build` in `run`; and what the job then runs in the
 * image by `docker run` and `docker exec`, and in compose's `services`. `folder` is the repository's, absolute. Steps whose paths depend on what is known only at run time are left out.
 * https://github.com/docker/build-push-action#inputs
 */
export function readWorkflow(
  file: ConfigFile,
  folder: string,
  resolve: ResolveBuild,
  services: readonly BuildUse[] = [],
): readonly BuildUse[] {
  // YAML is slow to read, and most workflows build no image.
  if (
    !/docker\/build-push-action|(docker|podman)[^\n]{0,80}\bbuild\b|docker[ -]compose[^\n]{0,80}\b(run|exec)\b/.test(
      file.text,
    )
  )
    return []
  const yaml = parseYamlText(file.text)
  if (!yaml) return []
  const workflow = record(yaml.data)
  const tagged = services.map((use): TaggedUse => ({ tags: [], use }))
  return Object.entries(record(workflow['jobs'])).flatMap(([name, job]) => {
    const rows = matrixRows(record(record(job)['strategy'])['matrix'])
    const folders = [job, workflow].map((level) => runFolder(level))
    const steps = list(record(job)['steps']).map(record)
    const variables = new Map(
      [workflow, record(job)].flatMap((level) =>
        [...pairs(level['env'])].map(([key, value]): [string, string] => [`env.${key}`, value]),
      ),
    )
    const uses = steps.flatMap((step, index) => {
      const workFolder = [text(step['working-directory']), ...folders].find(Boolean) ?? '.'
      const builds = rows.flatMap((row) => stepBuilds(step, workFolder, row))
      return distinct(builds).flatMap((build): readonly TaggedUse[] => {
        const dockerfile = build.dockerfile && path.resolve(folder, build.dockerfile)
        const place = resolve(folder, { context: build.context, dockerfile })
        if (!place) return []
        const { target, buildArgs, tags, contexts } = build
        const platforms = platformsIn(build.platforms.map((each) => fill(each, variables)))
        const line = yaml.lineOf(['jobs', name, 'steps', index])
        const images = tags.flatMap((tag) => metadataImages(tag, steps) ?? fill(tag, variables))
        const own = { file: file.path, line, kind: 'workflow', name, target, buildArgs } as const
        return [{ tags, use: { ...PLAIN_USE, ...own, ...place, images, platforms, contexts } }]
      })
    })
    const runs = steps.flatMap((step, index) =>
      runUses(
        text(step['run']) ?? '',
        [...uses, ...tagged],
        { file: file.path, kind: 'workflow', name, folder },
        () => yaml.lineOf(['jobs', name, 'steps', index]),
      ),
    )
    return [...uses.map(({ use }) => use), ...runs]
  })
}

function runFolder(level: unknown): string | undefined {
  return text(record(record(record(level)['defaults'])['run'])['working-directory'])
}

function stepBuilds(
  step: Readonly<Record<string, unknown>>,
  workFolder: string,
  row: MatrixRow,
): readonly StepBuild[] {
  const uses = text(step['uses']) ?? ''
  if (/^docker\/build-push-action(@|$)/.test(uses)) return [actionBuild(record(step['with']), row)]
  const script = text(step['run'])
  if (script === undefined) return []
  return findBuildCommands(fill(script, row)).flatMap((command) => {
    const { context, dockerfile, target } = command
    if (!isLocalPath(context) || (dockerfile !== undefined && !isLocalPath(dockerfile))) return []
    const from = path.posix.join(fill(workFolder, row), command.folder)
    const { buildArgs, contexts, platforms, tags } = command
    const named = { buildArgs: pairs(buildArgs), contexts: pairs(contexts) }
    const build = { target, platforms, ...named, tags }
    return [
      {
        ...build,
        context: path.posix.join(from, context),
        dockerfile: dockerfile && path.posix.join(from, dockerfile),
      },
    ]
  })
}

/** Without `context` the action builds the repository itself; `{{defaultContext}}:folder` is a folder of it. */
function actionBuild(inputs: Readonly<Record<string, unknown>>, row: MatrixRow): StepBuild {
  const input = (name: string): string | undefined => {
    const written = text(inputs[name])
    return written === undefined || written === '' ? undefined : fill(written, row)
  }
  const written = input('context') ?? '.'
  const ofRepository = /^\{\{\s*defaultContext\s*\}\}(?::(.*))?$/.exec(written)
  const context = ofRepository ? (ofRepository[1] ?? '.') : written
  const file = input('file')
  return {
    context,
    dockerfile: file && ofRepository ? path.posix.join(context, file) : file,
    target: input('target'),
    platforms: [input('platforms') ?? ''],
    buildArgs: pairs(input('build-args') ?? ''),
    contexts: pairs(input('build-contexts') ?? ''),
    tags: (input('tags') ?? '').split(/[\n,]+/).flatMap((tag) => tag.trim() || []),
  }
}

/** Puts in what the matrix says; another expression stays and makes the path unknown. */
function fill(value: string, row: MatrixRow): string {
  return value.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (all, name: string) =>
    name === 'github.workspace' ? '.' : (row.get(name) ?? all),
  )
}

/** The images of a step of docker/metadata-action, where a tag is its output. https://github.com/docker/metadata-action#inputs */
function metadataImages(
  tag: string,
  steps: readonly Readonly<Record<string, unknown>>[],
): readonly string[] | undefined {
  const [, id] = /\bsteps\.([\w-]+)\.outputs\.tags\b/.exec(tag) ?? []
  const step = id === undefined ? undefined : steps.find((each) => each['id'] === id)
  const images = text(record(step?.['with'])['images'])
  return images?.split(/[\s,]+/).filter((image) => image !== '')
}

/** Runs of a matrix that differ in something else are one build, for the platforms of them all. */
function distinct(builds: readonly StepBuild[]): readonly StepBuild[] {
  const key = ({ context, dockerfile, target, buildArgs }: StepBuild): string =>
    JSON.stringify([context, dockerfile, target, [...buildArgs]])
  return [...new Map(builds.map((build) => [key(build), build]))].map(([own, build]) => ({
    ...build,
    platforms: builds.filter((each) => key(each) === own).flatMap(({ platforms }) => platforms),
  }))
}
