import { baseName, type RunCommand, type StageFacts } from '../../../src/transform.ts'

/** A command that compiles, installs or switches on extensions. */
export interface ExtensionWork {
  readonly command: RunCommand
  /**
   * 'compile': docker-php-ext-install, pecl, phpize. 'installer': install-php-extensions, which puts run-time libraries beside them and
   * removes what it compiled with.
   */
  readonly kind: 'compile' | 'configure' | 'enable' | 'installer'
  /** Lower case, without versions: 'redis'; those that can't be known are left out. */
  readonly names: readonly string[]
  /** False where a word can't be known. */
  readonly isWhole: boolean
}

/** Every command on extensions, in order. */
export function extensionWorkOf({ commands }: StageFacts): readonly ExtensionWork[] {
  return commands.flatMap((command) => readWork(command) ?? [])
}

function readWork(command: RunCommand): ExtensionWork | undefined {
  const program = baseName(command.name ?? '')
  const { args } = command
  const work = (kind: ExtensionWork['kind'], words: readonly (string | undefined)[]) => ({
    command,
    kind,
    // A variable may hold a list.
    names: words.flatMap((word) => word?.trim().split(/\s+/).flatMap(nameOf) ?? []),
    isWhole: !words.includes(undefined),
  })
  switch (program) {
    case 'docker-php-ext-install':
      return work('compile', extensionWords(command, 0))
    case 'docker-php-ext-configure':
      return work('configure', args.slice(0, 1))
    case 'docker-php-ext-enable':
      return work('enable', extensionWords(command, 0))
    case 'install-php-extensions':
      return work('installer', extensionWords(command, 0))
    case 'pecl':
    case 'pickle':
    case 'pie': {
      const at = args.findIndex((arg) => /^(install|upgrade|i)$/.test(arg ?? ''))
      return at < 0 ? undefined : work('compile', extensionWords(command, at + 1))
    }
    // PEAR's own packages are PHP files; `pear install pecl/redis` compiles.
    case 'pear': {
      const isPecl = args.some((arg) => /^(channel:\/\/)?pecl[./]/.test(arg ?? ''))
      const at = args.indexOf('install')
      return at < 0 || !isPecl ? undefined : work('compile', extensionWords(command, at + 1))
    }
    case 'phpize':
      return work('compile', [])
    default:
      return undefined
  }
}

/** Words that name extensions: no flags, and not the number of jobs, which is computed as a rule: `-j$(nproc)`. */
function extensionWords(
  { args, argv, source }: RunCommand,
  from: number,
): readonly (string | undefined)[] {
  const offset = argv.length - args.length
  return args.slice(from).filter((arg, at) => {
    const before = args[from + at - 1]
    if (/^(-j|--jobs|--ini-name)$/.test(before ?? '')) return false
    const raw = source?.words[offset + from + at]?.raw ?? ''
    return arg !== '' && !/^["']?-/.test(arg ?? raw)
  })
}

/** 'xdebug-3.1.5' and 'https://pecl.php.net/get/redis-5.3.7.tgz' are xdebug and redis. */
function nameOf(word: string): readonly string[] {
  const plain = baseName(word.toLowerCase())
    .replace(/\.(tgz|tar\.gz|so)$/, '')
    .replace(/[-@^:](\d|stable|beta|alpha|rc|devel).*$/, '')
  return /^[a-z][\w]*$/.test(plain) ? [plain] : []
}
