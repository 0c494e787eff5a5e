import { withoutMajor } from '../../knowledge/go-modules/module-needs.ts'
import { argumentAt, callTable, type Call, type CallRow } from '../call.ts'
import { goCertificates } from './go-certificates.ts'
import { goDefaultFiles, goFolders } from './go-conventions.ts'
import { goDatabases } from './go-databases.ts'
import { goRights } from './go-rights.ts'
import { goSavers } from './go-savers.ts'
import { goStores } from './go-stores.ts'
import { goWrappers } from './go-wrappers.ts'

const words = (text: string) => text.split(' ')

const opensForWriting = ({ args }: Call) => {
  const flags = args[1]?.text()?.split('|') ?? ['O_CREATE']
  return flags.some((flag) => ['O_CREATE', 'O_WRONLY', 'O_RDWR', 'O_APPEND'].includes(flag))
}
/** Without a folder it is the system's own for what is transient. */
const namesAFolder = ({ args }: Call) => args[0]?.text() !== ''
const isSocket = ({ args }: Call) => args[0]?.text()?.startsWith('unix') === true

const namesAddress = (call: Call) => argumentAt(call, 'Name') !== undefined

/** What functions of Go do with paths, programs and ports. Modules by their import paths. */
const rows: readonly CallRow[] = [
  // https://pkg.go.dev/os
  { module: 'os', names: words('Create WriteFile Truncate'), writes: [0] },
  { module: 'os', names: ['OpenFile'], when: opensForWriting, writes: [0] },
  { module: 'os', names: ['OpenFile'], when: (call) => !opensForWriting(call), reads: [0] },
  { module: 'os', names: ['Rename'], writes: [0, 1] },
  { module: 'os', names: words('Link Symlink'), writes: [1] },
  { module: 'os', names: words('Mkdir MkdirAll CopyFS'), fills: [0] },
  { module: 'os', names: words('CreateTemp MkdirTemp'), when: namesAFolder, fills: [0] },
  { module: 'os', names: words('Open ReadFile ReadDir DirFS'), reads: [0] },
  { module: 'os', names: ['Chdir'], reads: [0], goesTo: 0 },
  { module: 'os', names: words('Stat Lstat Readlink'), mayName: [0] },
  { module: 'os', names: words('Getenv LookupEnv'), readsVariable: 0 },
  // https://pkg.go.dev/os#ExpandEnv
  { module: 'os', names: ['ExpandEnv'], readsVariablesOf: 0 },
  { module: 'os', names: ['StartProcess'], starts: 0, hasListOfWords: true },
  {
    module: 'syscall',
    names: words('Exec ForkExec StartProcess'),
    starts: 0,
    hasListOfWords: true,
  },
  { module: 'golang.org/x/sys/unix', names: ['Exec'], starts: 0, hasListOfWords: true },
  // https://pkg.go.dev/io/ioutil
  { module: 'io/ioutil', names: ['WriteFile'], writes: [0] },
  { module: 'io/ioutil', names: words('TempFile TempDir'), when: namesAFolder, fills: [0] },
  { module: 'io/ioutil', names: words('ReadFile ReadDir'), reads: [0] },
  { module: 'path/filepath', names: words('Walk WalkDir Glob'), reads: [0] },
  { module: 'plugin', names: ['Open'], reads: [0] },
  // https://pkg.go.dev/os/exec
  { module: 'os/exec', names: ['Command'], starts: 0 },
  { module: 'os/exec', names: ['Cmd'], starts: 'Path' },
  { module: 'os/exec', names: ['LookPath'], starts: 0, hasListOfWords: true },
  { module: 'os/exec', names: ['CommandContext'], starts: 1 },
  { module: 'github.com/go-cmd/cmd', names: ['NewCmd'], starts: 0 },
  { module: 'github.com/go-cmd/cmd', names: ['NewCmdOptions'], starts: 1 },
  { module: 'github.com/codeskyblue/go-sh', names: ['Command'], starts: 0 },
  { module: 'github.com/bitfield/script', names: ['Exec'], startsLine: 0 },
  { module: 'github.com/magefile/mage/sh', names: words('Run RunV Output Exec'), starts: 0 },
  // https://pkg.go.dev/github.com/go-git/go-git/v5#PlainOpen
  {
    module: 'github.com/go-git/go-git',
    names: words('PlainOpen PlainOpenWithOptions'),
    readsGitOf: 0,
  },
  { module: 'gopkg.in/src-d/go-git.v4', names: ['PlainOpen'], readsGitOf: 0 },
  ...goWrappers,
  ...goRights,
  // https://pkg.go.dev/net/http
  { module: 'net/http', names: ['Dir'], reads: [0] },
  // "An empty Dir is treated as ".".": https://pkg.go.dev/net/http#Dir
  { module: 'net/http', names: ['Dir'], when: (call) => !namesAFolder(call), readsAnyway: '.' },
  { module: 'net/http', names: ['ServeFile'], reads: [2] },
  { module: 'net/http', names: ['Server'], listens: 'Addr' },
  { names: words('ListenAndServe ListenAndServeTLS'), listens: 0 },
  {
    module: 'net',
    names: words('Listen ListenPacket'),
    when: (call) => !isSocket(call),
    listens: 1,
  },
  { module: 'net', names: words('Listen ListenPacket'), when: isSocket, writes: [1] },
  // https://pkg.go.dev/net#ListenUDP, https://pkg.go.dev/github.com/miekg/dns#Server
  { module: 'net', names: words('ListenUDP ListenTCP'), listens: 'Port' },
  { module: 'github.com/miekg/dns', names: ['Server'], listens: 'Addr' },
  // https://pkg.go.dev/tailscale.com/tsnet#Server: without a folder its state is in the user's own.
  {
    module: 'tailscale.com/tsnet',
    names: ['Server'],
    when: (call) => argumentAt(call, 'Dir') === undefined,
    writesUnseen: true,
  },
  // https://pkg.go.dev/net#ListenUnix, https://pkg.go.dev/github.com/gin-gonic/gin#Engine.RunUnix, https://pkg.go.dev/github.com/valyala/fasthttp#ListenAndServeUNIX
  {
    module: 'net',
    names: words('ListenUnix ListenUnixgram'),
    when: namesAddress,
    writes: ['Name'],
  },
  {
    module: 'net',
    names: words('ListenUnix ListenUnixgram'),
    when: (call) => !namesAddress(call),
    writesUnseen: true,
  },
  { names: words('RunUnix ListenAndServeUNIX'), writes: [0] },
  // gin, echo, fiber, iris, beego
  { names: words('Run RunTLS Start StartTLS Listen ListenTLS'), listens: 0 },
  { names: words('Static StaticFile'), when: ({ args }) => args.length === 2, reads: [1] },
  { names: words('Static StaticFS StaticFile File Attachment'), mayName: [0, 1] },
  { module: 'github.com/gin-gonic/gin', names: ['Dir'], reads: [0] },
  { names: words('LoadHTMLGlob LoadHTMLFiles ParseGlob ParseFiles'), reads: [0] },
  { module: 'html/template', names: words('ParseGlob ParseFiles'), reads: [0, 1, 2, 3] },
  { module: 'text/template', names: words('ParseGlob ParseFiles'), reads: [0, 1, 2, 3] },
  { names: words('SaveUploadedFile SaveFile'), when: ({ args }) => args.length === 2, writes: [1] },
  { module: 'github.com/xuri/excelize', names: ['SaveAs'], writes: [0] },
  ...goCertificates,
  ...goFolders,
  ...goDatabases,
  ...goSavers,
  ...goStores,
  // https://pkg.go.dev/github.com/joho/godotenv
  { module: 'github.com/joho/godotenv', names: words('Load Overload Read'), mayName: [0, 1, 2] },
  // https://pkg.go.dev/github.com/golang-migrate/migrate/v4#New
  {
    module: 'github.com/golang-migrate/migrate',
    names: words('New NewWithDatabaseInstance'),
    reads: [0],
  },
  { module: 'github.com/spf13/viper', names: words('SetConfigFile AddConfigPath'), mayName: [0] },
]

/** The rows of a call; major versions of modules are left out: `github.com/dgraph-io/badger/v4`. */
export const goCalls = callTable(
  rows.map(({ module, when, ...row }) => ({
    ...row,
    when: (call) =>
      (module === undefined || module === withoutMajor(call.module ?? '')) &&
      when?.(call) !== false,
  })),
)

/** https://github.com/spf13/viper/blob/master/viper.go, SupportedExts */
const viperEndings = words('json toml yaml yml properties props prop hcl tfvars dotenv env ini')

/** Files that a call looks for although nobody names them, or not whole: of a name that only a run shows, each that has one of the endings. */
export function defaultFilesOf({ module = '', name, args }: Call): readonly string[] {
  const key = `${withoutMajor(module)}.${name}`
  if (key !== 'github.com/spf13/viper.SetConfigName') return goDefaultFiles.get(key) ?? []
  const [given] = args
  const texts = given
    ?.paths()
    .map(({ base, path, pattern }) => pattern ?? (base === 'cwd' ? path : '*'))
  return (texts ?? []).flatMap((text) => viperEndings.map((ending) => `${text}.${ending}`))
}
