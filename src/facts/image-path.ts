import { posix } from 'node:path'

/** A path inside an image, made absolute and clean; undefined where a relative one meets a folder that is not known. */
export function resolvePath(folder: string | undefined, path: string): string | undefined {
  if (path.startsWith('/')) return withoutEndSlash(posix.normalize(path))
  return folder === undefined ? undefined : withoutEndSlash(posix.join(folder, path))
}

/** The WorkingDir that BuildKit writes down: only a relative path is made clean (`NormalizeWorkdir` in its system package). */
export function configPath(folder: string, path: string): string {
  return path.startsWith('/') ? path : posix.join(folder || '/', path)
}

/** Whether a path is the folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`)
}

/** A path as written from a folder: './dist', './'; absolute where it lies elsewhere. */
export function pathFrom(folder: string | undefined, path: string): string {
  if (folder === undefined || folder === '/' || !isWithin(path, folder)) return path
  return path === folder ? './' : `./${path.slice(folder.length + 1)}`
}

/** Folders that every image with a file system of Debian, Alpine or the like has: https://refspecs.linuxfoundation.org/fhs.shtml */
export const systemFolders: ReadonlySet<string> = new Set(
  [
    '/ /bin /boot /dev /etc /home /lib /media /mnt /opt /proc /root /run /sbin /srv /sys /tmp /usr /var',
    '/usr/bin /usr/include /usr/lib /usr/local /usr/sbin /usr/share /usr/src',
    '/usr/local/bin /usr/local/etc /usr/local/include /usr/local/lib /usr/local/sbin /usr/local/share',
    '/var/cache /var/lib /var/log /var/spool /var/tmp /etc/ssl /etc/ssl/certs',
  ].flatMap((line) => line.split(' ')),
)

export const baseName = (path: string) => posix.basename(path)
export const folderOf = (path: string) => posix.dirname(path)

function withoutEndSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}
