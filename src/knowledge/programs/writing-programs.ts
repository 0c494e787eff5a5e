/** What a program writes by its words, besides what every system's own programs do. */
export interface WritingProgram {
  /**
   * The operand that it writes: the `last` of all words, the `first` one that is no flag; `each` where it changes what it is given, `beside`
   * where it makes a file next to it; `folder` for the one that it runs in. `somewhere` where its words say it in too many ways.
   */
  readonly operand?: 'last' | 'first' | 'each' | 'beside' | 'folder' | 'somewhere'
  /** Flags whose value is what it writes, instead of the operand: a file, or a folder. */
  readonly flags?: readonly string[]
  readonly namesFolder?: boolean
  /** What it writes into the folder that it runs in where no flag names it; a folder ends with `/`. */
  readonly unnamed?: readonly string[]
  /** What it writes beside a file that a flag names, by its ending: the public half of a key. */
  readonly beside?: readonly string[]
  /** Subcommands and flags with which it writes nothing: `identify`, `--version`. */
  readonly idle?: readonly string[]
  /** Flags whose value it reads: `ffmpeg -i film.mp4` tells of a film. */
  readonly reads?: readonly string[]
}

const output = ['-o', '--output']
const help = ['-version', '--version', '-h', '--help']

const rows: readonly (readonly [programs: string, row: WritingProgram])[] = [
  // https://imagemagick.org/script/command-line-processing.php: the output stands last.
  [
    'convert magick montage composite ffmpeg avconv sox wkhtmltopdf wkhtmltoimage weasyprint pdfunite pdftoppm pdftocairo pdftohtml potrace rsync scp',
    { operand: 'last', idle: ['identify', ...help], reads: ['-i'] },
  ],
  // https://www.sqlite.org/cli.html, https://linux.die.net/man/1/zip
  ['sqlite3 zip', { operand: 'first', idle: help }],
  ['mogrify optipng jpegoptim', { operand: 'each', idle: help }],
  // https://www.xpdfreader.com/pdftotext-man.html, https://www.gnu.org/software/gzip/manual/gzip.html
  ['pdftotext ps2pdf', { operand: 'beside', idle: ['-', ...help] }],
  [
    'gzip gunzip bzip2 bunzip2 xz unxz zstd unzstd brotli',
    { operand: 'beside', idle: ['-c', '--stdout', '-t', '-l', ...help] },
  ],
  // https://pandoc.org/MANUAL.html, https://graphviz.org/doc/info/command.html, https://developers.google.com/speed/webp/docs/cwebp
  ['pandoc dot rsvg-convert cwebp dwebp gpg sort', { flags: output }],
  // https://ghostscript.readthedocs.io/en/latest/Use.html
  ['gs', { flags: ['-o', '-sOutputFile'] }],
  // https://www.postgresql.org/docs/current/app-pgdump.html, https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html
  ['pg_dump pg_dumpall', { flags: ['-f', '--file'] }],
  ['mysqldump mariadb-dump', { flags: ['-r', '--result-file'] }],
  ['mongodump', { flags: ['-o', '--out'], namesFolder: true, operand: 'somewhere', idle: help }],
  // https://www.gnu.org/software/coreutils/manual/html_node/dd-invocation.html, https://www.gnu.org/software/coreutils/manual/html_node/mktemp-invocation.html
  ['dd', { flags: ['of'] }],
  ['mktemp', { flags: ['-p', '--tmpdir'], namesFolder: true }],
  ['openssl', { flags: ['-out', '-keyout'] }],
  // https://man.openbsd.org/ssh-keygen, https://github.com/FiloSottile/mkcert#advanced-options
  ['ssh-keygen', { flags: ['-f'], beside: ['.pub'], idle: ['-F', '-l', '-R', '-y'] }],
  ['mkcert', { flags: ['-cert-file', '-key-file'] }],
  // https://go.dev/src/crypto/tls/generate_cert.go
  ['generate_cert', { unnamed: ['cert.pem', 'key.pem'] }],
  // https://github.com/swaggo/swag#swag-cli
  [
    'swag',
    {
      flags: output,
      namesFolder: true,
      unnamed: ['docs/'],
      idle: ['fmt', 'f', 'help', 'h', '-v', ...help],
    },
  ],
  // https://tailwindcss.com/docs/installation/tailwind-cli, with the names of its downloads
  [
    'tailwindcss tailwindcss-linux-x64 tailwindcss-linux-arm64 tailwindcss-linux-x64-musl tailwindcss-linux-arm64-musl',
    { flags: output, idle: help },
  ],
  // https://protobuf.dev/reference/: a description that servers read at run time
  ['protoc', { flags: ['--descriptor_set_out'] }],
  // https://help.libreoffice.org/latest/en-US/text/shared/guide/start_parameters.html: without --outdir the folder that it runs in.
  [
    'soffice libreoffice',
    { flags: ['--outdir'], namesFolder: true, operand: 'folder', idle: help },
  ],
  // https://github.com/yt-dlp/yt-dlp#filesystem-options
  ['yt-dlp youtube-dl', { operand: 'somewhere', idle: help }],
  ['7z 7za 7zz unrar', { operand: 'somewhere', idle: ['l', 't', 'i', 'lb', 'lt', 'v', 'vb', 'p'] }],
]

const byProgram = new Map(
  rows.flatMap(([programs, row]) => programs.split(' ').map((program) => [program, row] as const)),
)

/** What a program writes that is known to write; undefined for others. */
export const writingProgram = (name: string): WritingProgram | undefined => byProgram.get(name)

/** https://git-scm.com/docs: what changes neither the work tree nor the repository. */
const readingGit = new Set(
  'log rev-parse rev-list status diff show describe ls-files ls-remote ls-tree cat-file blame grep shortlog for-each-ref merge-base name-rev var version help config archive show-ref symbolic-ref branch remote'.split(
    ' ',
  ),
)

/** Whether a subcommand of git writes to the repository that it runs in. */
export const isWritingGit = (subcommand: string): boolean => !readingGit.has(subcommand)
