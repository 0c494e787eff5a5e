/** What the fleet test asks of Gitea by itself: nothing of it goes through the program under test. */
export interface Gitea {
  readonly url: string
  readonly token: string
}

interface GiteaPull {
  readonly number: number
  readonly state: string
  readonly merged: boolean
  readonly body: string
  readonly head: { readonly ref: string; readonly sha: string }
}

export async function ask<T>(
  gitea: Gitea,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${gitea.url}/api/v1${path}`, {
    method,
    headers: { authorization: `token ${gitea.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export async function makeRepository(
  gitea: Gitea,
  org: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await ask(gitea, 'POST', `/orgs/${org}/repos`, { name, default_branch: 'main', auto_init: false })
  await commitFiles(gitea, `${org}/${name}`, 'main', files, 'Add services')
}

/** A commit of files that are not there yet. */
export async function commitFiles(
  gitea: Gitea,
  repository: string,
  branch: string,
  files: Readonly<Record<string, string>>,
  message: string,
): Promise<string> {
  const answer = await ask<{ commit: { sha: string } }>(
    gitea,
    'POST',
    `/repos/${repository}/contents`,
    {
      branch,
      message,
      files: Object.entries(files).map(([path, text]) => ({
        operation: 'create',
        path,
        content: Buffer.from(text).toString('base64'),
      })),
    },
  )
  return answer.commit.sha
}

export async function pullsOf(gitea: Gitea, repository: string): Promise<readonly GiteaPull[]> {
  const all: GiteaPull[] = []
  for (let page = 1; ; page++) {
    const some = await ask<GiteaPull[]>(
      gitea,
      'GET',
      `/repos/${repository}/pulls?state=all&limit=50&page=${page}`,
    )
    all.push(...some)
    if (some.length < 50) return all
  }
}
