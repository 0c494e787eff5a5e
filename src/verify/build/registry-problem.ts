import { isDiskFull } from '../engine/engine-problem.ts'
import type { EngineProblem } from '../../verification/build-outcome.ts'

const names = [
  /^\[internal\] load metadata for (\S+)/,
  /^resolve image config for (?:docker-image:\/\/)?(\S+)/,
  /^\[[^\]]*\] FROM (\S+)/,
  /^docker-image:\/\/(\S+)/,
]

/** The image that a step asks a registry for, as BuildKit names it; undefined for other steps. */
export function pulledImage(step: string): string | undefined {
  return names.map((name) => name.exec(step)?.[1]).find((image) => image !== undefined)
}

/** Why an image could not be had; undefined where the registry knows of none, which is for the Dockerfile to say right. */
export function readRegistryProblem(image: string, said: string): EngineProblem | undefined {
  const problem = (code: EngineProblem['code'], message: string): EngineProblem => ({
    code,
    message,
    fatal: false,
  })
  if (/toomanyrequests|429 Too Many Requests|rate limit/i.test(said))
    return problem(
      'rate-limit',
      `the registry of ${image} gives no more images for now (rate limit); docker login raises it`,
    )
  if (
    /\b40[13] \w|authentication required|authorization failed|pull access denied|insufficient_scope|no basic auth credentials|access forbidden|denied:/i.test(
      said,
    )
  )
    return problem(
      'login-needed',
      `the registry asks for a login before it gives ${image} (or has no such image); run docker login`,
    )
  if (/: not found$|manifest unknown|no match for platform|no matching manifest/i.test(said))
    return undefined
  if (
    /failed to do request|dial tcp|no such host|timeout|deadline exceeded|TLS handshake|network is unreachable|proxyconnect|connection re|\bEOF\b/i.test(
      said,
    )
  )
    return problem(
      'no-network',
      `${image} is not on this engine, and its registry can't be reached (${lastWords(said)})`,
    )
  if (isDiskFull(said))
    return problem(
      'no-space',
      `the disk of the Docker engine has no room for ${image}; docker system df says what takes the place`,
    )
  return problem('registry-error', `the registry does not give ${image} (${lastWords(said)})`)
}

/** 'connection refused' of 'dial tcp 127.0.0.1:1: connect: connection refused'. */
function lastWords(said: string): string {
  return said.split(': ').at(-1)?.trim() ?? said
}
