import path from 'node:path'
import { remember } from '../../dockerfile/remember.ts'
import { platformsIn, type BuildUse, type ConfigFile, type ResolveBuild } from './build-use.ts'
import { readComposeDocument } from './compose-document.ts'
import { readComposeService, type ComposeService } from './compose-service.ts'
import { readEnvFiles } from './compose-env-files.ts'
import { interpolate } from './interpolate.ts'
import { placedServices, variablesOf } from './unknown-context.ts'

/**
 * The uses in the compose files of one folder: each service with a `build`; and each service of another file that has the same
 * name, but neither `build` nor `image`, as `docker-compose.override.yml` overrides `docker-compose.yml`, or that names the image which it
 * builds.
 * https://docs.docker.com/reference/compose-file/build/
 */
export function readComposeFiles(
  files: readonly ConfigFile[],
  resolve: ResolveBuild,
  readText: (file: string) => string | undefined,
): readonly BuildUse[] {
  // YAML is slow to read: not where no service can have a build.
  if (!files.some((file) => /\bbuild\b/.test(file.text))) return []
  const variables = remember((folder) => variablesOf(folder, readText))
  const services = files
    .map((file) => readComposeDocument(file, readText))
    .flatMap((document) => {
      const read = document.services.map((written) => {
        const known = variables(path.dirname(written.file))
        return (more: readonly (readonly [string, string])[] = []) =>
          readComposeService(written, document, expandKnown, (value) =>
            interpolate(value, new Map([...known, ...more])),
          )
      })
      return placedServices(read, resolve, readText).map((service, i) => ({
        hasBuild: document.services[i]?.data['build'] !== undefined,
        project: document.project ?? projectOf(service.file),
        service,
      }))
    })
  const built = services.flatMap(({ service, project }) => {
    const build = buildOf(service, project, resolve)
    return build ? [{ service, build }] : []
  })
  const others = services.flatMap(({ service, hasBuild }) => {
    const base = hasBuild ? undefined : built.find((other) => isOfBuild(service, other.service))
    if (base === undefined) return []
    const isOverride = service.image === undefined
    const build = isOverride
      ? { ...base.build, target: undefined, buildArgs: new Map() }
      : base.build
    return [{ service, build }]
  })
  return [...built, ...others].map(({ service, build }) => ({
    ...build,
    ...runOf(service, readText),
  }))
}

/** The folder of the file, in the letters that compose allows. https://docs.docker.com/compose/how-tos/project-name/ */
const projectOf = (file: string): string =>
  path
    .basename(path.dirname(file))
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')

/** A service that runs the image which another one builds: it has that one's name in another file, or names its image. */
function isOfBuild(service: ComposeService, built: ComposeService): boolean {
  return service.image === undefined
    ? service.name === built.name && service.file !== built.file
    : service.image === built.image
}

type Build = Pick<
  BuildUse,
  'context' | 'dockerfile' | 'target' | 'platforms' | 'buildArgs' | 'images' | 'contexts'
>

function buildOf(
  { file, name, build, image, platform = '' }: ComposeService,
  project: string,
  resolve: ResolveBuild,
): Build | undefined {
  if (build === undefined || build.isInline) return undefined
  const place = resolve(path.dirname(file), build)
  // Compose 1 put `_` between the two: https://docs.docker.com/reference/compose-file/build/#using-build-and-image
  const images = image === undefined ? ['-', '_'].map((sign) => project + sign + name) : [image]
  const { target, args: buildArgs, contexts } = build
  const platforms = platformsIn(build.platforms.length > 0 ? build.platforms : [platform])
  return place && { ...place, target, platforms, buildArgs, images, contexts }
}

function runOf(
  service: ComposeService,
  readText: (file: string) => string | undefined,
): Omit<BuildUse, keyof Build> {
  const { file, line, name, command, entrypoint, mounts, user, rights, isReadOnly, syncs } = service
  const tmpfs = service.tmpfs.map((place) => place.replace(/:.*$/, ''))
  return {
    ...{ file, line, kind: 'compose', name, command, entrypoint, mounts, user },
    ...{
      rights,
      isReadOnly,
      tmpfs,
      syncs,
      served: [],
      takes: [],
      carriesOut: undefined,
      ports: [],
      container: service.containerName,
    },
    environment: [...service.environment.keys()],
    settings: new Map(
      [...service.environment].flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      ),
    ),
    envFiles: readEnvFiles(service.envFiles, path.dirname(file), readText),
    healthcheck: service.healthcheck?.test,
    ...(service.healthcheck === undefined ? {} : { healthTimes: service.healthcheck.times }),
  }
}

function expandKnown(value: string): string {
  return interpolate(value, new Map())
}
