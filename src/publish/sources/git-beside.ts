import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Git, GitSettings } from './git-process.ts'
import { type Setting, withSettings } from './git-settings.ts'

/** A place for git that has the objects of a user's clone, and no setting that stands in the clone itself. */
export interface GitBeside {
  /** A bare repository of ours. */
  readonly folder: string
  /** Does the clone lack objects, which its remote gives? */
  readonly isPartial: boolean
  /** What git takes from the environment there. */
  readonly env: GitSettings['env']
  /** Removes it. */
  readonly close: () => void
}

/**
 * Makes a place beside a clone. A clone's own configuration can name programs for most of what git does with a remote: helpers for credentials, ssh,
 * proxies, the remote's side. What counts here is what the user has set for himself, for this folder (`includeIf`) or everywhere, and the clone's
 * name and address for commits. Throws ForgeError.
 */
export async function gitBeside(
  git: Git,
  clone: string,
  env: GitSettings['env'],
  temporary: string,
): Promise<GitBeside> {
  const ask = async (at: string, ...args: readonly string[]): Promise<string> =>
    (await git.run(at, args)).toString()
  const line = async (...args: readonly string[]): Promise<string> =>
    (await ask(clone, ...args)).trimEnd()
  const folder = mkdtempSync(join(temporary, 'msb-migrate-git-'))
  const format = await line('rev-parse', '--show-object-format')
  await ask(folder, 'init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '.')
  const objects = resolve(clone, await line('rev-parse', '--git-path', 'objects'))
  // In quotes, as git reads any name: https://git-scm.com/docs/git#Documentation/git.txt-GITALTERNATEOBJECTDIRECTORIES
  writeFileSync(join(folder, 'objects/info/alternates'), `${JSON.stringify(objects)}\n`)
  const shallow = resolve(clone, await line('rev-parse', '--git-path', 'shallow'))
  if (existsSync(shallow)) copyFileSync(shallow, join(folder, 'shallow'))
  const here = new Set(settingsIn(await ask(folder, ...listSettings)).map(String))
  const more = settingsIn(await ask(clone, ...listSettings)).filter(
    (each) => !here.has(String(each)),
  )
  const promisor = ['config', '--get-regexp', '^(extensions.partialclone|remote\\..*\\.promisor)$']
  return {
    folder,
    isPartial: (await line(...promisor).catch(() => '')) !== '',
    env: {
      ...withSettings(env, more),
      ...(await identityIn(line)),
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const listSettings = ['config', '--list', '--show-scope', '-z']

/** What the user, the machine and the command line have set: `SCOPE NUL KEY LINEFEED VALUE NUL ...`. Includes are listed by what they bring. */
function settingsIn(out: string): readonly Setting[] {
  const parts = out.split('\0')
  return parts.flatMap((scope, i): Setting[] => {
    if (i % 2 === 1 || !['system', 'global', 'command'].includes(scope)) return []
    const [key = '', ...value] = (parts[i + 1] ?? '').split('\n')
    return /^include(if)?\./.test(key) ? [] : [[key, value.join('\n')]]
  })
}

/** Who commits in the clone; nothing where git can't tell, and says so itself when somebody is needed. */
async function identityIn(
  line: (...args: readonly string[]) => Promise<string>,
): Promise<GitSettings['env']> {
  const found: Record<string, string> = {}
  for (const role of ['AUTHOR', 'COMMITTER']) {
    const text = await line('var', `GIT_${role}_IDENT`).catch(() => '')
    const [, name, address] = /^(.*) <(.*)> \d+ [+-]\d+$/.exec(text) ?? []
    if (name === undefined || address === undefined) continue
    found[`GIT_${role}_NAME`] = name
    found[`GIT_${role}_EMAIL`] = address
  }
  return found
}
