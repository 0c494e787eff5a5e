import { isPython } from '../../knowledge/python-installs.ts'
import type { RunCommand } from '../commands/command.ts'
import { baseName, folderOf, resolvePath } from '../image-path.ts'
import { isRoot } from '../stages/root-user.ts'
import { lineage, type StageFacts } from '../stages/stage-facts.ts'
import { environmentsOf, isOff, placeOfManager } from './environments.ts'
import { pythonInstallOf } from './install-command.ts'

/** Where an install of Python's packages puts them. */
export type PackagePlace =
  /** A virtual environment. */
  | { readonly kind: 'environment'; readonly folder: string }
  /** Among the packages of the image's own Python. */
  | { readonly kind: 'interpreter' }
  /** A folder that the command names, or one below the home folder. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'unknown' }

/** Where a command of a stage puts packages of Python; undefined where it installs none. */
export function packagePlaceOf(command: RunCommand, stage: StageFacts): PackagePlace | undefined {
  const { name = '', args } = command
  // https://setuptools.pypa.io/en/latest/deprecated/commands.html
  if (isPython(name) && args[0] === 'setup.py')
    return /^(install|develop)$/.test(args[1] ?? '') ? ofPython(command, stage) : undefined
  const install = pythonInstallOf(command)
  if (install === undefined) return undefined
  const { target, manager } = install
  switch (target.kind) {
    case 'folder':
    case 'prefix':
      return target.folder === undefined
        ? { kind: 'unknown' }
        : { kind: 'folder', folder: target.folder }
    case 'user': {
      const home = isRoot(command.step.user) ? '/root' : command.step.variable('HOME')
      const folder = command.step.variable('PYTHONUSERBASE') ?? (home && `${home}/.local`)
      return folder === undefined ? { kind: 'unknown' } : { kind: 'folder', folder }
    }
    case 'environment': {
      const own = placeOfManager(command)
      if (own !== undefined) return { kind: 'environment', folder: own }
      return (manager === 'poetry' || manager === 'pdm') && isWithoutOwn(command, stage)
        ? ofPython(command, stage)
        : (activeIn(command, stage) ?? { kind: 'unknown' })
    }
    case 'interpreter':
      return manager === 'uv' ? ofUv(command, stage) : ofPython(command, stage)
  }
}

/** Poetry is told to make no environment: https://python-poetry.org/docs/configuration/#virtualenvscreate */
const isWithoutOwn = ({ step }: RunCommand, { commands }: StageFacts) =>
  isOff(step.variable('POETRY_VIRTUALENVS_CREATE')) ||
  commands.some(
    ({ name, args }) =>
      baseName(name ?? '') === 'poetry' &&
      args[0] === 'config' &&
      args.includes('virtualenvs.create') &&
      args.some(isOff),
  )

/** https://docs.astral.sh/uv/pip/environments/ */
function ofUv(command: RunCommand, stage: StageFacts): PackagePlace {
  const { args, cwd, step } = command
  const python = args.find((_, i) => /^(-p|--python)$/.test(args[i - 1] ?? ''))
  const named = python?.includes('/') === true ? folderNamed(resolvePath(cwd, python)) : undefined
  if (named !== undefined) return inFolder(named, stage)
  const system = command.assignments.get('UV_SYSTEM_PYTHON') ?? step.variable('UV_SYSTEM_PYTHON')
  if (args.includes('--system') || (system !== undefined && !isOff(system)))
    return { kind: 'interpreter' }
  const beside = resolvePath(cwd, '.venv')
  const isMade = environmentsOf(stage).some(({ folder }) => folder === beside)
  return (
    activeIn(command, stage) ??
    (isMade && beside !== undefined ? { kind: 'environment', folder: beside } : { kind: 'unknown' })
  )
}

/** pip installs beside the Python that runs it: by its path, else the first of PATH. */
function ofPython(command: RunCommand, stage: StageFacts): PackagePlace {
  const { name = '', cwd } = command
  const named = name.includes('/') ? folderNamed(resolvePath(cwd, name)) : undefined
  if (named !== undefined) return inFolder(named, stage)
  return activeIn(command, stage) ?? { kind: 'interpreter' }
}

const folderNamed = (program: string | undefined) =>
  program === undefined ? undefined : folderOf(folderOf(program))

const inFolder = (folder: string, stage: StageFacts): PackagePlace =>
  environmentsOf(stage).some((made) => made.folder === folder)
    ? { kind: 'environment', folder }
    : { kind: /^\/usr(\/local)?$/.test(folder) ? 'interpreter' : 'unknown' }

/** The environment that VIRTUAL_ENV or the first folders of PATH name, or that the same RUN activates. */
function activeIn(command: RunCommand, stage: StageFacts): PackagePlace | undefined {
  const made = environmentsOf(stage).map(({ folder }) => folder)
  const { step, linkIndex, assignments } = command
  const valueOf = (name: string) => assignments.get(name) ?? step.variable(name)
  const activated = lineage(stage)
    .flatMap(({ commands }) => commands)
    .filter((other) => other.step === step && other.linkIndex <= linkIndex)
    .flatMap(({ name, args, cwd }) =>
      /^(\.|source)$/.test(name ?? '') && args[0]?.endsWith('/activate') === true
        ? (folderNamed(resolvePath(cwd, args[0])) ?? [])
        : [],
    )
  const ofPath = (valueOf('PATH') ?? '').split(':').filter((item) => item.endsWith('/bin'))
  const found = [...activated, valueOf('VIRTUAL_ENV'), ...ofPath.map(folderOf)].find(
    (folder) => folder !== undefined && made.includes(folder),
  )
  return found === undefined ? undefined : { kind: 'environment', folder: found }
}
