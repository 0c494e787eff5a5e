import { z } from 'zod'
import type { Forge, ForgeKind, ForgeMachine, ForgeSettings } from './forge.ts'
import { ForgeError } from './forge-error.ts'
import { hostOfEnvironment } from './tokens.ts'

type Kind = Exclude<ForgeKind, 'git'>

const publicHosts: Readonly<Record<string, Kind>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'bitbucket.org': 'bitbucket',
  'codeberg.org': 'gitea',
  'gitea.com': 'gitea',
}

const kinds: readonly Kind[] = ['github', 'gitlab', 'gitea', 'bitbucket']

/**
 * What a host runs: from its name, from the environment (`GITEA_URL` is a Gitea), else by asking, without a token. Undefined where nobody can tell.
 * Throws ForgeError 'unreachable' where it does not answer at all.
 */
export async function tellForge(
  origin: string,
  env: Readonly<Record<string, string | undefined>>,
  machine: Pick<ForgeMachine, 'fetch' | 'interrupt'>,
): Promise<Kind | undefined> {
  const { host } = new URL(origin)
  const known = publicHosts[host] ?? (host.endsWith('.ghe.com') ? 'github' : undefined)
  const named = kinds.find((kind) => hostOfEnvironment(kind, env) === origin)
  return known ?? named ?? (await askHost(origin, machine))
}

/** What answers at these paths, and how its answer looks. */
const probes: readonly {
  readonly kind: Kind
  readonly path: string
  readonly isIt: (status: number, body: unknown) => boolean
}[] = [
  // https://docs.gitea.com/api: `{ "version": "1.22.0" }`, for everybody unless the host asks for a sign-in everywhere.
  {
    kind: 'gitea',
    path: '/api/v1/version',
    isIt: (status, body) =>
      status === 200 && z.object({ version: z.string() }).safeParse(body).success,
  },
  // https://docs.gitlab.com/api/version/: `{ "message": "401 Unauthorized" }` without a token.
  {
    kind: 'gitlab',
    path: '/api/v4/version',
    isIt: (status, body) =>
      status === 401 && z.object({ message: z.string() }).safeParse(body).success,
  },
  {
    kind: 'github',
    path: '/api/v3/meta',
    isIt: (status, body) =>
      status === 200 &&
      z.object({ verifiable_password_authentication: z.boolean() }).safeParse(body).success,
  },
]

async function askHost(
  origin: string,
  { fetch, interrupt }: Pick<ForgeMachine, 'fetch' | 'interrupt'>,
): Promise<Kind | undefined> {
  let answered = false
  for (const { kind, path, isIt } of probes) {
    try {
      const signal = AbortSignal.any([interrupt, AbortSignal.timeout(15_000)])
      const answer = await fetch(`${origin}${path}`, { signal, redirect: 'error' })
      answered = true
      const body: unknown = await answer.json().catch(() => undefined)
      if (isIt(answer.status, body)) return kind
    } catch {
      if (interrupt.aborted) throw new ForgeError('interrupted', 'Interrupted.')
    }
  }
  if (!answered) throw new ForgeError('unreachable', `${origin} does not answer.`)
  return undefined
}

/** The program for a kind of host; loaded when it is needed. */
export async function createForge(kind: Kind, settings: ForgeSettings): Promise<Forge> {
  switch (kind) {
    case 'github':
      return (await import('./forges/github/github.ts')).createGithub(settings)
    case 'gitlab':
      return (await import('./forges/gitlab/gitlab.ts')).createGitlab(settings)
    case 'gitea':
      return (await import('./forges/gitea/gitea.ts')).createGitea(settings)
    case 'bitbucket':
      return (await import('./forges/bitbucket/bitbucket.ts')).createBitbucket(settings)
  }
}
