import type { Command } from '../commands/command.ts'
import { resolvePath } from '../image-path.ts'
import { noPackages, type PackageTarget, type PythonInstall } from './python-install.ts'
import { readWords, type Words } from './words.ts'

/** https://python-poetry.org/docs/cli/#install: 1 has `--no-dev`, 2 `--only main`; `virtualenvs.create false` is for whoever reads the stage. */
export function ofPoetry(args: Words, command: Command): PythonInstall | undefined {
  const { flags, operands, isKnown } = readWords(
    args,
    '--only --with --without -E --extras --directory -C --project -P',
  )
  if (operands[0] !== 'install' && operands[0] !== 'sync') return undefined
  const only = flags.get('--only')?.flatMap((groups) => groups.split(',')) ?? []
  const without = flags.get('--without')?.flatMap((groups) => groups.split(',')) ?? []
  const hasProject = !flags.has('--no-root')
  const isWithoutDev = flags.has('--no-dev') || only.length > 0 || without.includes('dev')
  return {
    ...{ ...noPackages, manager: 'poetry', isOfManifest: true, isKnown, hasProject },
    folder: folderNamed(command, flags, '--directory', '-C', '--project', '-P'),
    hasDev: !isWithoutDev || flags.get('--with')?.includes('dev') === true,
    named: named(flags, '--only --with --extras -E', '--all-extras --all-groups'),
    editable: hasProject ? ['.'] : [],
    target: { kind: 'environment', folder: undefined },
  }
}

/** https://pipenv.pypa.io/en/latest/commands.html: dev dependencies come only with `--dev`. */
export function ofPipenv(args: Words, command: Command): PythonInstall | undefined {
  const { flags, operands, isKnown } = readWords(
    args,
    '-r --requirements --python --pypi-mirror -i --categories',
  )
  const [verb, ...packages] = operands
  if (verb !== 'install' && verb !== 'sync') return undefined
  const requirements = [...(flags.get('-r') ?? []), ...(flags.get('--requirements') ?? [])]
  return {
    ...{ ...noPackages, manager: 'pipenv', folder: command.cwd, isKnown, packages, requirements },
    isOfManifest: packages.length === 0 && requirements.length === 0,
    hasDev: flags.has('--dev') || flags.has('-d'),
    named: named(flags, '--categories', ''),
    target: flags.has('--system')
      ? { kind: 'interpreter' }
      : { kind: 'environment', folder: undefined },
  }
}

/** https://pdm-project.org/en/latest/reference/cli/#install */
export function ofPdm(args: Words, command: Command): PythonInstall | undefined {
  const { flags, operands, isKnown } = readWords(
    args,
    '-G --group --without -p --project -L --lockfile --venv',
  )
  if (operands[0] !== 'install' && operands[0] !== 'sync') return undefined
  const folder = folderNamed(command, flags, '-p', '--project')
  const hasProject = !flags.has('--no-self')
  return {
    ...{ ...noPackages, manager: 'pdm', folder, isOfManifest: true, isKnown, hasProject },
    hasDev: !['--prod', '--production', '--no-dev'].some((flag) => flags.has(flag)),
    named: named(flags, '-G --group', ''),
    editable: hasProject && !flags.has('--no-editable') ? ['.'] : [],
    target: environmentIn(folder),
  }
}

/** The groups and extras that flags name, separated by commas or blanks; `:all` is PDM's word for all. */
export function named(
  flags: ReadonlyMap<string, readonly string[]>,
  naming: string,
  all: string,
): readonly string[] {
  const names = naming
    .split(' ')
    .flatMap((flag) => flags.get(flag) ?? [])
    .flatMap((text) => text.split(/[\s,]+/))
    .filter(Boolean)
  return all.split(' ').some((flag) => flags.has(flag)) || names.includes(':all')
    ? [...names, '*']
    : names
}

/** The environment that a manager makes beside the manifest. */
export const environmentIn = (folder: string | undefined): PackageTarget => ({
  kind: 'environment',
  folder: folder === undefined ? undefined : resolvePath(folder, '.venv'),
})

/** The folder that flags name; else the one that the command runs in. */
export function folderNamed(
  { cwd }: Command,
  flags: ReadonlyMap<string, readonly string[]>,
  ...names: readonly string[]
): string | undefined {
  const named = names.flatMap((name) => flags.get(name) ?? []).at(-1)
  return named === undefined ? cwd : resolvePath(cwd, named)
}
