import {
  baseName,
  isIgnored,
  isLeftOutOfGit,
  isRecord,
  parseIgnoreFile,
  readToml,
  record,
  type Command,
  type Facts,
  type PackageWork,
} from '../../../src/transform.ts'
import { managerOf, type Manager } from './manager.ts'
import { unsynced } from './uv-sync.ts'

/** What a command starts through a manager, with the manager left out. */
export interface Unwrapped {
  /** So many words, the manager's own among them, are gone. */
  readonly drops: number
  /** What stands in their place. */
  readonly instead: readonly string[]
}

/** What is known of the image that a manager runs in. */
export interface RunPlace {
  readonly facts: Facts
  readonly works: readonly PackageWork[]
}

/** A command that a manager runs: `drops` and `instead`, or why the manager is needed for it, as a clause. */
export type Run = Unwrapped | { readonly why: string }

/** Flags of `run` that change nothing of what runs. */
const idleFlags: Readonly<Record<Manager['name'], RegExp>> = {
  uv: /^(--(frozen|locked|no-sync|no-dev|no-default-groups|dev|offline|no-progress|quiet|no-cache|no-editable|no-project|verbose)|-[qvn])$/,
  poetry: /^(--(quiet|no-interaction|no-ansi|verbose)|-[qnv]+)$/,
  pipenv: /^(--(quiet|verbose)|-[qv])$/,
  pdm: /^(--(quiet|verbose)|-[qv])$/,
}

/** What a command of a manager runs; undefined for another command, and for one that runs nothing. */
export function runOf(command: Command, place: RunPlace): Run | undefined {
  const manager = managerOf(command)
  if (manager === undefined) return undefined
  const { args, name = '' } = command
  if (baseName(name) !== manager.name)
    return { why: `starts ${manager.title} as a module of Python` }
  const verbAt = args.findIndex((word) => word?.startsWith('-') !== true)
  const verb = args[verbAt]
  if (args.slice(0, verbAt).some((word) => !idleFlags[manager.name].test(word ?? '')))
    return { why: `has flags of ${manager.title} that are not known` }
  const short = verb === undefined ? undefined : scriptOf(verb, manager, place)
  // `pdm start` is `pdm run start`.
  const at = manager.name === 'pdm' && verb !== 'run' && short !== undefined ? verbAt : verbAt + 1
  if (verb !== 'run' && at !== verbAt) return undefined
  let isModule = false
  let next = at
  for (; args[next]?.startsWith('-') === true; next++) {
    const flag = args[next] ?? ''
    if (manager.name === 'uv' && /^(-m|--module)$/.test(flag)) isModule = true
    else if (!idleFlags[manager.name].test(flag))
      return { why: `has ${flag}, with which ${manager.title} chooses what runs` }
  }
  const program = args[next]
  if (program === undefined) return { why: `has words that are only known when it runs` }
  const flags = args.slice(at, next)
  const why = changes(program, flags, manager, place)
  if (why !== undefined) return { why }
  const drops = next + 1
  if (manager.name === 'uv') {
    if (isModule) return { drops, instead: ['python', '-m'] }
    if (program.endsWith('.py')) return { drops, instead: ['python'] }
  }
  const script = scriptOf(program, manager, place)
  if (script === undefined) return { drops, instead: [] }
  return script === 'unknown'
    ? { why: `runs ${program}, a script of ${manager.title} that is more than one plain command` }
    : { drops: drops + 1, instead: script }
}

/** What the manager does beside starting the program; undefined where it is nothing. */
function changes(
  program: string,
  flags: Command['args'],
  { name }: Manager,
  place: RunPlace,
): string | undefined {
  const { facts } = place
  const folder = manifestFolder(place)
  const file = (of: string) => [folder, of].filter(Boolean).join('/')
  const { project } = facts
  switch (name) {
    case 'uv':
      return unsynced(program, flags, { ...place, folder })
    case 'poetry': {
      // https://python-poetry.org/docs/cli/#run: it runs the project's own scripts, be they installed or not.
      const document = readToml(project.read(file('pyproject.toml')) ?? '')
      const scripts = {
        ...record(record(record(document['tool'])['poetry'])['scripts']),
        ...record(record(document['project'])['scripts']),
      }
      const isInstalled = place.works.some(({ install }) => install?.hasProject === true)
      return Object.hasOwn(scripts, program) && !isInstalled
        ? `runs ${program}, a script of the project that is not installed (--no-root)`
        : undefined
    }
    case 'pipenv':
      // https://pipenv.pypa.io/en/latest/shell.html#automatic-loading-of-env
      return hasEnvFile(file('.env'), project) ? 'reads .env first' : undefined
    case 'pdm':
      return undefined
  }
}

/** It is there, or may be where the image is built: git leaves it out, and the context does not. */
function hasEnvFile(path: string, project: Facts['project']): boolean {
  const isOut = isIgnored(parseIgnoreFile(project.ignoreFile?.text ?? ''), path)
  return project.isFile(path) || (!isOut && isLeftOutOfGit(path, project))
}

/** The folder of the context whose manifest the image's install is of. */
function manifestFolder({ works, facts }: RunPlace): string {
  const folder = works.findLast(({ install }) => install?.isOfManifest === true)?.install?.folder
  return (folder === undefined ? undefined : facts.contextPath(folder)) ?? ''
}

/** The plain words of a script that the manifest names; 'unknown' where it is more than that, undefined where there is none. */
function scriptOf(
  name: string,
  manager: Manager,
  place: RunPlace,
): readonly string[] | 'unknown' | undefined {
  const { project } = place.facts
  const folder = manifestFolder(place)
  const read = (file: string) =>
    readToml(project.read([folder, file].filter(Boolean).join('/')) ?? '')
  const scripts =
    manager.name === 'pipenv'
      ? record(read('Pipfile')['scripts'])
      : manager.name === 'pdm'
        ? record(record(record(read('pyproject.toml')['tool'])['pdm'])['scripts'])
        : {}
  if (!Object.hasOwn(scripts, name)) return Object.hasOwn(scripts, '_') ? 'unknown' : undefined
  const isAlone = ['_', `pre_${name}`, `post_${name}`].every(
    (other) => !Object.hasOwn(scripts, other),
  )
  const script = scripts[name]
  const command =
    isRecord(script) && Object.keys(script).every((key) => /^(cmd|help)$/.test(key))
      ? script['cmd']
      : script
  // More than plain words is read as a shell does, or with names of the manager's own.
  return isAlone && typeof command === 'string' && /^[\w./:=@,+-]+( [\w./:=@,+-]+)*$/.test(command)
    ? command.split(' ')
    : 'unknown'
}
