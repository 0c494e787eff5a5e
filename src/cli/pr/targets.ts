import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Target } from '../../publish/campaign/settings.ts'
import type { Forge } from '../../publish/forge.ts'
import { readRepositoryName, type RemotePlace } from '../../publish/remote-url.ts'
import { hostOfEnvironment } from '../../publish/tokens.ts'
import { messageOf, readBytes } from '../migrate/file-list.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { UsageError } from '../usage-error.ts'
import type { PrChoice } from '../cli-options.ts'

/** The origin that names without a host belong to. */
export function defaultOrigin(pr: PrChoice, env: Surroundings['env']): string {
  if (pr.host !== undefined) return pr.host
  switch (pr.forge) {
    case 'gitlab':
      return hostOfEnvironment('gitlab', env) ?? 'https://gitlab.com'
    case 'gitea':
      return hostOfEnvironment('gitea', env) ?? 'https://codeberg.org'
    case 'bitbucket':
      return 'https://bitbucket.org'
    case 'github':
    case undefined:
      return hostOfEnvironment('github', env) ?? onlyHost(env) ?? 'https://github.com'
  }
}

/** Without a word about GitHub, a Gitea or GitLab that the environment names is meant. */
function onlyHost(env: Surroundings['env']): string | undefined {
  const isGithub = ['GH_TOKEN', 'GITHUB_TOKEN'].some((name) => env[name] !== undefined)
  return isGithub
    ? undefined
    : (hostOfEnvironment('gitea', env) ?? hostOfEnvironment('gitlab', env))
}

/** The repositories of `--repos`: a name or URL a line; blank lines and `#` comments are passed over. Throws UsageError. */
export async function readRepositoryList(
  file: string,
  origin: string,
  { cwd, stdin }: Surroundings,
): Promise<readonly RemotePlace[]> {
  const text = file === '-' ? (await readBytes(stdin)).toString('utf8') : readText(file, cwd)
  const places = new Map<string, RemotePlace>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const name = line.replace(/(^|\s)#.*$/, '').trim()
    if (name === '') continue
    const place = readRepositoryName(name, origin) ?? readRepositoryName(name, undefined)
    if (place === undefined)
      throw new UsageError(
        `--repos: line ${index + 1} of ${file} is no repository: ${JSON.stringify(name.slice(0, 80))}`,
      )
    places.set(`${place.host}/${place.path}`, place)
  }
  if (places.size === 0) throw new UsageError(`--repos: ${file} names no repository`)
  return [...places.values()]
}

/** The repositories of a host that `--org`, `--topic` and `--query` choose, sorted, so that every run takes the same order. */
export async function listTargets(
  forge: Forge,
  { org, topic, query }: PrChoice,
): Promise<readonly Target[]> {
  const found = new Map<string, Target>()
  for await (const repository of forge.repositories({ org, topic, query }))
    found.set(repository.path, repository)
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`--repos: ${file} can't be read (${messageOf(error)})`)
  }
}
