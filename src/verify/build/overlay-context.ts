import {
  chmod,
  constants,
  copyFile,
  link,
  mkdir,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { isIgnored, parseIgnoreFile } from '../../library.ts'
import type { BuildPlan } from './service-plan.ts'

/**
 * A build context that is the user's folder with the migration's files in it, made in `folder` (absolute). COPY reads one context
 * only, and the user's folder stays untouched; so where a migration writes more than ignore files, its build gets a folder of its own:
 * hard links where the disk allows them, else copies, of what the ignore file lets through. Links are made again as they are.
 */
export async function overlayContext(build: BuildPlan, folder: string): Promise<void> {
  const patterns = parseIgnoreFile(build.ignore ?? '')
  const hasExceptions = patterns.some(({ negated }) => negated)
  const isLeftOut = (name: string): boolean => isIgnored(patterns, name)

  const walk = async (below: string): Promise<void> => {
    const from = path.join(build.context, below)
    const to = path.join(folder, below)
    await mkdir(to, { recursive: true })
    for (const entry of await readdir(from, { withFileTypes: true })) {
      const name = path.posix.join(below, entry.name)
      if (entry.isDirectory()) {
        // BuildKit applies the ignore file itself, so a folder that may hold an exception comes along.
        if (!isLeftOut(name) || hasExceptions) await walk(name)
      } else if (!isLeftOut(name)) {
        if (entry.isSymbolicLink())
          await symlink(await readlink(path.join(from, entry.name)), path.join(to, entry.name))
        else if (entry.isFile())
          await linkOrCopy(path.join(from, entry.name), path.join(to, entry.name))
      }
    }
    // COPY keeps modes. Writable for us, so that the folder can be removed.
    await chmod(to, ((await stat(from)).mode & 0o7777) | 0o200)
  }

  await walk('')
  for (const file of build.added) await put(path.join(folder, file.path), file.after)
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
  }
}

/** Never through a hard link: the file at its other end is the user's. */
async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await rm(file, { force: true })
  await writeFile(file, text)
}
