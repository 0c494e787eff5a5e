/** Packages that install others, and that no program imports when it runs: https://packaging.python.org/en/latest/key_projects/ */
const installers: ReadonlySet<string> = new Set(
  'pip pipx wheel virtualenv pipenv poetry poetry-plugin-export pdm uv build pip-tools'.split(' '),
)

/** Packages that build others, or help their developers. */
const builders: ReadonlySet<string> = new Set(
  (
    'setuptools setuptools-scm hatch hatchling flit poetry-core cython scikit-build-core meson-python ninja cmake maturin pybind11 ' +
    'twine tox nox'
  ).split(' '),
)

/** Whether a package installs others and is for nothing else; `name` is as names are compared. */
export const isInstaller = (name: string): boolean => installers.has(name)

/** Whether a package installs or builds others. */
export const isBuildTool = (name: string): boolean => installers.has(name) || builders.has(name)
