import { setTimeout } from 'node:timers/promises'
import type { Forge, ForgeMachine } from '../../publish/forge.ts'
import { createForge, tellForge } from '../../publish/find-forge.ts'
import { createGitOnly } from '../../publish/forges/git-only.ts'
import { createGit, type Git } from '../../publish/sources/git-process.ts'
import { findToken, tokenVariables } from '../../publish/tokens.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { UsageError } from '../usage-error.ts'
import type { PrChoice } from '../cli-options.ts'

/** A host, and git as it reaches it. */
export interface Connection {
  readonly forge: Forge
  readonly git: Git
}

/** What people are told while a host is at work. */
export interface Told {
  readonly onWait: ForgeMachine['onWait']
  readonly onHint: (text: string) => void
}

/** The machine for a host's program. */
export function createForgeMachine(
  { now, interrupt }: Surroundings,
  onWait: Told['onWait'],
): ForgeMachine {
  return {
    now,
    sleep: async (milliseconds) => {
      await setTimeout(milliseconds, undefined, { signal: interrupt }).catch(() => undefined)
    },
    interrupt,
    fetch: (input, init) => fetch(input, init),
    onWait,
  }
}

/**
 * The host at an origin, with the token for it. `isHostGiven`: the user named the host, so that a token of the environment is meant for it.
 * Throws UsageError where there is no token, or nobody can tell what the host runs; ForgeError where it does not answer.
 */
export async function connect(
  origin: string,
  pr: PrChoice,
  around: Surroundings,
  options: { readonly isHostGiven: boolean } & Told,
): Promise<Connection> {
  const machine = createForgeMachine(around, options.onWait)
  const { host } = new URL(origin)
  const kind = pr.forge ?? (await tellForge(origin, around.env, machine))
  if (kind === undefined)
    throw new UsageError(
      `nobody can tell what ${host} runs; --forge says it, and --push-only pushes branches without pull requests`,
    )
  const token = await findToken(kind, host, around.env, options.isHostGiven)
  if (token === undefined) {
    const names = tokenVariables(kind).join(', ')
    const own =
      kind === 'github' ? ', or sign in with gh' : kind === 'gitlab' ? ', or sign in with glab' : ''
    throw new UsageError(
      `there is no token for ${host}: set one of ${names}${own}; for a host of your own say --host ${origin}`,
    )
  }
  if (token.from === 'GITHUB_TOKEN' && around.env['GITHUB_ACTIONS'] === 'true')
    options.onHint(
      "pull requests that are made with a workflow's own GITHUB_TOKEN start no workflows; an app's or a person's token does",
    )
  const forge = await createForge(kind, { origin, token: token.value, pace: pr.pace, machine })
  const { gitAuthorization } = forge
  const git = createGit({
    env: around.env,
    interrupt: around.interrupt,
    authorization: gitAuthorization === undefined ? undefined : { origin, value: gitAuthorization },
  })
  return { forge, git }
}

/** Git alone (`--push-only`): by the user's own credentials. */
export function connectByGit(
  folder: string,
  remote: string,
  host: string,
  around: Surroundings,
): Connection {
  const git = createGit({ env: around.env, interrupt: around.interrupt })
  return { forge: createGitOnly({ git, folder, remote, host }), git }
}
