import {
  folderOf,
  inSource,
  pythonInstallOf,
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
  !install.isOfManifest

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

/** Notes the files that an install reads; false where it may read more. */
function readInstall(command: RunCommand, site: InstallSite, found: Set<string>): boolean {
  const install = pythonInstallOf(command)
  if (install === undefined || !goesByFiles(install)) return false
  // A file of settings may name anything.
  if (command.step.isSet('PIP_CONFIG_FILE') || command.step.isSet('PIP_FIND_LINKS')) return false
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
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  return linesOf(text).every((line) => {
    const named = namedFile(line)
    if (named === undefined) return isOfRegistry(line)
    const next = resolvePath(`/${folder}`, named)?.slice(1)
    const isInside =
      next !== undefined && (site.source === '' || next.startsWith(`${site.source}/`))
    return isInside && !named.startsWith('/') && readFile(next, site, found)
  })
}

/** Lines without comments, those that go on put together. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean)

/** `-r base.txt`, `--constraint=limits.txt` */
const namedFile = (line: string): string | undefined =>
  /^(?:-[rc]\s*|--(?:requirement|constraint)(?:\s+|=))(\S+)$/.exec(line)?.[1]

/** Whether a line names what pip fetches, and no file or folder of the project. */
function isOfRegistry(line: string): boolean {
  if (/^(-e|--editable)/.test(line))
    return /^(-e\s*|--editable(\s+|=))(git|hg|svn|bzr)\+/.test(line)
  if (/^(-f|--find-links)/.test(line)) return /https?:\/\//.test(line)
  if (line.startsWith('-')) return true
  const name = line.split(/[\s;]/, 1)[0] ?? ''
  if (/@\s*file:|^file:/.test(line)) return false
  return /:\/\//.test(line) || (!/[/\\]/.test(name) && !/\.(whl|zip|tar\.gz|tgz)$/.test(name))
}
