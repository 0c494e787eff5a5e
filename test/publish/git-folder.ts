import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A git repository in a temporary folder. */
export interface GitFolder {
  readonly folder: string
  readonly git: (...args: readonly string[]) => string
  /** Writes files (path -> text) and commits them; gives the commit's id. */
  readonly commit: (files: Readonly<Record<string, string>>, message?: string) => string
  readonly remove: () => void
}

const identity = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
}

/** The environment for git in tests: nobody's own configuration. */
export const gitEnvironment = {
  ...process.env,
  ...identity,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

export function gitFolder(): GitFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-test-'))
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env: gitEnvironment, encoding: 'utf8' }).trim()
  git('init', '--quiet', '--initial-branch=main', '.')
  // What hosts allow.
  git('config', 'uploadpack.allowFilter', 'true')
  git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  git('config', 'receive.denyCurrentBranch', 'ignore')
  return {
    folder,
    git,
    commit: (files, message = 'Add files') => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        writeFileSync(path.join(folder, name), text)
      }
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
