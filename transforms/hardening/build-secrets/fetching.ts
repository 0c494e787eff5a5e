import {
  baseName,
  isPythonInstall,
  lineage,
  type Command,
  type Installs,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

type Args = readonly (string | undefined)[]

const first = (args: Args) => args.find((arg) => arg?.startsWith('-') === false)

/** Programs that fetch, and that no ecosystem declares an installer for, with the words that make them do so. */
const words: ReadonlyMap<string, RegExp> = new Map([
  ['go', /^(get|install|build|run|test|generate|mod|list|work)$/],
  ['git', /^(clone|fetch|pull|submodule|ls-remote)$/],
  ['curl', /^/],
  ['wget', /^/],
  ['pipenv', /^(install|sync|update)$/],
  ['poetry', /^(install|add|update|lock|sync)$/],
  ['uv', /^(sync|pip|add|lock|tool)$/],
  ['bundle', /^(install|update|add)$/],
  ['gem', /^(install|update)$/],
  ['cargo', /^(build|fetch|install|run|test|update)$/],
  ['dotnet', /^(restore|build|publish)$/],
  ['mvn', /^/],
  ['gradle', /^/],
  ['helm', /^(pull|dependency|repo)$/],
  ['rsync', /^/],
  ['scp', /^/],
  ['sftp', /^/],
])

/** The words of `go mod` that stay at home. */
const local = /^(edit|graph|init|why)$/

/** What fetches modules only where they are not there yet. */
const goBuilds = /^(build|run|test|generate|list|install)$/

/** `go mod download` above: what is built has all that it needs; `go install x@latest` has not. */
function hasModules(command: RunCommand, stage: StageFacts): boolean {
  if (command.args.some((arg) => arg?.includes('@') === true)) return false
  return lineage(stage).some(({ commands }, i) =>
    commands.some(
      ({ name, args, step, linkIndex }) =>
        baseName(name ?? '') === 'go' &&
        args[0] === 'mod' &&
        args[1] === 'download' &&
        (i > 0 ||
          step.index < command.step.index ||
          (step === command.step && linkIndex < command.linkIndex)),
    ),
  )
}

/** Whether a command brings something from elsewhere, for which it may need what opens the door there. */
export function isFetching(command: RunCommand, { read }: Installs, stage: StageFacts): boolean {
  const program = programOf(command)
  const { args } = command
  if (read(command)?.fetches === true) return true
  if (isPythonInstall(program, args)) return true
  const verb = first(args) ?? ''
  if (program === 'go' && verb === 'mod') return !local.test(args[args.indexOf(verb) + 1] ?? '')
  if (program === 'go' && goBuilds.test(verb)) return !hasModules(command, stage)
  return words.get(program)?.test(verb) === true
}

/** The program of a command by its bare name; `python -m pip` is pip. */
export function programOf({ name, args }: Command): string {
  const program = baseName(name ?? '')
  if (/^python(\d(\.\d+)?)?$/.test(program) && args[0] === '-m') return args[1] ?? program
  return /^pip(\d(\.\d+)?)?$/.test(program) ? 'pip' : program
}

/** Managers of JavaScript's packages, which look into .npmrc, and what they bring along. */
export const managersOfNpm: ReadonlySet<string> = new Set(
  'npm npx pnpm pnpx yarn yarnpkg bun bunx lerna'.split(' '),
)

/** Programs that hand on to git or to ssh what they fetch by it. */
export const usersOfGit: ReadonlySet<string> = new Set([
  ...managersOfNpm,
  ...'git go composer pip pipenv poetry uv bundle cargo ssh scp sftp rsync helm'.split(' '),
])

/** Those that look into .netrc: curl only where it is told to, https://everything.curl.dev/usingcurl/netrc.html */
const usersOfNetrc: ReadonlySet<string> = new Set(
  'git go pip pipenv poetry uv composer curl wget npm yarn pnpm bundle cargo'.split(' '),
)

/** Programs that look into a file with credentials, by its name; undefined for one that none is known to. A key is for all that start ssh. */
export function usersOfFile(name: string): ReadonlySet<string> | undefined {
  if (isPrivateKey(name)) return usersOfGit
  switch (name) {
    case '.npmrc':
      return managersOfNpm
    case 'auth.json':
      return new Set(['composer'])
    case 'pip.conf':
    case '.pypirc':
      return new Set(['pip', 'pipenv', 'poetry', 'twine'])
    case '.netrc':
    case '.git-credentials':
      return usersOfNetrc
    default:
      return undefined
  }
}

/** Whether a file is an SSH key, by the names that ssh looks for. */
export const isPrivateKey = (name: string): boolean => name.startsWith('id_')
