import type { ImageFiles } from './image-files.ts'

/** Packages of the distribution by name, with their versions, from the image's own dpkg or apk database. */
export function osPackages({ texts }: ImageFiles): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [path, text] of texts) {
    if (path.startsWith('/var/lib/dpkg/status')) readDpkg(text, found)
    else if (path.endsWith('/apk/db/installed')) readApk(text, found)
  }
  return found
}

/** https://man7.org/linux/man-pages/man5/deb-control.5.html; distroless images have a file for each package. */
function readDpkg(text: string, found: Map<string, string>): void {
  for (const paragraph of text.split(/\n\n+/)) {
    const field = (name: string): string | undefined =>
      new RegExp(`^${name}: *(.+)$`, 'm').exec(paragraph)?.[1]?.trim()
    const name = field('Package')
    const status = field('Status')
    // Removed packages keep their entry as long as their configuration stays.
    if (name !== undefined && (status === undefined || status.endsWith(' installed')))
      found.set(name, field('Version') ?? '')
  }
}

/** https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2 */
function readApk(text: string, found: Map<string, string>): void {
  for (const paragraph of text.split(/\n\n+/)) {
    const name = /^P:(.+)$/m.exec(paragraph)?.[1]
    if (name !== undefined) found.set(name, /^V:(.+)$/m.exec(paragraph)?.[1] ?? '')
  }
}

/** Whether a path is a file that dpkg unpacked. Its lists say /lib for what lies in /usr/lib where the one is a link to the other. */
export function packagedFiles({ texts }: ImageFiles): (path: string) => boolean {
  const plain = (path: string) => path.replace(/^\/usr(?=\/)/, '')
  const found = new Set<string>()
  for (const [path, text] of texts)
    if (path.startsWith('/var/lib/dpkg/info/'))
      for (const line of text.split('\n')) found.add(plain(line))
  return (path) => found.has(plain(path))
}
