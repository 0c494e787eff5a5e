import path from 'node:path'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { readComposeDocument } from './compose-document.ts'
import { readComposeService, type ComposeService } from './compose-service.ts'
import { readEnvFiles } from './compose-env-files.ts'
import { interpolate } from './interpolate.ts'

/**
 * The uses in the compose files of one folder: each service with a `build`; and each service of another file that has the same
 * name, but neither `build` nor `image`, as `docker-compose.override.yml` overrides `docker-compose.yml`.
 * https://docs.docker.com/reference/compose-file/build/
 */
export function readComposeFiles(
  files: readonly ConfigFile[],
  resolve: ResolveBuild,
  readText: (file: string) => string | undefined,
): readonly BuildUse[] {
  // YAML is slow to read: not where no service can have a build.
  if (!files.some((file) => /\bbuild\b/.test(file.text))) return []
  const services = files.map(readComposeDocument).flatMap((document) =>
    document.services.map((written) => ({
      hasBuild: written.data['build'] !== undefined,
      service: readComposeService(written, document, expandKnown),
    })),
  )
  const built = services.flatMap(({ service }) => {
    const build = buildOf(service, resolve)
    return build ? [{ service, build }] : []
  })
  const overrides = services
    .filter(({ hasBuild, service }) => !hasBuild && service.image === undefined)
    .flatMap(({ service }) => {
      const base = built.find((other) => other.service.name === service.name)
      const build = base && { ...base.build, target: undefined, buildArgs: new Map() }
      return build ? [{ service, build }] : []
    })
  return [...built, ...overrides].map(({ service, build }) => ({
    ...build,
    ...runOf(service, readText),
  }))
}

type Build = Pick<BuildUse, 'context' | 'dockerfile' | 'target' | 'buildArgs'>

function buildOf({ file, build }: ComposeService, resolve: ResolveBuild): Build | undefined {
  if (build === undefined || build.isInline) return undefined
  const place = resolve(path.dirname(file), build)
  return place && { ...place, target: build.target, buildArgs: build.args }
}

function runOf(
  service: ComposeService,
  readText: (file: string) => string | undefined,
): Omit<BuildUse, keyof Build> {
  const { file, line, name, command, entrypoint, mounts, user, rights, isReadOnly } = service
  const tmpfs = service.tmpfs.map((place) => place.replace(/:.*$/, ''))
  return {
    ...{ file, line, kind: 'compose', name, command, entrypoint, mounts, user },
    ...{ rights, isReadOnly, tmpfs },
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
