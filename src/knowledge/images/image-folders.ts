// Folders that an image has, whatever is in it.

/** PATH where an image sets none: https://github.com/moby/moby/blob/master/daemon/pkg/oci/defaults.go */
export const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The folders of {@link defaultPath}, in their order. */
export const pathFolders: readonly string[] = defaultPath.split(':')

/** Where everybody may write, and nothing is kept: https://refspecs.linuxfoundation.org/fhs.shtml */
export const transientFolders: readonly string[] = ['/tmp', '/var/tmp', '/dev', '/proc']

/** Folders that every image with a file system of Debian, Alpine or the like has: https://refspecs.linuxfoundation.org/fhs.shtml */
export const systemFolders: ReadonlySet<string> = new Set(
  [
    '/ /bin /boot /dev /etc /home /lib /media /mnt /opt /proc /root /run /sbin /srv /sys /tmp /usr /var',
    '/usr/bin /usr/include /usr/lib /usr/local /usr/sbin /usr/share /usr/src',
    '/usr/local/bin /usr/local/etc /usr/local/include /usr/local/lib /usr/local/sbin /usr/local/share',
    '/var/cache /var/lib /var/log /var/spool /var/tmp /etc/ssl /etc/ssl/certs',
  ].flatMap((line) => line.split(' ')),
)

/** Folders that belong to root wherever an image has them. Below /usr/src and in /usr/app there are programs of authors alone. */
const ofRoot =
  /^\/(bin|boot|dev|etc|lib\w*|proc|root|run|sbin|sys|usr(?!\/(src\/.|app(\/|$)))|var\/(run|lock|spool|mail|cache\/(apt|apk)))(\/|$)|^\/(home|media|mnt|opt|srv|var|var\/(lib|log|cache|opt|local|www))?$/

/** Whether a folder is the system's: nobody but root writes there, and a COPY gives none of those that are there to somebody else. */
export const belongsToRoot = (path: string): boolean => ofRoot.test(path)

/** Whether a path is that of a program of the system: `/usr/bin/git`. What lies in /usr/local is nobody's package. */
export const isProgramPath = (path: string): boolean => /^\/(usr\/)?s?bin\/[^/]+$/.test(path)

/** A program of the system by its name alone: 'git' for `/usr/bin/git`; other names and paths as they are. */
export const programName = (name: string): string =>
  isProgramPath(name) ? name.slice(name.lastIndexOf('/') + 1) : name

/** The outermost folder on the way from one to what lies in it that no image has by itself: `/opt/tool` of `/opt/tool/bin/x` in `/opt`. */
export function outermostOwn(path: string, folder: string): string {
  const start = folder === '/' ? '' : folder
  const parts = path.slice(start.length + 1).split('/')
  const above = parts.map((_, i) => `${start}/${parts.slice(0, i + 1).join('/')}`)
  return above.find((item) => !systemFolders.has(item)) ?? path
}
