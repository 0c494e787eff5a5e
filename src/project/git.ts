import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isWithin, relativeTo } from './relative-path.ts'

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
 * Those of the files (absolute paths) whose text git could not bring back: changed, staged, or untracked. Files outside a
 * repository, and all where git is not installed, are not among them. One `git status` for each repository.
 * Throws GitError where git refuses, for instance for a repository of another owner.
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
  for (const [root, own] of byRoot) {
    const status = await changedPaths(root)
    for (const file of own) if (status(relativeTo(root, file))) changed.add(file)
  }
  return changed
}

/**
 * Every file below a folder that git tracks or would add, relative to it, sorted; files that were deleted but are still tracked
 * included. Undefined where the folder is in no repository, or git is not installed or refuses.
 */
export async function listGitFiles(folder: string): Promise<readonly string[] | undefined> {
  if (gitRoot(folder) === undefined) return undefined
  const args = ['ls-files', '-c', '-o', '--exclude-standard', '-z']
  const out = await git(folder, args).catch(() => undefined)
  return out === undefined ? undefined : [...new Set(fields(out))].sort()
}

async function changedPaths(root: string): Promise<(file: string) => boolean> {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--ignore-submodules=all']
  const out = await git(root, [...args, '--untracked-files=normal'])
  const paths = fields(out ?? '').map((field) => field.slice(3))
  const files = new Set(paths)
  // An untracked folder is given as itself: 'new/'.
  const folders = paths.filter((name) => name.endsWith('/'))
  return (file) => files.has(file) || folders.some((folder) => isWithin(`/${folder}`, `/${file}`))
}

function fields(out: string): readonly string[] {
  return out.split('\0').filter((field) => field !== '')
}

/**
 * Runs git without a shell. Takes no lock, and starts no program that the repository's own configuration names. Gives
 * undefined where git is not installed.
 */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  const safe = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  return new Promise((done, fail) => {
    execFile(
      'git',
      [...safe, ...args],
      { cwd: folder, maxBuffer: 2 ** 30, encoding: 'utf8' },
      (error, out, messages) => {
        if (!error) done(out)
        else if (error.code === 'ENOENT' && existsSync(folder)) done(undefined)
        else fail(new GitError(messages.trim() || error.message))
      },
    )
  })
}
