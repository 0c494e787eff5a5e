import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type GitListing, readBatch, readListing, readTree } from './git-answers.ts'
import { relativeTo } from '../relative-path.ts'

/** git is there, and so is the repository, but git would not answer; the message is git's own. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** The nearest folder at or above a path that has a `.git` (a file in worktrees and submodules); starts no process. */
export function gitRoot(from: string): string | undefined {
  let folder = path.resolve(from)
  while (!existsSync(path.join(folder, '.git'))) {
    const above = path.dirname(folder)
    if (above === folder) return undefined
    folder = above
  }
  return folder
}

/**
 * Those of the files (absolute paths) whose text git could not bring back: what is not committed as it is now, line ends apart. Files that git
 * ignores or that are outside of a repository, and all where git is not installed, are not among them. Blobs are compared, because `git status` would
 * start the filters that a repository names. Throws GitError where git refuses, for instance for a repository of another owner.
 */
export async function uncommittedChanges(files: readonly string[]): Promise<Set<string>> {
  const byRoot = new Map<string, string[]>()
  for (const file of files) {
    const root = gitRoot(path.dirname(file))
    if (root === undefined) continue
    const own = byRoot.get(root)
    if (own) own.push(file)
    else byRoot.set(root, [file])
  }
  const changed = new Set<string>()
  for (const [root, own] of byRoot)
    for (const file of await changedBelow(root, own)) changed.add(file)
  return changed
}

async function changedBelow(root: string, files: readonly string[]): Promise<readonly string[]> {
  const pathOf = (file: string): string => relativeTo(root, file)
  const ids = await committedIds(root, files.map(pathOf))
  if (ids === undefined) return []
  const wanted = files.flatMap((file) => ids.get(pathOf(file)) ?? [])
  const input = wanted.map((id) => `${id}\n`).join('')
  const texts = readBatch((await git(root, ['cat-file', '--batch'], { input })) ?? none)
  const changed = files.filter((file) => !isTextOf(texts.get(ids.get(pathOf(file)) ?? ''), file))
  const unknown = changed.map(pathOf).filter((path) => !ids.has(path))
  const asked = unknown.map((path) => `${path}\0`).join('')
  const args = ['check-ignore', '-z', '--stdin']
  const ignored = asked === '' ? none : await git(root, args, { input: asked, or: 1 })
  const left = new Set(fields(ignored ?? none))
  return changed.filter((file) => !left.has(pathOf(file)))
}

/** The blobs of the last commit by path, of these files at least; undefined where git is not installed. */
async function committedIds(
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const head = await git(root, ['rev-parse', '--quiet', '--verify', 'HEAD^{tree}'], { or: 1 })
  if (head === undefined) return undefined
  // Nothing is committed yet.
  if (head.length === 0) return new Map()
  const few = paths.length <= mostNamed ? ['--', ...paths] : []
  const args = ['ls-tree', '-r', '-z', '--full-tree', head.toString().trim(), ...few]
  const out = await git(root, args)
  return new Map(readTree(out ?? none).map(({ path, id }) => [path, id]))
}

/** Paths on a command line, which is not to get too long. */
const mostNamed = 200

/** Is that the text of a file, line ends apart? Git converts them where it is told to. */
function isTextOf(text: Buffer | undefined, file: string): boolean {
  if (text === undefined) return false
  try {
    const now = readFileSync(file)
    return now.equals(text) || withoutCr(now) === withoutCr(text)
  } catch {
    return false
  }
}

function withoutCr(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\r\n/g, '\n')
}

const none = Buffer.alloc(0)

/**
 * Every file below a folder that git tracks or would add, relative to it, sorted; files that were deleted but are still tracked
 * included. Undefined where the folder is in no repository, or git is not installed or refuses.
 */
export async function listGitFiles(folder: string): Promise<GitListing | undefined> {
  if (gitRoot(folder) === undefined) return undefined
  const args = ['ls-files', '-c', '-o', '-s', '--exclude-standard', '-z']
  let messages = ''
  const out = await git(folder, args, { hear: (text) => (messages = text) }).catch(() => undefined)
  return out === undefined ? undefined : readListing(fields(out), messages)
}

function fields(out: Buffer): readonly string[] {
  return out
    .toString()
    .split('\0')
    .filter((field) => field !== '')
}

/**
 * What the repository's own configuration could start: monitors, hooks, and the programs that reach a remote, which git asks for objects that a partial
 * clone lacks. None of the commands here runs filters, converters for diffs, pagers or helpers for credentials.
 */
const safe = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  ...['', 'file.', 'git.', 'ssh.', 'http.', 'https.', 'ext.'].map(
    (name) => `protocol.${name}allow=never`,
  ),
  'core.quotePath=false',
].flatMap((setting) => ['-c', setting])

interface GitSettings {
  readonly input?: string
  /** An exit code that is no failure either. */
  readonly or?: number
  /** Is given what git says on standard error. */
  readonly hear?: (messages: string) => void
}

/** Runs git without a shell; takes no lock. Gives undefined where git is not installed. */
function git(
  folder: string,
  args: readonly string[],
  { input, or, hear }: GitSettings = {},
): Promise<Buffer | undefined> {
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      ['--no-optional-locks', ...safe, ...args],
      { cwd: folder, maxBuffer: 2 ** 30, encoding: 'buffer' },
      (error, out, messages) => {
        hear?.(messages.toString())
        if (!error || error.code === or) done(out)
        else if (error.code === 'ENOENT' && existsSync(folder)) done(undefined)
        else fail(new GitError(messages.toString().trim() || error.message))
      },
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}
