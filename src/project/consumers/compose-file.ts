import path from 'node:path'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { readComposeDocument } from './compose-document.ts'
import { readComposeService, type ComposeService } from './compose-service.ts'
import { readEnvFiles } from './compose-env-files.ts'
import { interpolate } from './interpolate.ts'

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
  const services = files
    .map((file) => readComposeDocument(file, readText))
    .flatMap((document) =>
      document.services.map((written) => ({
        hasBuild: written.data['build'] !== undefined,
        service: readComposeService(written, document, expandKnown),
      })),
    )
  const built = services.flatMap(({ service }) => {
    const build = buildOf(service, resolve)
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

/** A service that runs the image which another one builds: it has that one's name in another file, or names its image. */
function isOfBuild(service: ComposeService, built: ComposeService): boolean {
  return service.image === undefined
    ? service.name === built.name && service.file !== built.file
    : service.image === built.image
}

type Build = Pick<BuildUse, 'context' | 'dockerfile' | 'target' | 'buildArgs' | 'images'>

function buildOf({ file, build, image }: ComposeService, resolve: ResolveBuild): Build | undefined {
  if (build === undefined || build.isInline) return undefined
  const place = resolve(path.dirname(file), build)
  const images = image === undefined ? [] : [image]
  return place && { ...place, target: build.target, buildArgs: build.args, images }
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
  }
}

function expandKnown(value: string): string {
  return interpolate(value, new Map())
}
