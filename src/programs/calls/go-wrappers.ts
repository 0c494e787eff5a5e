import type { Call, CallRow } from '../call.ts'
import { asksBySsh } from '../server-word.ts'

const words = (text: string) => text.split(' ')

const texts = ({ args }: Call) => args.map((arg) => arg.text())
/** Every source that is written out, and none of them says so. */
const saysOther = (call: Call, wanted: RegExp) => {
  const known = texts(call).filter((text) => text !== undefined)
  return known.length > 1 && !known.some((text) => wanted.test(text))
}

/** Accounts of Debian's base-passwd beside root and nobody: https://salsa.debian.org/debian/base-passwd, passwd.master */
const accounts = new Set(
  words(
    'daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc _apt adm tty disk sudo audio video staff users',
  ),
)

/** Modules of Go that start programs by themselves, or that look at files of the system. By their import paths. */
export const goWrappers: readonly CallRow[] = [
  { module: 'github.com/u2takey/ffmpeg-go', names: words('Input Output'), startsProgram: 'ffmpeg' },
  {
    module: 'github.com/SebastiaanKlippert/go-wkhtmltopdf',
    names: ['NewPDFGenerator'],
    startsProgram: 'wkhtmltopdf',
  },
  // https://github.com/hashicorp/go-getter#protocol-specific-options
  ...[/git(::|@)|\.git|github\.com|gitlab\.com|bitbucket\.org|ssh:/, /hg::/].map(
    (wanted, i): CallRow => ({
      module: 'github.com/hashicorp/go-getter',
      names: words('Get GetAny GetFile Client Request'),
      when: (call) => !saysOther(call, wanted),
      startsProgram: i === 0 ? 'git' : 'hg',
    }),
  ),
  {
    module: 'github.com/hashicorp/go-getter',
    names: words('Get GetAny GetFile Client Request'),
    when: (call) => !saysOther(call, /git@|ssh:/),
    startsProgram: 'ssh',
  },
  // https://pkg.go.dev/github.com/Masterminds/vcs
  { module: 'github.com/Masterminds/vcs', names: ['NewRepo'], startsProgram: 'git hg svn bzr' },
  ...(
    [
      ['NewGitRepo', 'git'],
      ['NewHgRepo', 'hg'],
      ['NewSvnRepo', 'svn'],
      ['NewBzrRepo', 'bzr'],
    ] as const
  ).map(([name, startsProgram]): CallRow => ({
    module: 'github.com/Masterminds/vcs',
    names: [name],
    startsProgram,
  })),
  {
    module: 'github.com/Masterminds/vcs',
    names: words('NewRepo NewGitRepo'),
    when: asksBySsh('clone'),
    startsProgram: 'ssh',
  },
  // What asks a server by git: https://pkg.go.dev/github.com/gogs/git-module, https://pkg.go.dev/github.com/ldez/go-git-cmd-wrapper/v2/git
  ...words(
    'github.com/gogs/git-module code.gitea.io/gitea/modules/git github.com/ldez/go-git-cmd-wrapper github.com/ldez/go-git-cmd-wrapper/git github.com/sourcegraph/go-vcs/vcs/gitcmd',
  ).map((module): CallRow => ({
    module,
    names: words('Clone LsRemote Fetch Pull Push'),
    when: asksBySsh('clone'),
    startsProgram: 'ssh',
  })),
  // Its transport of local repositories starts git-upload-pack: https://github.com/go-git/go-git/blob/v5.11.0/plumbing/transport/file/client.go
  {
    module: 'github.com/go-git/go-git',
    names: words('CloneOptions FetchOptions PullOptions PushOptions'),
    when: ({ args }) => /^(file:|\/|\.)/.test(args[0]?.option?.('URL')?.text() ?? ''),
    startsProgram: 'git-upload-pack',
  },
  // https://pkg.go.dev/golang.org/x/tools/go/packages#Load: it asks the go command.
  { module: 'golang.org/x/tools/go/packages', names: ['Load'], startsProgram: 'go' },
  // https://pkg.go.dev/go/build#Context.Import, https://pkg.go.dev/go/importer: they ask it for what modules hold.
  { module: 'go/build', names: words('Import ImportDir'), startsProgram: 'go' },
  { module: 'go/importer', names: words('Default For ForCompiler'), startsProgram: 'go' },
  {
    module: 'os/user',
    names: words('Lookup LookupGroup'),
    when: ({ args }) => accounts.has(args[0]?.text() ?? ''),
    looksAt: '/usr/share/base-passwd/passwd.master',
  },
]
