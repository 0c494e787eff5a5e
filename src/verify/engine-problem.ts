/** What of the surroundings keeps a verification from being made; no fault of any Dockerfile. */
export interface EngineProblem {
  readonly code:
    | 'no-docker'
    | 'no-daemon'
    | 'no-permission'
    | 'api-too-old'
    | 'no-buildx'
    | 'windows-engine'
    | 'no-space'
    | 'login-needed'
    | 'rate-limit'
    | 'no-network'
  /** A sentence for the user. */
  readonly message: string
  /** Nothing else can be verified either. */
  readonly fatal: boolean
}

/** Ends a whole verification; the command line prints the message and exits with 2. */
export class EngineError extends Error {
  readonly problem: EngineProblem

  constructor(problem: EngineProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** What docker's words about the engine mean; undefined for anything that a Dockerfile can be the reason of. */
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
  if (
    /cannot connect to the docker daemon|is the docker daemon running|error during connect|failed to connect to the docker API/i.test(
      text,
    )
  )
    return fatal(
      'no-daemon',
      'the Docker daemon does not answer; start it, or choose another by DOCKER_HOST or docker context use',
    )
  if (/no space left on device|disk quota exceeded/i.test(text))
    return fatal(
      'no-space',
      'the disk of the Docker engine is full; docker system df says what takes the place',
    )
  return readRegistryProblem(text)
}

function readRegistryProblem(text: string): EngineProblem | undefined {
  const image =
    /(?:failed to resolve source metadata for|failed to authorize.*for|pull access denied for) ([^\s:,]+(?::[\w.-]+)?(?=[:,\s]|$))/.exec(
      text,
    )?.[1]
  if (image === undefined) return undefined
  const problem = (code: EngineProblem['code'], message: string): EngineProblem => ({
    code,
    message,
    fatal: false,
  })
  if (/toomanyrequests|429 Too Many Requests|rate limit/i.test(text))
    return problem(
      'rate-limit',
      `the registry of ${image} gives no more images for now (rate limit); docker login raises it`,
    )
  if (
    /401 Unauthorized|403 Forbidden|authentication required|authorization failed|pull access denied|insufficient_scope|no basic auth credentials|access forbidden|denied:/i.test(
      text,
    )
  )
    return problem(
      'login-needed',
      `the registry asks for a login before it gives ${image} (or has no such image); run docker login`,
    )
  if (
    /no such host|dial tcp|i\/o timeout|TLS handshake|connection refused|network is unreachable|proxyconnect/i.test(
      text,
    )
  )
    return problem(
      'no-network',
      `${image} is not on this engine, and its registry can't be reached`,
    )
  return undefined
}
