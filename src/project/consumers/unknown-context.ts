import path from 'node:path'
import type { ResolveBuild } from './build-use.ts'
import { settingsIn } from '../formats/setting-lines.ts'
import type { ComposeService } from './compose-service.ts'

/**
 * What paths of a compose file's services are filled in with: the `.env` beside it, and the folder in which compose is nearly always started.
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/
 */
export const variablesOf = (
  folder: string,
  readText: (file: string) => string | undefined,
): ReadonlyMap<string, string> =>
  new Map([...settingsIn(readText(path.join(folder, '.env')) ?? ''), ['PWD', '.']])

/** A service, read with more variables than are known. */
type Read = (more?: readonly (readonly [string, string])[]) => ComposeService

/**
 * The services. Of a build whose context is a variable that nobody knows, and that it mounts as well, the folder of the file is tried: where a
 * Dockerfile is at that place which no other service builds, the variable is that folder.
 */
export function placedServices(
  services: readonly Read[],
  resolve: ResolveBuild,
  readText: (file: string) => string | undefined,
): readonly ComposeService[] {
  const dockerfileOf = (service: ComposeService) =>
    service.build === undefined || service.build.isInline
      ? undefined
      : resolve(path.dirname(service.file), service.build)?.dockerfile
  const plain = services.map((read) => read())
  const taken = new Set(plain.map(dockerfileOf))
  const tries = plain.map((service, i) => {
    const name = unknownIn(service.build?.context)
    const tried = name === undefined ? undefined : services[i]?.([[name, '.']])
    const dockerfile = tried && dockerfileOf(tried)
    if (tried === undefined || dockerfile === undefined || taken.has(dockerfile)) return undefined
    return readText(dockerfile) === undefined ? undefined : { name, tried, dockerfile }
  })
  return plain.map((service, i) => {
    const own = tries[i]
    const isAlone = tries.every(
      (other) => other?.dockerfile !== own?.dockerfile || other?.name === own?.name,
    )
    const isMounted = own?.tried.mounts.some(
      ({ from }, at) => from === 'project' && service.mounts[at]?.from !== 'project',
    )
    return own !== undefined && isAlone && isMounted === true ? own.tried : service
  })
}

/** The variable that a context is, or begins with: `${APP}/api`. */
const unknownIn = (context: string | undefined): string | undefined =>
  /^\$\{?([A-Za-z_]\w*)\}?(?=\/|$)/.exec(context ?? '')?.[1]
