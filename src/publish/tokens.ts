import { execFile } from 'node:child_process'
import type { ForgeKind } from './forge.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a token came from, in words that don't hold it. */
export interface Token {
  readonly value: string
  /** 'GH_TOKEN', 'gh auth token' */
  readonly from: string
}

interface HostVariables {
  /** Variables with a token, in the order in which they count, as the hosts' own programs read them. */
  readonly tokens: readonly string[]
  /** The public host that they are for without another word. */
  readonly publicHost: string | undefined
  /** Variables that name another host, or its URL, that they are for. */
  readonly hosts: readonly string[]
}

/** https://cli.github.com/manual/gh_help_environment, https://docs.gitlab.com/cli/#environment-variables */
const rows: Readonly<Record<Exclude<ForgeKind, 'git'>, readonly HostVariables[]>> = {
  github: [
    {
      tokens: ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'],
      publicHost: undefined,
      hosts: ['GH_HOST', 'GITHUB_SERVER_URL'],
    },
    {
      tokens: ['GH_TOKEN', 'GITHUB_TOKEN'],
      publicHost: 'github.com',
      hosts: ['GH_HOST', 'GITHUB_SERVER_URL'],
    },
  ],
  gitlab: [
    {
      tokens: ['GITLAB_TOKEN', 'GITLAB_ACCESS_TOKEN'],
      publicHost: 'gitlab.com',
      hosts: ['GITLAB_HOST', 'GL_HOST', 'GITLAB_URI', 'CI_SERVER_URL'],
    },
  ],
  gitea: [
    { tokens: ['CODEBERG_TOKEN'], publicHost: 'codeberg.org', hosts: [] },
    {
      tokens: ['GITEA_TOKEN'],
      publicHost: 'gitea.com',
      hosts: ['GITEA_URL', 'GITEA_HOST', 'GITEA_SERVER_URL'],
    },
    {
      tokens: ['FORGEJO_TOKEN'],
      publicHost: 'codeberg.org',
      hosts: ['FORGEJO_URL', 'FORGEJO_HOST'],
    },
  ],
  bitbucket: [
    {
      tokens: ['BITBUCKET_TOKEN', 'BITBUCKET_ACCESS_TOKEN'],
      publicHost: 'bitbucket.org',
      hosts: [],
    },
  ],
}

/** The variables that can hold a token for a kind of host, for messages and docs. */
export function tokenVariables(kind: ForgeKind): readonly string[] {
  return kind === 'git' ? [] : rows[kind].flatMap(({ tokens }) => tokens)
}

/** The host that the environment names for a kind: `GITEA_URL`, `GITLAB_HOST`, `GH_HOST`; as an origin ('https://git.example.org'). */
export function hostOfEnvironment(kind: ForgeKind, env: Environment): string | undefined {
  if (kind === 'git') return undefined
  return rows[kind]
    .flatMap(({ hosts }) => hosts)
    .map((name) => originOf(env[name]))
    .find((origin) => origin !== undefined)
}

function originOf(text: string | undefined): string | undefined {
  const value = text?.trim() ?? ''
  if (value === '') return undefined
  const url = value.includes('://') ? value : `https://${value}`
  return URL.canParse(url) ? new URL(url).origin : undefined
}

/**
 * The token for a host: from the environment, else from the host's own command line (`gh`, `glab`). A variable counts for its public host and
 * for the host that the environment or the user names, and for no other: a repository's remote must not say where a token is sent. Undefined where there
 * is none.
 */
export async function findToken(
  kind: ForgeKind,
  host: string,
  env: Environment,
  isHostGiven: boolean,
): Promise<Token | undefined> {
  if (kind === 'git') return undefined
  for (const { tokens, publicHost, hosts } of rows[kind]) {
    const isMeant =
      host === publicHost ||
      (isHostGiven && publicHost !== host && !isPublic(host)) ||
      hosts.some((name) => originOf(env[name])?.endsWith(`://${host}`))
    if (!isMeant) continue
    for (const name of tokens) {
      const value = env[name]?.trim()
      if (value !== undefined && value !== '') return { value, from: name }
    }
  }
  const command = commandFor(kind, host)
  if (command === undefined) return undefined
  const value = await ask(command, env)
  return value === undefined ? undefined : { value, from: command.slice(0, 3).join(' ') }
}

function isPublic(host: string): boolean {
  return Object.values(rows).some((each) => each.some(({ publicHost }) => publicHost === host))
}

function commandFor(kind: ForgeKind, host: string): readonly string[] | undefined {
  if (kind === 'github') return ['gh', 'auth', 'token', '--hostname', host]
  if (kind === 'gitlab') return ['glab', 'config', 'get', 'token', '--host', host]
  return undefined
}

function ask(
  [program = '', ...args]: readonly string[],
  env: Environment,
): Promise<string | undefined> {
  return new Promise((done) => {
    execFile(program, args, { env, timeout: 10_000, encoding: 'utf8' }, (error, out) => {
      const value = out.trim()
      done(error || value === '' || /\s/.test(value) ? undefined : value)
    })
  })
}
