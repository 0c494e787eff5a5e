import { mayUseSsh } from './git-servers.ts'

type Words = readonly (string | undefined)[]

/** By the endings of archives: https://www.gnu.org/software/tar/manual/html_node/gzip.html */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(tar\.)?bz2$|\.(tbz2?|tz2)$/, 'bzip2'],
  [/\.tar\.xz$|\.txz$|\.xz$|\.tar\.lzma$|\.tlz$/, 'xz'],
  [/\.tar\.zst$|\.tzst$|\.zst$/, 'zstd'],
  [/\.tar\.lz$/, 'lzip'],
]

/** The flags of tar that name a compression: https://www.gnu.org/software/tar/manual/html_node/Compression.html */
const flags: readonly (readonly [letter: string, long: string, program: string])[] = [
  ['j', '--bzip2', 'bzip2'],
  ['J', '--xz', 'xz'],
  ['', '--lzma', 'xz'],
  ['', '--zstd', 'zstd'],
  ['', '--lzip', 'lzip'],
]

/** Programs that a program of the system starts by itself, by what its words say. */
export function programsStartedBy(program: string, args: Words): readonly string[] {
  switch (program) {
    case 'tar':
    case 'bsdtar':
      return startedByTar(args)
    case 'git':
      return mayUseSsh(args) ? ['ssh'] : []
    // https://github.com/eficode/wait-for, https://github.com/vishnubob/wait-for-it: scripts that are fetched, so that nobody reads them here.
    case 'wait-for':
    case 'wait-for.sh':
      return args.some((arg) => arg?.startsWith('http') === true) ? ['wget'] : ['nc']
    case 'wait-for-it':
    case 'wait-for-it.sh':
      return ['bash', 'timeout']
    // https://download.samba.org/pub/rsync/rsync.1#GENERAL
    case 'rsync':
      return args.some((arg) => arg !== undefined && /^[\w.-]+@?[\w.-]*:[^:]/.test(arg))
        ? ['ssh']
        : []
    // It works on keys by gpg, which slim images lack: https://manpages.debian.org/bookworm/apt/apt-key.8
    case 'apt-key':
      return ['gpg']
    default:
      return interpreterOf.get(program) ?? []
  }
}

/** Scripts that people download as a file, by the first line that they have. */
const interpreterOf: ReadonlyMap<string, readonly string[]> = new Map(
  [
    // https://github.com/yt-dlp/yt-dlp#release-files
    ['yt-dlp youtube-dl gallery-dl streamlink git-filter-repo', 'python3'],
    ['exiftool ack cloc', 'perl'],
    ['wp wp-cli.phar composer.phar', 'php'],
  ].flatMap(([names = '', interpreter = '']) =>
    names.split(' ').map((name) => [name, [interpreter]] as const),
  ),
)

function startedByTar(args: Words): readonly string[] {
  // The first word may be flags without a dash: `tar xjf data.tar.bz2`.
  const letters = args.flatMap((arg, i) =>
    arg !== undefined && (i === 0 ? /^-?[A-Za-z]+$/ : /^-[A-Za-z]+$/).test(arg) ? [arg] : [],
  )
  const named = flags.flatMap(([letter, long, program]) =>
    args.includes(long) || (letter !== '' && letters.some((word) => word.includes(letter)))
      ? [program]
      : [],
  )
  const own = args.flatMap((arg, i) => {
    const value =
      arg === '-I' || arg === '--use-compress-program'
        ? args[i + 1]
        : /^--use-compress-program=(.*)$/.exec(arg ?? '')?.[1]
    return value?.trim().split(/\s/, 1) ?? []
  })
  const byName = args.flatMap((arg) => {
    const file = arg?.replace(/^--file=/, '')
    const row = file === undefined ? undefined : endings.find(([ending]) => ending.test(file))
    return row === undefined ? [] : [row[1]]
  })
  return [...new Set([...named, ...own, ...byName])]
}
