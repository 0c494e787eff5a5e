import path from 'node:path'
import type { Compose } from './read-compose.ts'

/** What a compose file gives to the build of a service, in the words of `docker buildx build`. */
export interface GivenToBuild {
  readonly args: Readonly<Record<string, string>>
  readonly contexts: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
  readonly ssh: readonly string[]
  readonly platform: string | undefined
}

/**
 * An argument without a value has that of `env`; what comes out empty is left to the Dockerfile.
 * https://docs.docker.com/reference/compose-file/build/
 */
export function givenToBuild(
  { file, service: { build, platform } }: Compose,
  env: Readonly<Record<string, string | undefined>>,
): GivenToBuild {
  const folder = path.dirname(file)
  const { args = [], contexts = [], secrets = [], ssh = [], platforms = [] } = build ?? {}
  const [only, ...others] = platforms
  const wanted = platform ?? (others.length === 0 ? only : undefined)
  return {
    args: filled(args, (value, name) => value || (env[name] ?? '')),
    contexts: filled(contexts, (value) => contextOf(value, folder)),
    secrets: secrets.flatMap((secret) => {
      if (secret.file) return [`id=${secret.id},"src=${path.resolve(folder, secret.file)}"`]
      return secret.variable ? [`id=${secret.id},env=${secret.variable}`] : []
    }),
    ssh,
    platform: wanted === '' ? undefined : wanted,
  }
}

function filled(
  written: Iterable<readonly [string, string]>,
  change: (value: string, name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...written]
      .map(([name, value]): [string, string] => [name, change(value, name)])
      .filter(([, value]) => value !== ''),
  )
}

/** Images and addresses stay; folders are relative to the compose file. What another service builds is not there. */
function contextOf(written: string, folder: string): string {
  if (written === '' || written.startsWith('service:')) return ''
  return /^[a-z][\w+-]*:|^git@/.test(written) ? written : path.resolve(folder, written)
}
