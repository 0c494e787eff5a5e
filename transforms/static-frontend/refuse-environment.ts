import { refuse, type Refusal } from '../../src/transform.ts'
import { touches } from './site-build.ts'
import type { Site } from './site.ts'

/** What compose files and the health check ask of the container, and nginx could not do. */
export function refuseEnvironment(site: Site): Refusal | undefined {
  return refuseCompose(site) ?? refuseHealthcheck(site)
}

function refuseCompose({ facts, folder, serving }: Site): Refusal | undefined {
  const [override] = facts.overrides
  if (override !== undefined)
    return refuse(
      'compose-overrides-start',
      `${override.usage.path}:${override.usage.line} runs another command in this image, which needs Node and the sources. Build another target for that service, or give it a Dockerfile of its own.`,
    )
  for (const { path, line, bindMounts, user } of facts.project.usages()) {
    const mount = bindMounts.find(
      ({ target }) => touches(target, folder) || touches(target, serving.cwd ?? folder),
    )
    if (mount !== undefined)
      return refuse(
        'compose-mounts-source',
        `${path}:${line} mounts ${mount.source === '' ? 'the sources' : mount.source} over ${mount.target}, which a web server would not read. Give the development setup a Dockerfile or a target of its own.`,
      )
    if (user !== undefined && (!/^\d+(:\d+)?$/.test(user) || serving.port < 1024))
      return refuse(
        'compose-overrides-start',
        `${path}:${line} runs the container as the user ${user}, whom an image of nginx does not know. Leave \`user\` out.`,
      )
  }
  return undefined
}

/** A check by curl or wget of the port that stays. */
function refuseHealthcheck({ facts, serving }: Site): Refusal | undefined {
  const { health } = facts
  if (health?.instruction === undefined) return undefined
  const { line } = health.instruction
  const words = health.processes.flatMap(({ argv }) => argv)
  const program = health.processes.find(
    ({ name }) =>
      name === undefined ||
      !/^((\/bin\/)?sh|curl|wget|exit|test|\[|true|false|echo|nc|grep)$/.test(name),
  )
  const port = words
    .flatMap(
      (word) =>
        /\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?/.exec(word ?? '')?.slice(1) ?? [],
    )
    .find((found) => Number(found || 80) !== serving.port)
  if (program === undefined && health.openEnds.length === 0 && port === undefined) return undefined
  return refuse(
    'health-check-needs-node',
    program === undefined
      ? `The health check of line ${line} asks another port than the ${serving.port} that the site is served on.`
      : `The health check of line ${line} runs ${program.name ?? 'a program'}, which an image of nginx does not have. Ask with curl or wget.`,
    line,
  )
}
