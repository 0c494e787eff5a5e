/** What a health check asks in its own container. */
export interface HealthUrl {
  /** Undefined where a variable says it that nobody knows. */
  readonly port: number | undefined
  readonly path: string
}

const url =
  /\b(https?):\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|\$\{?HOSTNAME\}?)(?::(\d+|\$\{?\w+(?::?-\d+)?\}?))?(\/[^\s"'`|;&<>()\\]*)?/i

/** The URL in the words of a HEALTHCHECK; `env` is the container's. Undefined where it asks none, or one with variables in its path. */
export function readHealthUrl(
  words: readonly string[],
  env: ReadonlyMap<string, string>,
): HealthUrl | undefined {
  const found = url.exec(words.join(' '))
  if (found === null) return undefined
  const [, scheme = 'http', port, path = '/'] = found
  if (/[${}]/.test(path)) return undefined
  return {
    port: portOf(port, env) ?? (port === undefined ? standardPort(scheme) : undefined),
    path,
  }
}

function portOf(written: string | undefined, env: ReadonlyMap<string, string>): number | undefined {
  const [, name, standard] = /^\$\{?(\w+?)(?::?-(\d+))?\}?$/.exec(written ?? '') ?? []
  const digits = name === undefined ? written : (env.get(name) ?? standard)
  return digits !== undefined && /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
}

function standardPort(scheme: string): number {
  return scheme.toLowerCase() === 'https' ? 443 : 80
}
