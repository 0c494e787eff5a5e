import { z } from 'zod'
import type { Docker } from './docker.ts'
import { EngineError, readEngineProblem } from './engine-problem.ts'
import type { EngineProblem } from '../../verification/build-outcome.ts'
import { isAtLeast } from '../../library.ts'

/** The engine that builds and runs. */
export interface Engine {
  readonly version: string
  readonly buildx: string
  /** 'linux/amd64' */
  readonly platform: string
  /** False where ports published on 127.0.0.1 are those of another machine: nothing can be asked of containers then. */
  readonly isLocal: boolean
}

/** `--progress=rawjson`, which tells steps and errors apart, came with this version. */
const oldestBuildx = '0.13'

const versionSchema = z.object({
  Server: z.object({ Version: z.string(), Os: z.string(), Arch: z.string() }).nullish(),
})

/** Asks for engine and buildx, and for the builder that was asked for, if any. Throws EngineError with a sentence where one lacks. */
export async function findEngine(
  docker: Docker,
  env: Readonly<Record<string, string | undefined>>,
  builder?: string,
): Promise<Engine> {
  const version = await docker(['version', '--format', '{{json .}}'], { timeout: 30 })
  if (version.ended === 'not-started')
    throw fatal(
      'no-docker',
      'there is no docker command in PATH; verify needs Docker, the rest of msb-migrate does not',
    )
  const server = readJson(version.stdout, versionSchema)?.Server
  if (!version.ok || !server) {
    const said = version.stderr.trim().split('\n')[0] ?? ''
    const problem = readEngineProblem(version.stderr)
    if (problem) throw new EngineError(problem)
    throw fatal(
      'no-daemon',
      version.ended === 'timeout'
        ? 'the Docker daemon does not answer within 30 s'
        : `docker does not answer: ${said}`,
    )
  }
  if (server.Os !== 'linux')
    throw fatal(
      'windows-engine',
      `the Docker daemon runs ${server.Os} containers; switch it to Linux containers`,
    )
  const buildx = await docker(['buildx', 'version'], { timeout: 30 })
  const found = /(?<=\bv?)\d+\.\d+\.\d+/.exec(buildx.stdout)
  if (!buildx.ok || found === null)
    throw fatal('no-buildx', 'docker has no buildx; install the docker-buildx plugin')
  if (!isAtLeast(found[0], oldestBuildx))
    throw fatal(
      'no-buildx',
      `docker buildx ${found[0]} is too old; verify needs ${oldestBuildx} or later`,
    )
  if (builder !== undefined) await checkBuilder(docker, builder)
  return {
    version: server.Version,
    buildx: found[0],
    platform: `${server.Os}/${server.Arch}`,
    isLocal: isLocalEndpoint(env['DOCKER_HOST'] || (await contextEndpoint(docker))),
  }
}

/** One that does not run is no problem yet: a build starts it. */
async function checkBuilder(docker: Docker, builder: string): Promise<void> {
  const { ok, stderr } = await docker(['buildx', 'inspect', builder], { timeout: 60 })
  if (ok) return
  const said =
    stderr
      .trim()
      .replace(/^ERROR: /, '')
      .split('\n')[0] ?? ''
  throw fatal(
    'no-builder',
    /^no builder .* found/.test(said)
      ? `docker buildx has no builder "${builder}"; docker buildx ls names them`
      : `the builder "${builder}" can't be used: ${said}`,
  )
}

/** Is the engine at the other end of a socket of this machine (Docker Desktop's and rootless ones included)? */
export function isLocalEndpoint(endpoint: string): boolean {
  return (
    endpoint === '' ||
    /^(unix|npipe|fd):/.test(endpoint) ||
    /^(tcp|https?):\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(endpoint)
  )
}

async function contextEndpoint(docker: Docker): Promise<string> {
  const ran = await docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], {
    timeout: 30,
  })
  return ran.ok ? ran.stdout.trim() : ''
}

function fatal(code: EngineProblem['code'], message: string): EngineError {
  return new EngineError({ code, message, fatal: true })
}

/** A JSON text of docker as the schema has it; undefined where it has another shape. */
export function readJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
