import { readInstall, type StageFacts } from '../../../src/transform.ts'

/** Where an image's PHP is from, and what serves with it. */
export interface PhpImage {
  /** 'official': compiled in library/php, extensions by docker-php-ext-install; 'packages': php packages of the distribution. */
  readonly source: 'official' | 'packages'
  /** Of official images, by the tag. */
  readonly variant: 'cli' | 'apache' | 'fpm' | undefined
  /** '8.2', as far as the tag or the packages' names tell. */
  readonly version: string | undefined
  readonly manager: 'apt' | 'apk'
}

/** The packages that bring PHP: https://packages.debian.org/search?keywords=php, https://pkgs.alpinelinux.org/packages?name=php* */
const phpPackage =
  /^(php\d*(\.\d+)?(-(cli|fpm|cgi|common|apache2|phar))?|libapache2-mod-php\d*(\.\d+)?)(=.*)?$/

/** Undefined where the stage has no PHP that is known. */
export function phpOf(stage: StageFacts): PhpImage | undefined {
  const { family, variant, version, packageManager } = stage.base
  const manager = packageManager === 'apk' ? 'apk' : 'apt'
  if (family === 'php') {
    const known = variant === 'apache' || variant === 'fpm' || variant === 'cli' ? variant : 'cli'
    return { source: 'official', variant: known, version, manager }
  }
  if (packageManager !== 'apt' && packageManager !== 'apk') return undefined
  const names = stage.commands.flatMap(({ argv }) => {
    const install = readInstall(argv)
    return install?.action === 'install' ? install.packages.map(({ name }) => name) : []
  })
  const own = names.filter((name) => phpPackage.test(name))
  if (own.length === 0) return undefined
  const digits = own.flatMap((name) => /php(\d+(?:\.\d+)?)/.exec(name)?.[1] ?? []).at(0)
  return { source: 'packages', variant: undefined, version: dotted(digits), manager }
}

/** Alpine writes `php82`. */
function dotted(digits: string | undefined): string | undefined {
  return digits === undefined || digits.includes('.') || digits.length < 2
    ? digits
    : `${digits[0]}.${digits.slice(1)}`
}
