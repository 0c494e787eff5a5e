import type { Call, CallRow } from '../call.ts'
import { gitRows, makesGit } from './javascript-git.ts'

const words = (text: string) => text.split(' ')

/** A template with a tag, or the whole of a command: execa`git status` */
const isLine = ({ args }: Call) => args.length === 1 && /\s/.test(args[0]?.text('') ?? '')

/** https://nodejs.org/api/child_process.html, https://github.com/sindresorhus/execa */
export const programRows: readonly CallRow[] = [
  ...words('child_process node-pty promisify-child-process child-process-promise').flatMap(
    (module): readonly CallRow[] => [
      {
        module,
        names: words('spawn spawnSync execFile execFileSync'),
        starts: 0,
        hasListOfWords: true,
        startsIn: 'cwd',
      },
      { module, names: words('exec execSync'), startsLine: 0, startsIn: 'cwd' },
      { module, names: ['fork'], loads: [0] },
    ],
  ),
  {
    module: 'execa',
    names: words('execa execaSync default sync'),
    when: (call) => !isLine(call),
    starts: 0,
    hasListOfWords: true,
    startsIn: 'cwd',
  },
  {
    module: 'execa',
    names: words('execaCommand execaCommandSync command commandSync $'),
    startsLine: 0,
    startsIn: 'cwd',
  },
  {
    module: 'execa',
    names: words('execa execaSync'),
    when: isLine,
    startsLine: 0,
    startsIn: 'cwd',
  },
  { module: 'execa', names: words('execaNode node'), loads: [0] },
  // https://github.com/RIAEvangelist/node-cmd, https://github.com/timoxley/npm-run
  { module: 'node-cmd', names: words('run runSync get'), startsLine: 0 },
  { module: 'npm-run', names: words('default exec execSync'), startsLine: 0, startsIn: 'cwd' },
  {
    module: 'npm-run',
    names: words('spawn spawnSync execFile'),
    starts: 0,
    hasListOfWords: true,
    startsIn: 'cwd',
  },
  // https://github.com/sindresorhus/nano-spawn, https://github.com/tinylibs/tinyexec
  ...words('nano-spawn tinyexec spawndamnit await-spawn spawn-please').map((module): CallRow => ({
    module,
    names: words('default spawn x xSync exec awaitSpawn'),
    starts: 0,
    hasListOfWords: true,
    startsIn: 'cwd',
  })),
  // https://github.com/ddgenome/node-svn-spawn
  { module: 'svn-spawn', names: words('default Client'), startsProgram: 'svn' },
  // A function of nobody knows which module, as `shelljs/global` makes it: what is no program of the image says nothing.
  {
    names: words('exec execSync'),
    when: ({ module, object, args }) =>
      module === undefined &&
      object === undefined &&
      /^[a-z./][\w./-]*(\s|$)/.test(args[0]?.text() ?? ''),
    startsLine: 0,
  },
  {
    module: 'cross-spawn',
    names: words('default spawn sync'),
    starts: 0,
    hasListOfWords: true,
    startsIn: 'cwd',
  },
  { module: 'shelljs', names: ['exec'], startsLine: 0, startsIn: 'cwd' },
  { module: 'zx', names: ['$'], startsLine: 0 },
  // https://github.com/steveukx/git-js#usage; of a server, `clone` and `listRemote` alone, which no folder is for.
  { ...makesGit, asksGitIn: 0 },
  ...gitRows,
  // https://isomorphic-git.org/docs/en/dir-vs-gitdir
  {
    module: 'isomorphic-git',
    names: words(
      'log resolveRef currentBranch readCommit listBranches listTags status statusMatrix listFiles readBlob readTree walk expandOid isDescendent getConfig findRoot',
    ),
    readsGitOf: 'dir',
  },
  // Whoever looks for a program starts it: https://github.com/npm/node-which, https://github.com/mathisonian/command-exists
  ...words('which command-exists hasbin lookpath npm-which @npmcli/which bin-exists').map(
    (module): CallRow => ({
      module,
      names: words('default sync which whichSync commandExists lookpath binExists first firstSync'),
      starts: 0,
      hasListOfWords: true,
    }),
  ),
  { module: 'zx', names: ['which'], starts: 0, hasListOfWords: true },
  { module: 'shelljs', names: ['which'], starts: 0, hasListOfWords: true },
  { names: ['which'], when: ({ object }) => object === 'Bun', starts: 0, hasListOfWords: true },
  // https://bun.sh/docs/api/spawn
  { names: words('spawn spawnSync'), when: ({ object }) => object === 'Bun', starts: 0 },
]
