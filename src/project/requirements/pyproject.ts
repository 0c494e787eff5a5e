import { releaseOf } from '../../knowledge/pypi-packages/release-order.ts'
import { isRecord, list, record, text, texts } from '../formats/loose-data.ts'
import { readToml } from '../formats/toml-text.ts'
import { readRequirement } from './requirement.ts'

/** A list of requirements that a manifest gives a name to, or none: those of every install. */
export interface RequirementGroup {
  /** Undefined for those that always come along. */
  readonly name: string | undefined
  readonly isDev: boolean
  /** As PEP 508 writes them. */
  readonly requirements: readonly string[]
}

/** What a manifest says of packages. */
export interface Manifest {
  readonly name: string | undefined
  readonly groups: readonly RequirementGroup[]
  /** Files of requirements that stand for them, relative to the manifest. */
  readonly files: readonly string[]
  /** Folders of the project that it asks for, relative to the manifest. */
  readonly folders: readonly string[]
  /** They are worked out by a program. */
  readonly isDynamic: boolean
}

/**
 * Reads pyproject.toml, with Poetry's and PDM's own tables; undefined where it is broken or of tools alone.
 * https://packaging.python.org/en/latest/specifications/pyproject-toml/
 */
export function readPyproject(source: string): Manifest | undefined {
  const data = readToml(source)
  const project = record(data['project'])
  const tool = record(data['tool'])
  const poetry = record(tool['poetry'])
  const hasPoetry = poetry['dependencies'] !== undefined
  if (!isRecord(data['project']) && !hasPoetry) return undefined
  const dynamic = texts(project['dynamic']).includes('dependencies')
  const own = record(record(record(tool['setuptools'])['dynamic'])['dependencies'])
  const files = dynamic ? texts(own['file']) : []
  const ofPoetry = hasPoetry ? groupsOfPoetry(poetry) : []
  return {
    name: text(project['name']) ?? text(poetry['name']),
    groups: [
      { name: undefined, isDev: false, requirements: texts(project['dependencies']) },
      ...groupsIn(project['optional-dependencies'], false),
      ...groupsIn(data['dependency-groups'], true),
      ...groupsIn(record(tool['pdm'])['dev-dependencies'], true),
      ...groupsIn({ dev: record(tool['uv'])['dev-dependencies'] }, true),
      ...ofPoetry,
    ].filter(({ requirements }) => requirements.length > 0),
    files,
    folders: foldersOf(poetry),
    isDynamic: dynamic && files.length === 0 && !hasPoetry,
  }
}

/** `{include-group = "test"}` names another group, which has its own entry. */
const groupsIn = (value: unknown, isDev: boolean): readonly RequirementGroup[] =>
  Object.entries(record(value)).map(([name, requirements]) => ({
    name,
    isDev,
    requirements: texts(requirements),
  }))

function groupsOfPoetry(poetry: Readonly<Record<string, unknown>>): readonly RequirementGroup[] {
  const groups = Object.entries(record(poetry['group'])).map(([name, group]) => ({
    name,
    isDev: true,
    requirements: poetryRequirements(record(group)['dependencies']),
  }))
  return [
    { name: undefined, isDev: false, requirements: poetryRequirements(poetry['dependencies']) },
    { name: 'dev', isDev: true, requirements: poetryRequirements(poetry['dev-dependencies']) },
    ...groups,
  ]
}

/** Reads a Pipfile; undefined where it is broken. https://pipenv.pypa.io/en/latest/pipfile.html */
export function readPipfile(source: string): Manifest | undefined {
  const data = readToml(source)
  if (Object.keys(data).length === 0) return undefined
  const names = Object.keys(data).filter((name) => !notPackages.has(name))
  return {
    name: undefined,
    groups: names.map((name) => ({
      name: name === 'packages' ? undefined : name,
      isDev: name === 'dev-packages',
      requirements: poetryRequirements(data[name]),
    })),
    files: [],
    folders: [],
    isDynamic: false,
  }
}

const notPackages: ReadonlySet<string> = new Set(['source', 'requires', 'pipenv', 'scripts'])

/** As PEP 508 has them. https://python-poetry.org/docs/dependency-specification/ */
function poetryRequirements(value: unknown): readonly string[] {
  return Object.entries(record(value))
    .filter(([name]) => name !== 'python')
    .flatMap(([name, written]) =>
      list(written).flatMap((item): readonly string[] => {
        const entry = isRecord(item) ? item : { version: item }
        if (entry['optional'] === true || entry['path'] !== undefined) return []
        const version = text(entry['version']) ?? ''
        const extras = texts(entry['extras'])
        const address = text(entry['url']) ?? addressOf(text(entry['git']))
        const marker = text(entry['markers'])
        return [
          name +
            (extras.length === 0 ? '' : `[${extras.join(',')}]`) +
            (address === undefined ? specifierOf(version.trim()) : ` @ ${address}`) +
            (marker === undefined ? '' : ` ; ${marker}`),
        ]
      }),
    )
}

const addressOf = (git: string | undefined) => (git === undefined ? undefined : `git+${git}`)

/**
 * A version alone is that one; `^1.2` goes up to 2, `~1.2` up to 1.3. What PEP 508 has no words for is left out: `^1 || ^2`.
 * https://python-poetry.org/docs/dependency-specification/#version-constraints
 */
function specifierOf(version: string): string {
  const written = rangeOf(version) ?? (/^\d[\w.*]*$/.test(version) ? `==${version}` : version)
  return readRequirement(`name${written}`) === undefined ? '' : written
}

function rangeOf(version: string): string | undefined {
  const isCaret = version.startsWith('^')
  if (!isCaret && !/^~[^=]/.test(version)) return undefined
  const least = version.slice(1).trim()
  const numbers = releaseOf(least) ?? []
  const last = isCaret ? numbers.findIndex((number) => number > 0) : Math.min(1, numbers.length - 1)
  const end = numbers.slice(0, last + 1).map((number, i) => (i === last ? number + 1 : number))
  return end.length === 0 ? '' : `>=${least},<${end.join('.')}`
}

const foldersOf = (poetry: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(record(poetry['dependencies'])).flatMap(
    (entry) => text(record(entry)['path']) ?? [],
  )
