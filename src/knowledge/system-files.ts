import type { BaseImage, PackageManagerName } from './images/base-image.ts'

/** Files and folders of an image that a package of its system brings: programs read them without asking who put them there. */
export interface SystemFiles {
  /** Absolute, separated by blanks; a folder stands for all in it. */
  readonly paths: string
  /** The package of Debian's that has them. */
  readonly apt: string
  /** Alpine's; undefined where it has none with these paths. */
  readonly apk?: string
  /** The package is not worth an install, or it brings a part only: the image that has it stays. */
  readonly keepsBase?: true
  /** Images that have them without the package, by their distributions and families. */
  readonly isIn?: readonly ('alpine' | 'distroless' | 'debian')[]
}

/**
 * What full images have and slim ones lack: `dpkg -L` of the packages of debian:bookworm, buildpack-deps:bookworm and their slim twins;
 * https://pkgs.alpinelinux.org/contents; https://github.com/GoogleContainerTools/distroless/blob/main/base/base.bzl
 */
export const systemFiles: readonly SystemFiles[] = [
  {
    paths: '/etc/ssl/certs /usr/share/ca-certificates /etc/ca-certificates.conf',
    apt: 'ca-certificates',
    apk: 'ca-certificates',
    isIn: ['alpine', 'distroless'],
  },
  { paths: '/etc/ssl/openssl.cnf /usr/lib/ssl', apt: 'openssl', apk: 'openssl' },
  {
    paths: '/etc/services /etc/protocols /etc/rpc /etc/ethertypes',
    apt: 'netbase',
    isIn: ['alpine', 'distroless'],
  },
  { paths: '/etc/mime.types', apt: 'media-types', apk: 'mailcap', isIn: ['distroless'] },
  { paths: '/usr/share/zoneinfo', apt: 'tzdata', apk: 'tzdata', isIn: ['distroless'] },
  { paths: '/usr/share/fonts/truetype/dejavu', apt: 'fonts-dejavu-core' },
  { paths: '/etc/fonts /usr/share/fontconfig', apt: 'fontconfig', apk: 'fontconfig' },
  {
    paths: '/usr/share/misc/magic /usr/share/misc/magic.mgc /usr/lib/file /etc/magic',
    apt: 'file',
    apk: 'file',
  },
  { paths: '/usr/share/mime', apt: 'shared-mime-info', apk: 'shared-mime-info' },
  { paths: '/usr/share/perl', apt: 'perl' },
  { paths: '/usr/lib/python3 /usr/share/python3', apt: 'python3' },
  { paths: '/usr/share/git-core /usr/lib/git-core', apt: 'git', apk: 'git' },
  { paths: '/etc/ssh', apt: 'openssh-client', apk: 'openssh-client' },
  { paths: '/usr/share/gnupg', apt: 'gnupg', apk: 'gnupg' },
  { paths: '/etc/ImageMagick-6 /usr/share/ImageMagick-6', apt: 'imagemagick' },
  { paths: '/usr/share/icons/hicolor', apt: 'hicolor-icon-theme', apk: 'hicolor-icon-theme' },
  { paths: '/usr/share/X11', apt: 'libx11-data' },
  { paths: '/usr/share/base-passwd', apt: 'base-passwd', isIn: ['debian'] },
  // Headers, and what compilers read.
  { paths: '/usr/include /usr/lib/gcc /usr/lib/pkgconfig', apt: 'gcc', keepsBase: true },
  { paths: '/usr/share/perl5', apt: 'git', keepsBase: true },
  { paths: '/etc/mysql /usr/share/mysql', apt: 'default-libmysqlclient-dev', keepsBase: true },
  // Slim images are without them whatever is installed: https://github.com/debuerreotype/debuerreotype, slimify-excludes
  {
    paths: '/usr/share/doc /usr/share/man /usr/share/info /usr/share/locale',
    apt: 'git',
    keepsBase: true,
  },
]

const byFolder = new Map<string, SystemFiles>()
const above = new Map<string, SystemFiles[]>()
for (const row of systemFiles)
  for (const path of row.paths.split(' ')) {
    byFolder.set(path, row)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at)
      above.set(folder, [...(above.get(folder) ?? []), row])
    }
  }

/** Folders that say too little: half of the system lies in them. */
const isVague = (path: string) => /^\/(etc|lib|usr(\/(lib|share|share\/misc))?)?$/.test(path)

/** The rows that a path is about: the one whose files it is or lies in, or those below it. */
export function filesOfSystem(path: string): readonly SystemFiles[] {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const row = byFolder.get(path.slice(0, end))
    if (row !== undefined) return [row]
  }
  return isVague(path) ? [] : (above.get(path) ?? [])
}

/** Whether an image has files of the system by itself; undefined where nothing is known of it. */
export function hasFilesOf(base: BaseImage, { apt, apk, isIn = [] }: SystemFiles) {
  if (base.distribution === 'alpine' && isIn.includes('alpine')) return true
  if (base.hasShell === true && base.packageManager === 'apt' && isIn.includes('debian'))
    return true
  if (base.family.startsWith('distroless/') && isIn.includes('distroless')) return true
  const name = base.packageManager === 'apk' ? apk : apt
  return name === undefined ? false : base.hasPackage(name)
}

/** The package that brings files of the system to an image; undefined where there is none. */
export function packageOfFiles(
  manager: PackageManagerName | undefined,
  { apt, apk, keepsBase }: SystemFiles,
): string | undefined {
  if (keepsBase === true) return undefined
  return manager === 'apt' ? apt : manager === 'apk' ? apk : undefined
}

/** A library by its own path: `/usr/lib/x86_64-linux-gnu/libjemalloc.so.2`. */
export const isSystemLibrary = (path: string): boolean =>
  /^\/(usr\/)?lib\/([\w]+-linux-gnu\/)?[\w.+-]+\.so(\.[\d.]+)?$/.test(path)

/** Those of debian:RELEASE-slim: libc6, libstdc++6, zlib1g and what apt and util-linux link. */
const ofSlim =
  /^(ld-linux[\w-]*|lib(c|m|dl|rt|pthread|resolv|util|crypt|nss_\w+|anl|gcc_s|stdc\+\+|z|bz2|lzma|zstd|lz4|selinux|pcre2-8|acl|attr|audit|cap|cap-ng|tinfo|uuid|blkid|mount|smartcols|gcrypt|gpg-error|gnutls|hogweed|nettle|gmp|idn2|unistring|p11-kit|ffi|tasn1|systemd|udev|seccomp|md|db-5\.3|pam|pam_misc|xxhash))\.so/

/** Whether any image of Debian has a library. */
export const isLibraryOfSlim = (path: string): boolean =>
  ofSlim.test(path.slice(path.lastIndexOf('/') + 1))
