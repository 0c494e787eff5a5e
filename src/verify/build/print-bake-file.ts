import { placeOf } from './work-folder.ts'
import { type BuildPlan, type ServicePlan, verifyLabel } from './service-plan.ts'

/**
 * A file for `docker buildx bake -f`: a target for each half of each service, whose Dockerfiles stand in `folder` (absolute) as
 * writeWorkFolder puts them there. https://docs.docker.com/build/bake/reference/
 */
export function printBakeFile(
  services: readonly ServicePlan[],
  folder: string,
  runId: string,
): string {
  const targets: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const service of services)
    for (const build of [service.before, service.after])
      targets[build.target] = target(service, build, folder, runId)
  const groups = {
    default: { targets: services.flatMap(({ before, after }) => [before.target, after.target]) },
    before: { targets: services.map(({ before }) => before.target) },
    after: { targets: services.map(({ after }) => after.target) },
  }
  return `${JSON.stringify({ group: groups, target: targets }, null, 2)}\n`
}

function target(
  service: ServicePlan,
  build: BuildPlan,
  folder: string,
  runId: string,
): Readonly<Record<string, unknown>> {
  const { dockerfile, context } = placeOf(service, build, folder)
  return {
    context: literal(context),
    dockerfile: literal(dockerfile),
    ...(build.stage === undefined ? {} : { target: literal(build.stage) }),
    ...unlessEmpty('args', mapValues(build.args)),
    ...unlessEmpty('contexts', mapValues(build.contexts)),
    ...(build.secrets.length === 0 ? {} : { secret: build.secrets.map(literal) }),
    ...(build.ssh.length === 0 ? {} : { ssh: build.ssh.map(literal) }),
    ...(build.platform === undefined ? {} : { platforms: [literal(build.platform)] }),
    labels: { [verifyLabel]: runId },
    tags: [build.tag],
    output: ['type=docker'],
  }
}

function unlessEmpty(
  name: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.keys(values).length === 0 ? {} : { [name]: values }
}

function mapValues(
  values: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null ? null : literal(value)]),
  )
}

/** Strings of a bake file are templates in JSON, too. https://github.com/hashicorp/hcl/blob/main/json/spec.md#expressions */
function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&')
}
