import {
  isLeftOutOfGit,
  isOn,
  readToml,
  record,
  type Command,
  type Facts,
  type PackageWork,
} from '../../../src/transform.ts'

interface RunPlace {
  readonly facts: Facts
  readonly works: readonly PackageWork[]
  readonly folder: string
}

/**
 * What `uv run` does before it starts the program: it brings the environment in line with the lock file, the dev dependencies and the project
 * itself included; undefined where the image's installs have left nothing of that to do.
 * https://docs.astral.sh/uv/concepts/projects/run/, https://docs.astral.sh/uv/concepts/projects/sync/
 */
export function unsynced(
  program: string,
  flags: Command['args'],
  { facts, works, folder }: RunPlace,
): string | undefined {
  const { project, final } = facts
  const variable = (name: string) => final.end.env.get(name) ?? ''
  const file = (name: string) => [folder, name].filter(Boolean).join('/')
  const source = project.read(file(program)) ?? ''
  // https://packaging.python.org/en/latest/specifications/inline-script-metadata/
  if (source.includes('# /// script')) return `runs ${program}, which names packages of its own`
  if (variable('UV_ENV_FILE') !== '') return 'reads the file that UV_ENV_FILE names'
  if (/^(-|https?:)/.test(program)) return `runs ${program}, which only uv reads`
  const installs = works.filter(({ install }) => install?.manager === 'uv' && install.isOfManifest)
  const last = installs.at(-1)
  if (last?.install === undefined) return 'runs in an environment that `uv sync` has not made'
  if (flags.includes('--no-sync') || isOn(variable('UV_NO_SYNC')) === true) return undefined
  const { args } = last.command
  const document = readToml(project.read(file('pyproject.toml')) ?? '')
  const groups = record(document['dependency-groups'])
  const own = record(record(document['tool'])['uv'])
  const hasDev = Object.hasOwn(groups, 'dev') || Object.hasOwn(own, 'dev-dependencies')
  const hasOthers = own['default-groups'] !== undefined
  const isWithoutDev = (words: Command['args']) =>
    words.some((word) => /^--(no-dev|no-default-groups)$/.test(word ?? '')) ||
    isOn(variable('UV_NO_DEV')) === true
  if ((hasDev || hasOthers) && isWithoutDev(args) !== isWithoutDev(flags))
    return 'installs other groups of dependencies first than `uv sync` does'
  if (
    args.some((word) =>
      /^--(extra|all-extras|group|only-group|all-groups|no-group)\b/.test(word ?? ''),
    )
  )
    return 'removes first what `uv sync` installs of groups and extras'
  const isPackage = own['package'] ?? document['build-system'] !== undefined
  return isPackage === true && !last.install.hasProject
    ? 'installs the project itself first, which `uv sync` leaves out'
    : project.isFile(file('uv.lock')) || isLeftOutOfGit(file('uv.lock'), project)
      ? undefined
      : 'settles the versions of the packages first, for there is no uv.lock'
}
