/**
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/, https://packaging.python.org/en/latest/specifications/pyproject-toml/,
 * https://packaging.python.org/en/latest/specifications/pylock-toml/, and the names that uv, Poetry, Pipenv, PDM and Rye give theirs
 */
const names = [
  String.raw`[\w.-]*(requirements|constraints)[\w.-]*\.(txt|in|pip|lock)`,
  String.raw`requirements\/[\w./-]+\.(txt|in|pip|lock)`,
  String.raw`setup\.(py|cfg)`,
  String.raw`pyproject\.toml`,
  String.raw`pylock(\.[\w-]+)?\.toml`,
  String.raw`MANIFEST\.in`,
  String.raw`Pipfile(\.lock)?`,
  String.raw`(poetry|uv|pdm)\.(lock|toml)`,
  String.raw`\.python-version`,
]

const manifest = new RegExp(`(^|/)(${names.join('|')})$`)

/** Whether a file tells an install of Python's packages what to bring, and with which settings: by its path in the context. */
export const isPythonManifest = (path: string): boolean => manifest.test(path)
