import { isRecord, record } from '../../../src/transform.ts'
import type { ManifestRow, Table } from './manifest-row.ts'

const local = 'packages come from folders or files of the project'
const plugins = 'plugins of the project have a part in it'

/** https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers */
const uv: ManifestRow = {
  manager: 'uv',
  files: ['pyproject.toml', 'uv.lock'],
  settings: ['uv.toml', '.python-version'],
  flag: '--no-install-project',
  holds: ({ manifest, lock, words }) => {
    const own = record(record(manifest['tool'])['uv'])
    if (own['workspace'] !== undefined) return 'the project is a workspace'
    if (packagesOf(lock).some(({ source }) => isLocalOfUv(record(source)))) return local
    const isFrozen = words.includes('--frozen')
    return !isFrozen && isDynamic(manifest)
      ? 'what the project depends on is asked of its own build'
      : undefined
  },
}

/** The project itself is `editable = "."`, or `virtual = "."`. */
const isLocalOfUv = (source: Table): boolean =>
  ['editable', 'virtual', 'directory', 'path'].some(
    (kind) => source[kind] !== undefined && source[kind] !== '.',
  ) ||
  (typeof source['registry'] === 'string' && !/^https?:/.test(source['registry']))

/** https://python-poetry.org/docs/faq/#poetry-busts-my-docker-cache-because-it-requires-me-to-copy-my-source-files-in-before-installing-3rd-party-dependencies */
const poetry: ManifestRow = {
  manager: 'poetry',
  files: ['pyproject.toml', 'poetry.lock'],
  settings: ['poetry.toml'],
  flag: '--no-root',
  holds: ({ manifest, lock }) => {
    const tool = record(manifest['tool'])
    const own = record(tool['poetry'])
    if (tool['poetry-dynamic-versioning'] !== undefined || own['requires-plugins'] !== undefined)
      return plugins
    const isLocal = packagesOf(lock).some(({ source }) =>
      /^(directory|file)$/.test(String(record(source)['type'])),
    )
    return isLocal ? local : undefined
  },
}

/** https://pdm-project.org/en/latest/usage/advanced/#use-pdm-in-a-multi-stage-dockerfile */
const pdm: ManifestRow = {
  manager: 'pdm',
  files: ['pyproject.toml', 'pdm.lock'],
  settings: ['pdm.toml'],
  flag: '--no-self',
  holds: ({ manifest, lock, has }) => {
    const own = record(record(manifest['tool'])['pdm'])
    if (own['plugins'] !== undefined) return plugins
    if (Object.keys(record(own['scripts'])).some((name) => /^(pre|post)_/.test(name)))
      return 'scripts of the project run with it'
    if (isDynamic(manifest)) return 'what the project depends on is asked of its own build'
    if (has('.pdm-python')) return 'a file of the project (.pdm-python) names the Python'
    return packagesOf(lock).some(({ path }) => path !== undefined) ? local : undefined
  },
}

/** It reads `.env` at each of its starts. https://pipenv.pypa.io/en/latest/environments.html */
const pipenv: ManifestRow = {
  manager: 'pipenv',
  files: ['Pipfile', 'Pipfile.lock'],
  settings: [],
  flag: undefined,
  holds: ({ lock, has }) => {
    if (has('.env')) return 'Pipenv reads the .env beside its manifest'
    const entries = Object.values(lock).flatMap((section) => Object.values(record(section)))
    const isLocal = entries.some((entry) => {
      const { path, file } = record(entry)
      return path !== undefined || (typeof file === 'string' && !/^https?:/.test(file))
    })
    return isLocal ? local : undefined
  },
}

export const manifestRows: readonly ManifestRow[] = [uv, poetry, pdm, pipenv]

/** https://packaging.python.org/en/latest/specifications/pyproject-toml/#dynamic */
function isDynamic(manifest: Table): boolean {
  const { dynamic } = record(manifest['project'])
  return Array.isArray(dynamic) && dynamic.length > 0
}

const packagesOf = ({ package: list }: Table): readonly Table[] =>
  Array.isArray(list) ? list.filter(isRecord) : []
