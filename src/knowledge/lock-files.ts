/** Files that a package manager alone reads, and writes where they are missing: a build that lacks one is the same build. */
const lockFiles: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'composer.lock',
  'symfony.lock',
  'go.sum',
  'go.work.sum',
])

/** Whether a file of that name is a package manager's lock file. */
export const isLockFile = (name: string): boolean => lockFiles.has(name)
