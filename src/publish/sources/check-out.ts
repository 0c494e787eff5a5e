import type { Git } from './git-process.ts'

/** Checks a commit out into an empty folder, without its history. Throws ForgeError. */
export async function checkOut(
  git: Git,
  folder: string,
  url: string,
  commit: string,
): Promise<void> {
  const format = commit.length === 64 ? ['--object-format=sha256'] : []
  await git.run(folder, ['init', '--quiet', ...format, '.'])
  await git.run(folder, ['fetch', '--quiet', '--depth=1', '--no-tags', url, commit])
  await git.run(folder, ['checkout', '--quiet', '--detach', 'FETCH_HEAD'])
}
