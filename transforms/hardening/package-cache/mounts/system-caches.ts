import {
  readPackageCommand,
  type BaseImage,
  type CacheUse,
  type Command,
} from '../../../../src/transform.ts'

/**
 * What a manager of system packages keeps. Of apt the lists and the archives: `/var/lib/apt` as a whole, as Docker's example has it, would hide
 * which packages came by themselves (extended_states), and hold it for other images.
 * https://docs.docker.com/reference/dockerfile/#example-cache-apt-packages
 */
export function systemCache(command: Command, base: BaseImage): CacheUse | undefined {
  const call = readPackageCommand([command.name, ...command.args])
  if (call === undefined) return undefined
  const { manager, action } = call
  const uses = action === 'install' || action === 'upgrade' || action === 'update'
  if (!uses || (manager === 'apk' && hasOwnCache(command))) return undefined
  const folders =
    manager === 'apt'
      ? ['/var/cache/apt', '/var/lib/apt/lists']
      : manager === 'apk'
        ? ['/etc/apk/cache']
        : rpmCache(manager, base)
  return folders.length === 0
    ? undefined
    : {
        folders: () => folders,
        isLocked: true,
        isEmptiedBy: (other) => {
          const clean = readPackageCommand([other.name, ...other.args])
          return (
            (clean?.manager === manager && clean.action === 'clean') ||
            (manager === 'apk' && emptiesOldCache(other))
          )
        },
      }
}

const hasOwnCache = ({ args }: Command) =>
  args.some((arg) => /^--(cache-dir|no-network|root|cache-max-age)\b|^-p$/.test(arg ?? ''))

/** `rm -rf /var/cache/apk/*`: with a folder /etc/apk/cache nothing comes there. https://man.archlinux.org/man/apk.8 */
const emptiesOldCache = ({ name, args }: Command) =>
  name === 'rm' && args.every((arg) => arg !== undefined && /^(-|\/var\/cache\/apk\b)/.test(arg))

/** dnf 5, of Fedora since 41, has a folder of its own: https://dnf5.readthedocs.io/en/latest/misc/caching.7.html */
function rpmCache(manager: string, { reference, distribution }: BaseImage): readonly string[] {
  if (manager === 'yum') return ['/var/cache/yum']
  const isOfRhel = distribution === 'rhel' || dnf4.test(reference.name)
  return manager === 'dnf' && isOfRhel ? ['/var/cache/dnf'] : []
}

/** Copies of RHEL, up to version 10. */
const dnf4 = /(^|\/)(rockylinux|almalinux|oraclelinux|centos|amazonlinux)/
