import {
  fileAt,
  record,
  requirementName,
  resolvePath,
  tomlIn,
  type PythonInstall,
  type RunCommand,
  type WorkPlace,
} from '../../../src/transform.ts'

/** Build backends that put Python's sources into an environment as they are, and what stands beside them in `requires`. */
const plainBackends = new Set(
  'hatchling uv-build poetry-core poetry flit-core flit-scm pdm-backend pdm-pep517 setuptools setuptools-scm wheel'.split(
    ' ',
  ),
)

/**
 * An install of a manifest without the project itself, where that is no package, or one of plain sources: what is installed of it then names
 * the folder of the sources, which the runtime stage has at the same place. Where a build backend may compile, or write among the sources,
 * the install stays as it is.
 */
export function withoutPlainProject(
  install: PythonInstall,
  command: RunCommand,
  place: WorkPlace,
): PythonInstall {
  if (install.editable.length === 0) return install
  const document = tomlIn(install.folder, 'pyproject.toml', command, place)
  if (document === undefined) return install
  const isPlain =
    !isPackage(document, install) ||
    (isPlainBuild(document, install.manager) && !hasSetupScript(install, command, place))
  return isPlain ? { ...install, editable: [] } : install
}

function hasSetupScript({ folder }: PythonInstall, command: RunCommand, place: WorkPlace) {
  const script = folder === undefined ? undefined : resolvePath(folder, 'setup.py')
  return fileAt(script, command, place) !== undefined
}

/** Whether the project is installed at all. */
export function isPackage(
  document: Readonly<Record<string, unknown>>,
  { manager }: Pick<PythonInstall, 'manager'>,
): boolean {
  const own = record(record(document['tool'])[manager])
  switch (manager) {
    // https://docs.astral.sh/uv/concepts/projects/config/#project-packaging
    case 'uv':
      return own['package'] === undefined
        ? document['build-system'] !== undefined
        : own['package'] === true
    // https://python-poetry.org/docs/pyproject/#package-mode
    case 'poetry':
      return own['package-mode'] !== false
    // https://pdm-project.org/en/latest/reference/pep621/
    case 'pdm':
      return own['distribution'] !== false && own['package-type'] !== 'application'
    default:
      return true
  }
}

/** Whether a build by what pyproject.toml says compiles nothing, and writes nothing among the sources. */
export function isPlainBuild(
  document: Readonly<Record<string, unknown>>,
  manager?: PythonInstall['manager'],
): boolean {
  const { requires } = record(document['build-system'])
  const names = Array.isArray(requires) ? requires.map((item) => requirementName(String(item))) : []
  const tool = record(document['tool'])
  const versions = record(tool['setuptools_scm'])
  const works = [
    record(record(tool['hatch'])['build'])['hooks'],
    record(tool['poetry'])['build'],
    record(tool['pdm'])['build'],
    record(tool['setuptools'])['ext-modules'],
    record(tool['setuptools'])['cmdclass'],
    versions['write_to'],
    versions['version_file'],
  ]
  return (
    // Poetry links the sources itself, whether a backend is named or not.
    (names.length > 0 || (manager === 'poetry' && document['build-system'] === undefined)) &&
    names.every((name) => plainBackends.has(name)) &&
    works.every((work) => work === undefined)
  )
}
