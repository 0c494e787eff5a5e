import {
  baseName,
  folderOf,
  inSource,
  pythonInstallOf,
  readRequirementsFile,
  resolvePath,
  type InstallSite,
  type Manifests,
  type PythonInstall,
  type RunCommand,
} from '../../src/transform.ts'

/**
 * The folder of an install that goes by files of requirements alone; undefined where it reads more of the project. An absolute path says where
 * the project is.
 */
export function folderOfRequirements(install: PythonInstall | undefined): string | undefined {
  if (install === undefined || !goesByFiles(install)) return undefined
  const [first = ''] = install.requirements
  return first.startsWith('/') ? folderOf(first) : install.folder
}

const goesByFiles = (install: PythonInstall): boolean =>
  install.isKnown &&
  install.requirements.length > 0 &&
  install.local.length + install.editable.length === 0 &&
  !install.isOfManifest &&
  install.links.every(isAddress)

/** The files of requirements that the installs of a RUN read, those among them that they name in turn. */
export function requirementManifests(site: InstallSite): Manifests | undefined {
  const found = new Set<string>()
  for (const command of site.installs) if (!readInstall(command, site, found)) return undefined
  if (found.size === 0) return undefined
  const all = [...found].map((path) => path.slice(site.source === '' ? 0 : site.source.length + 1))
  return {
    files: all.filter((path) => !path.includes('/')),
    nested: all.filter((path) => path.includes('/')),
    folders: [],
    evidence: [...found].map((path) => ({ path, line: 1, text: firstLine(path, site) })),
    assumption: undefined,
  }
}

const firstLine = (path: string, { project }: InstallSite) =>
  project.read(path)?.split(/\r?\n/, 1)[0]?.trim() ?? ''

/** They may name any folder, or a file that does. */
const settingVariables = 'PIP_CONFIG_FILE PIP_FIND_LINKS UV_CONFIG_FILE UV_FIND_LINKS'.split(' ')

/** uv reads settings of the project for a file of requirements, too: https://docs.astral.sh/uv/concepts/configuration-files/ */
const hasSettingsOfUv = ({ project, source }: InstallSite): boolean =>
  project
    .files(source)
    .some(
      (path) =>
        baseName(path) === 'uv.toml' ||
        (baseName(path) === 'pyproject.toml' && project.read(path)?.includes('tool.uv') === true),
    )

/** Notes the files that an install reads; false where it may read more. */
function readInstall(command: RunCommand, site: InstallSite, found: Set<string>): boolean {
  const install = pythonInstallOf(command)
  if (install === undefined || !goesByFiles(install)) return false
  if (settingVariables.some((name) => command.step.isSet(name))) return false
  if (install.manager === 'uv' && hasSettingsOfUv(site)) return false
  return [...install.requirements, ...install.constraints].every((name) => {
    const path = resolvePath(command.cwd, name)
    const inFolder = path === undefined ? undefined : below(site.folder, path)
    return inFolder !== undefined && readFile(inSource(site.source, inFolder), site, found)
  })
}

function below(folder: string, path: string): string | undefined {
  const start = folder === '/' ? '/' : `${folder}/`
  return path.startsWith(start) ? path.slice(start.length) : undefined
}

function readFile(path: string, site: InstallSite, found: Set<string>): boolean {
  if (found.has(path)) return true
  const text = site.project.isFile(path) ? site.project.read(path) : undefined
  if (text === undefined || !/^[\w./@+-]+$/.test(path)) return false
  found.add(path)
  return readRequirementsFile(text).every((line) => {
    switch (line.kind) {
      case 'package':
        return line.requirement.url === undefined || isAddress(line.requirement.url)
      case 'source':
        return isAddress(line.source)
      case 'links':
        return isAddress(line.place)
      case 'file':
        return isAddress(line.path) || readNext(line.path)
      default:
        return line.kind !== 'unread'
    }
  })

  function readNext(named: string): boolean {
    const next = resolvePath(`/${folderOf(path)}`, named)?.slice(1)
    const isInside =
      next !== undefined && (site.source === '' || next.startsWith(`${site.source}/`))
    return isInside && !named.startsWith('/') && readFile(next, site, found)
  }
}

/** What pip fetches from elsewhere: no file or folder of the project, `git+file:///app/lib` among them. */
const isAddress = (place: string): boolean => place.includes('://') && !place.includes('file:')
