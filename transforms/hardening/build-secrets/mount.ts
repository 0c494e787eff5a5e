import {
  frontendOf,
  isRoot,
  type Dockerfile,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'

/** Where the text of a secret stands while a RUN works. */
export const pathOfSecret = (id: string): string => `/run/secrets/${id}`

/** What puts a secret's text in a command. */
export const textOfSecret = (id: string): string => `$(cat ${pathOfSecret(id)})`

/** How a secret is called: `npm_token`, `npmrc`, `auth_json`. */
export function idOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '_')
  return plain.replace(/^_+|_+$/g, '')
}

/**
 * Whether the build's frontend is sure to give a secret as a variable, which is so from its version 1.10: a line `# syntax` that fetches a later one, or
 * the newest of its line. Without one, the engine's own may be older. https://docs.docker.com/build/buildkit/dockerfile-release-notes/#1100
 */
export function givesVariables({ directives }: Dockerfile): boolean {
  const { minor = 0, isNewest } = frontendOf(directives)
  return isNewest || minor >= 10
}

/** `--mount` for a secret that a RUN reads as a file, or as a variable. */
export function secretMount(
  id: string,
  step: Step,
  stage: StageFacts,
  more: { readonly env?: string; readonly target?: string } = {},
): string {
  const { env, target } = more
  if (env !== undefined) return `--mount=type=secret,id=${id},env=${env}`
  const place = target === undefined ? '' : `,target=${target}`
  return `--mount=type=secret,id=${id}${place}${rightsOf(step, stage, '0444')}`
}

/** `--mount` for the keys of whoever builds. */
export const sshMount = (step: Step, stage: StageFacts): string =>
  `--mount=type=ssh${rightsOf(step, stage, '0666')}`

/** What is mounted is root's alone, unless said: of a known user it becomes that one's own, and else everybody in that RUN may use it. */
function rightsOf({ user }: Step, { base }: StageFacts, mode: string): string {
  if (user === undefined || user === '' || isRoot(user)) return ''
  const [name = ''] = user.split(':')
  const uid = /^\d+$/.test(name) ? name : name === base.user?.name ? base.user.uid : undefined
  return uid === undefined ? `,mode=${mode}` : `,uid=${uid}`
}
