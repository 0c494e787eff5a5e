const node = ['node', 'npm', 'npx']

/** What packages of composer start by themselves when they are used. */
const rows: readonly {
  readonly names: string
  readonly programs: readonly string[]
  readonly source: string
}[] = [
  {
    names: 'spatie/browsershot spatie/laravel-pdf',
    programs: node,
    source: 'https://github.com/spatie/browsershot/blob/main/src/Browsershot.php, callBrowser',
  },
  {
    names:
      'spatie/mjml-php spatie/laravel-mjml asahasrabuddhe/laravel-mjml qferr/mjml-php notfloran/mjml-bundle',
    programs: [...node, 'mjml'],
    source: 'https://github.com/spatie/mjml-php/blob/main/src/Mjml.php',
  },
  {
    names: 'spatie/shiki-php spatie/laravel-markdown spatie/commonmark-shiki-highlighter',
    programs: node,
    source: 'https://github.com/spatie/shiki-php/blob/main/src/Shiki.php',
  },
  {
    names:
      'spatie/server-side-rendering spatie/laravel-server-side-rendering spatie/pixelmatch-php',
    programs: node,
    source: 'https://github.com/spatie/server-side-rendering/blob/main/src/Engines/Node.php',
  },
  {
    names: 'nesk/puphpeteer nesk/rialto zoon/puphpeteer zoon/rialto playwright-php/playwright',
    programs: node,
    source: 'https://github.com/nesk/rialto/blob/master/src/ProcessSupervisor.php',
  },
  {
    names: 'spatie/ssh laravel/envoy',
    programs: ['ssh', 'scp'],
    source: 'https://github.com/spatie/ssh/blob/main/src/Ssh.php',
  },
  {
    names:
      'gitonomy/gitlib cpliakas/git-wrapper symplify/git-wrapper czproject/git-php kbjr/git.php sebastianfeldmann/git coyl/git',
    programs: ['git', 'ssh'],
    source: 'https://github.com/gitonomy/gitlib/blob/1.6/src/Gitonomy/Git/Repository.php',
  },
]

const byName = new Map(
  rows.flatMap((row) => row.names.split(' ').map((name) => [name, row] as const)),
)

/** The programs that a package of composer starts. */
export const programsOfPackage = (name: string): readonly string[] =>
  byName.get(name.toLowerCase())?.programs ?? []
