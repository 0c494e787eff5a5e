import { docker, label } from './docker.ts'

/** What an image with PHP in it is held to beside its answers. */
export interface PhpImage {
  /** `php -m`, one name an entry; empty where the command line's PHP is not there. */
  readonly modules: readonly string[]
  /** Folders that are there. */
  readonly folders: readonly string[]
  /** Those that www-data can write, whom Apache's and php-fpm's workers run as. */
  readonly writable: readonly string[]
}

/** Looks into an image with containers of their own. */
export async function lookAtPhp(tag: string): Promise<PhpImage> {
  return {
    modules: await lines(['--entrypoint', 'php', tag, '-m']),
    folders: await lines(['--user', 'root', '--entrypoint', 'find', tag, ...allFolders]),
    writable: await lines([
      ...['--user', 'www-data', '--entrypoint', 'find', tag, ...allFolders, '-writable'],
    ]),
  }
}

const allFolders = ['/', '-xdev', '-type', 'd']

/** What a program could do before and can't any more: one sentence each. */
export function lostBy(before: PhpImage, after: PhpImage): readonly string[] {
  const modules = new Set(after.modules)
  const folders = new Set(after.folders)
  const writable = new Set(after.writable)
  return [
    ...before.modules
      .filter((name) => !modules.has(name))
      .map((name) => `php -m does not say ${name}`),
    ...before.writable
      .filter((folder) => folders.has(folder) && !writable.has(folder))
      .map((folder) => `www-data can't write ${folder}`),
  ]
}

async function lines(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await docker(['run', '--rm', '--label', label, ...args])
  return stdout.split('\n').filter((line) => line !== '')
}
