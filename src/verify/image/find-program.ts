import path from 'node:path'
import type { InspectedImage } from './inspect-image.ts'
import { type ImageFile, type ImageFiles, resolveInImage } from './image-files.ts'
import { defaultPath } from '../../library.ts'

/** Who a container runs as. */
export interface ImageUser {
  readonly name: string
  readonly uid: number
  readonly gids: readonly number[]
}

/** USER as the image's own /etc/passwd and /etc/group read it; undefined where they don't know the name. */
export function userOf({ user }: InspectedImage, { texts }: ImageFiles): ImageUser | undefined {
  const [name = '', group] = (user === '' ? 'root' : user).split(':')
  const rows = (file: string): readonly (readonly string[])[] =>
    (texts.get(file) ?? '').split('\n').map((line) => line.split(':'))
  const own = rows('/etc/passwd').find((row) => row[0] === name || row[2] === name)
  const isNumber = /^\d+$/.test(name)
  if (own === undefined && !isNumber && name !== 'root') return undefined
  const uid = Number(own?.[2] ?? (isNumber ? name : 0))
  const groups = rows('/etc/group')
  const main =
    group === undefined
      ? Number(own?.[3] ?? 0)
      : Number(groups.find((row) => row[0] === group)?.[2] ?? group)
  const more = groups
    .filter((row) => (row[3] ?? '').split(',').includes(own?.[0] ?? name))
    .map((row) => Number(row[2]))
  return { name, uid, gids: [main, ...(group === undefined ? more : [])] }
}

/** Whether a user may do to an entry what the bit says: 4 read, 2 write, 1 execute. */
export function may(user: ImageUser, { mode, uid, gid }: ImageFile, bit: 4 | 2 | 1): boolean {
  if (user.uid === 0) return bit !== 1 || (mode & 0o111) !== 0
  if (user.uid === uid) return (mode & (bit << 6)) !== 0
  return (mode & (user.gids.includes(gid) ? bit << 3 : bit)) !== 0
}

/** The file that a program's name means in an image: by PATH, or from the working directory. */
export function findProgram(
  name: string,
  config: InspectedImage,
  files: ImageFiles,
): { readonly path: string; readonly file: ImageFile } | undefined {
  if (name.includes('/')) return resolveInImage(files, path.posix.resolve(config.workingDir, name))
  for (const folder of (config.env.get('PATH') ?? defaultPath).split(':')) {
    const found = resolveInImage(files, path.posix.join(folder, name))
    if (found?.file.kind === 'file' && (found.file.mode & 0o111) !== 0) return found
  }
  return undefined
}

/** The program that a script's first line means, `env` followed; undefined where it says none. */
export function scriptInterpreter(shebang: string): string | undefined {
  const [program = '', ...words] = shebang.split(/\s+/)
  if (!/(^|\/)env$/.test(program)) return program === '' ? undefined : program
  return words.find((word) => !word.startsWith('-') && !word.includes('='))
}
