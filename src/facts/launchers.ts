import type { Project } from '../project/project.ts'
import { commandOf, type Command } from './command.ts'
import { baseName, resolvePath } from './image-path.ts'
import type { LaunchedScript } from './launched-script.ts'
import { packageScript } from './package-script.ts'

/** Programs that only start the rest of their arguments; each says how many words before it are its own. */
const launchers: Readonly<
  Record<string, (args: readonly (string | undefined)[]) => number | undefined>
> = {
  tini: afterFlags(['-p', '-e']),
  'dumb-init': afterFlags(['-r', '--rewrite']),
  // Of the official images; one that the file copies is read as the script that it is.
  'docker-entrypoint.sh': () => 0,
  'docker-php-entrypoint': () => 0,
  gosu: () => 1,
  'su-exec': () => 1,
  dotenv: afterDashes,
  // Each of its flags takes a value: https://github.com/jwilder/dockerize#usage
  dockerize: afterPairs,
  nice: afterFlags(['-n', '--adjustment']),
  ionice: afterFlags(['-c', '-n', '--class', '--classdata']),
  catchsegv: () => 0,
}

/** The command inside `tini -- node server.js`; undefined for a program that is not known to start another. */
export function unwrap(command: Command): Command | undefined {
  const { name, args } = command
  if (name === undefined) return undefined
  const plain = name.replace(/^\/(usr\/(local\/)?)?s?bin\//, '')
  const skip = Object.hasOwn(launchers, plain)
    ? launchers[plain]?.(args)
    : isWaiter(name)
      ? afterDashes(args)
      : undefined
  if (skip === undefined || skip >= args.length) return undefined
  return commandOf(args.slice(skip), command.cwd)
}

/** Scripts that wait for a port and then run what stands behind `--`: https://github.com/vishnubob/wait-for-it */
export const isWaiter = (name: string) => /wait-for(-it)?(\.sh)?$/.test(name)

/** Behind `--`, else behind its flags and the values that these take. */
function afterFlags(
  withValue: readonly string[],
): (args: readonly (string | undefined)[]) => number | undefined {
  return (args) => {
    for (let at = 0; at < args.length; at++) {
      const arg = args[at]
      if (arg === '--') return at + 1
      if (arg?.startsWith('-') !== true) return at
      if (withValue.includes(arg)) at++
    }
    return undefined
  }
}

function afterDashes(args: readonly (string | undefined)[]): number | undefined {
  const at = args.indexOf('--')
  return at < 0 ? undefined : at + 1
}

/** The script that a command runs: an entry of package.json, or a shell script of the context. */
export function scriptOf(
  command: Command,
  project: Project,
  contextPath: (imagePath: string) => string | undefined,
): LaunchedScript | undefined {
  return packageScript(command, project, contextPath) ?? shellScript(command, project, contextPath)
}

/** `bash -o pipefail run.sh` */
function scriptIndex(args: readonly (string | undefined)[]): number {
  return args.findIndex(
    (arg, i) =>
      arg !== undefined && !/^[-+]/.test(arg) && !/^[-+][a-z]*[oO]$/.test(args[i - 1] ?? ''),
  )
}

const isSourced = (name: string) => name === '.' || name === 'source'

/** Files of the distribution's packages that only set variables. */
const setsVariables = /^\/etc\/(apache2\/envvars|environment|os-release|default\/[\w.-]+)$/

const pathFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

function shellScript(
  command: Command,
  project: Project,
  contextPath: (imagePath: string) => string | undefined,
): LaunchedScript | undefined {
  const { name = '', args, cwd } = command
  const isShell = /(^|\/)(sh|bash|ash|dash)$/.test(name) || isSourced(name)
  const at = isShell ? scriptIndex(args) : -1
  const file = isShell ? args[at] : name
  if (file === undefined) return undefined
  // A bare name is looked up on PATH, where a COPY may have put it.
  const folders = file.includes('/') || isShell ? [cwd] : pathFolders
  const source = folders
    .map((folder) => resolvePath(folder, file))
    .flatMap((path) => (path === undefined ? [] : (contextPath(path) ?? [])))
    .at(0)
  const text = source === undefined ? undefined : project.read(source)
  const rest = isShell ? args.slice(at + 1) : args
  if (source === undefined && isSourced(name) && setsVariables.test(file))
    return { text: '', why: '', cwd, args: rest, evidence: [], needsShell: true, isFile: true }
  if (source === undefined || text === undefined) {
    if (!isShell && !file.endsWith('.sh')) return undefined
    return {
      text: undefined,
      why: `${file} is not in the build context`,
      cwd,
      args: rest,
      evidence: [],
      needsShell: true,
      isFile: true,
    }
  }
  const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text)
  const interpreter = shebang?.[1]?.endsWith('/env') ? shebang[2] : shebang?.[1]
  if (
    !isShell &&
    (interpreter === undefined
      ? !file.endsWith('.sh')
      : !/(^|\/)(sh|bash|ash|dash)$/.test(interpreter))
  )
    return undefined
  const shell = isShell || interpreter === undefined ? 'sh' : baseName(interpreter)
  return {
    text,
    why: '',
    cwd,
    interpreter: shell === 'sh' ? undefined : shell,
    args: rest,
    evidence: [{ path: source, line: 1, text: text.split('\n', 1)[0] ?? '' }],
    needsShell: true,
    isFile: true,
  }
}

function afterPairs(args: readonly (string | undefined)[]): number {
  const at = args.findIndex(
    (arg, i) => arg !== undefined && !arg.startsWith('-') && args[i - 1]?.startsWith('-') !== true,
  )
  return at < 0 ? args.length : at
}
