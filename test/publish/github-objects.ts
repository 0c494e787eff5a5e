import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { type Call, orMissing } from './github-emulator.ts'

interface Person {
  readonly name: string
  readonly email: string
  readonly date: string
}

interface GitCommit {
  readonly type: 'commit'
  readonly sha: string
  readonly message: string
  readonly tree: { readonly sha: string }
  readonly parents: readonly { readonly sha: string }[]
  readonly author: Person
  readonly committer: Person
}

interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

type GitObject =
  | GitCommit
  | { readonly type: 'tree'; readonly sha: string; readonly tree: readonly TreeEntry[] }
  | { readonly type: 'blob'; readonly sha: string; readonly content: string }

/** Everything that a commit leads to, what others need first; stops where `has` knows an object. */
async function* objectsOf(
  call: Call,
  repository: string,
  commit: string,
  has: (sha: string) => boolean | Promise<boolean>,
): AsyncGenerator<GitObject> {
  const seen = new Set<string>()
  async function* visit(type: string, sha: string): AsyncGenerator<GitObject> {
    if (seen.has(sha) || type === 'submodule') return
    seen.add(sha)
    if (await has(sha)) return
    const found = await call<GitObject>('GET', `/repos/${repository}/git/${type}s/${sha}`)
    if (type === 'commit') {
      const read = found as GitCommit
      for (const parent of read.parents) yield* visit('commit', parent.sha)
      yield* visit('tree', read.tree.sha)
    }
    if (type === 'tree') {
      for (const entry of (found as { tree: readonly TreeEntry[] }).tree) {
        yield* visit(entry.type === 'commit' ? 'submodule' : entry.type, entry.sha)
      }
    }
    yield { ...found, type, sha } as GitObject
  }
  yield* visit('commit', commit)
}

/** Gives a repository of the emulator the objects of another, as the forks of one repository have them in common on GitHub. */
export async function shareObjects(call: Call, from: string, to: string, commit: string) {
  const has = async (sha: string) =>
    (await orMissing(call('GET', `/repos/${to}/git/commits/${sha}`))) !== undefined
  for await (const object of objectsOf(call, from, commit, has)) {
    const made = await call<{ sha: string }>(
      'POST',
      `/repos/${to}/git/${object.type}s`,
      bodyOf(object),
    )
    if (made.sha !== object.sha) throw new Error(`${object.type} ${object.sha} became ${made.sha}`)
  }
}

function bodyOf(object: GitObject): unknown {
  if (object.type === 'blob') return { content: object.content, encoding: 'base64' }
  if (object.type === 'tree') return { tree: object.tree }
  const { message, tree, parents, author, committer } = object
  return { message, tree: tree.sha, parents: parents.map(({ sha }) => sha), author, committer }
}

/**
 * Brings a bare repository in step with the emulator's, which has its objects in memory: the ids are git's own, so what git reads there
 * is what the API tells. One way only: nothing is pushed to it.
 */
export async function mirrorRepository(call: Call, repository: string, folder: string) {
  const refs = await call<{ ref: string; object: { sha: string } }[]>(
    'GET',
    `/repos/${repository}/git/matching-refs/heads`,
  )
  for (const name of ['objects', 'refs']) await mkdir(path.join(folder, name), { recursive: true })
  const fileOf = (sha: string) => path.join(folder, 'objects', sha.slice(0, 2), sha.slice(2))
  for (const { object } of refs) {
    const has = (sha: string) => existsSync(fileOf(sha))
    for await (const found of objectsOf(call, repository, object.sha, has)) {
      const content = contentOf(found)
      const bytes = Buffer.concat([Buffer.from(`${found.type} ${content.length}\0`), content])
      const sha = createHash('sha1').update(bytes).digest('hex')
      if (sha !== found.sha) throw new Error(`${found.type} ${found.sha} is ${sha} to git`)
      await mkdir(path.dirname(fileOf(sha)), { recursive: true })
      await writeFile(fileOf(sha), await promisify(deflate)(bytes))
    }
  }
  const lines = refs.map(({ ref, object }) => `${object.sha} ${ref}\n`).sort()
  await writeFile(path.join(folder, 'packed-refs'), lines.join(''))
  await writeFile(path.join(folder, 'config'), '[core]\n\tbare = true\n')
  await writeFile(path.join(folder, 'HEAD'), 'ref: refs/heads/main\n')
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function contentOf(object: GitObject): Buffer {
  if (object.type === 'blob') return Buffer.from(object.content, 'base64')
  if (object.type === 'tree') {
    const nameOf = ({ path: name, type }: TreeEntry) =>
      Buffer.from(type === 'tree' ? `${name}/` : name)
    const sorted = [...object.tree].sort((one, other) => nameOf(one).compare(nameOf(other)))
    return Buffer.concat(
      sorted.flatMap(({ mode, path: name, sha }) => [
        Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
        Buffer.from(sha, 'hex'),
      ]),
    )
  }
  const personOf = ({ name, email, date }: Person) =>
    `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`
  const lines = [
    `tree ${object.tree.sha}`,
    ...object.parents.map(({ sha }) => `parent ${sha}`),
    `author ${personOf(object.author)}`,
    `committer ${personOf(object.committer)}`,
    '',
    object.message.endsWith('\n') ? object.message : `${object.message}\n`,
  ]
  return Buffer.from(lines.join('\n'))
}
