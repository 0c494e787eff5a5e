import { baseName, type Command, type Copy, type RunCommand } from '../../../src/transform.ts'
import { isPhp } from '../app/start.ts'

const installer =
  /getcomposer\.org|composer\.github\.io|composer-setup|composer-installer|composer\.phar/

/** `COPY --from=composer:2 /usr/bin/composer /usr/bin/composer`, or an ADD of its archive from the network. */
export function bringsComposer({ from, sources, destination, isRemote }: Copy): boolean {
  if (isRemote) return sources.every((source) => installer.test(source))
  const isProgram = (path: string) => /^composer(\.phar)?$/.test(baseName(path))
  return (
    from !== undefined &&
    (/(^|\/)composer(:|@|$)/.test(from) || sources.every(isProgram)) &&
    (sources.every(isProgram) || isProgram(destination ?? ''))
  )
}

/**
 * Whether a command takes part in installing composer, and in nothing else: https://getcomposer.org/download/, and
 * https://getcomposer.org/doc/faqs/how-to-install-composer-programmatically.md
 */
export function installsComposer(command: RunCommand, all: readonly RunCommand[]): boolean {
  const { name, args } = command
  if (name === undefined) return false
  const program = baseName(name)
  if (isPhp(name)) {
    const [first, second] = args
    // `php -r "copy('https://getcomposer.org/installer', 'composer-setup.php');"`
    if (first === '-r') return installer.test(second ?? '') && !/artisan|\.env/.test(second ?? '')
    if (first !== undefined && !first.startsWith('-'))
      return /^(composer-setup|composer-installer|installer)(\.php)?$/.test(baseName(first))
    return readsPipe(command, all)
  }
  if (program === 'curl' || program === 'wget')
    return args.some((arg) => arg !== undefined && installer.test(arg))
  if (/^(mv|cp|chmod|rm|ln|chown|install|sha384sum)$/.test(program))
    return namesOnlyComposer(command)
  return false
}

/** `curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin` */
function readsPipe({ step, link, args }: RunCommand, all: readonly RunCommand[]): boolean {
  const isPiped = args.length === 0 || args[0] === '--' || args[0] === '-'
  return (
    isPiped &&
    all.some(
      (other) =>
        other.step === step &&
        other.link === link &&
        /^(curl|wget)$/.test(other.name ?? '') &&
        other.args.some((arg) => arg !== undefined && installer.test(arg)),
    )
  )
}

/** `mv composer.phar /usr/local/bin/composer`, `chmod +x /usr/local/bin/composer`, `rm composer-setup.php`. */
function namesOnlyComposer({ name, args }: Command): boolean {
  const words = args.filter((arg) => arg?.startsWith('-') !== true)
  const paths = name === 'chmod' || name === 'chown' ? words.slice(1) : words
  const isOf = (path: string | undefined) =>
    path !== undefined &&
    /^(composer(\.phar)?|composer-setup\.php|composer-installer(\.php)?)$/.test(baseName(path))
  const [last] = paths.slice(-1)
  return (
    paths.length > 0 &&
    paths.every((path) => isOf(path) || (path === last && /\/bin\/?$/.test(path ?? '')))
  )
}
