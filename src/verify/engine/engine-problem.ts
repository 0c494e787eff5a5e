import type { EngineProblem } from '../../verification/build-outcome.ts'

/** There is no engine to verify with. */
export class EngineError extends Error {
  readonly problem: EngineProblem

  constructor(problem: EngineProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** What docker's words mean where it does not reach its engine; undefined for others. */
export function readEngineProblem(text: string): EngineProblem | undefined {
  const fatal = (code: EngineProblem['code'], message: string): EngineProblem => ({
    code,
    message,
    fatal: true,
  })
  if (
    /permission denied while trying to connect|docker\.sock: connect: permission denied/i.test(text)
  )
    return fatal(
      'no-permission',
      'you may not talk to the Docker daemon (permission denied); add yourself to the group "docker", or use a rootless one',
    )
  const tooNew =
    /client version ([\d.]+) is too new\. Maximum supported API version is ([\d.]+)/.exec(text)
  const tooOld =
    /client version ([\d.]+) is too old\. Minimum supported API version is ([\d.]+)/.exec(text)
  if (tooNew !== null)
    return fatal(
      'api-too-old',
      `the Docker daemon speaks API ${tooNew[2]} and the docker command ${tooNew[1]}; update the daemon`,
    )
  if (tooOld !== null)
    return fatal(
      'api-too-old',
      `the docker command speaks API ${tooOld[1]} and the Docker daemon wants ${tooOld[2]}; update docker`,
    )
  const context = /context "?([^":\s]+)"?: context not found/i.exec(text)?.[1]
  if (context !== undefined)
    return fatal(
      'no-daemon',
      `there is no docker context "${context}"; docker context ls names them`,
    )
  if (
    /\b(tls|x509):|HTTP response to HTTPS client|TLS-enabled daemon without TLS|\.pem\b/i.test(text)
  )
    return fatal(
      'no-daemon',
      `there is no secure connection to the Docker daemon: ${firstLine(text)}`,
    )
  if (
    /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker API/i.test(
      text,
    )
  )
    return fatal(
      'no-daemon',
      `the Docker daemon does not answer${endpointOf(text)}; start it, or choose another by DOCKER_HOST or docker context use`,
    )
  return undefined
}

/** Other builds may need less of it, so it ends one only. */
export function fullDisk(): EngineProblem {
  return {
    code: 'no-space',
    message: 'the disk of the Docker engine is full; docker system df says what takes the place',
    fatal: false,
  }
}

/** Do these words tell of a disk without room? */
export function isDiskFull(text: string): boolean {
  return /no space left on device|disk quota exceeded|\bENOSPC\b/i.test(text)
}

/** Of "Cannot connect to the Docker daemon at unix:///x. Is it running?". */
function endpointOf(text: string): string {
  const endpoint = / at ((?:unix|tcp|ssh|npipe):\/\/[^\s"']+?)[.:]?(?:\s|$)/.exec(text)?.[1]
  return endpoint === undefined ? '' : ` at ${endpoint}`
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n')
  return line.replace(/^(error during connect|Failed to initialize): /, '')
}
