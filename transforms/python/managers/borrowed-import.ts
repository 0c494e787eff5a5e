import { sourceMentions } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { isOfManager } from './prepare-install.ts'
import { managersIn, type Manager } from './manager.ts'

/**
 * Modules that a manager's own packages bring, with the package where it has another name: what is installed beside them can import them
 * without a word. `Requires-Dist` of https://pypi.org/project/poetry/, https://pypi.org/project/pipenv/, https://pypi.org/project/pdm/
 */
const brought: Readonly<Record<Manager['name'], string>> = {
  uv: '',
  poetry:
    'requests urllib3 certifi charset_normalizer chardet idna cachecontrol msgpack packaging platformdirs tomlkit virtualenv filelock distlib keyring ' +
    'more_itertools shellingham pexpect ptyprocess pkginfo trove_classifiers installer build pyproject_hooks rapidfuzz fastjsonschema jsonschema cleo ' +
    'crashtest dulwich requests_toolbelt html5lib six cryptography cffi importlib_metadata zipp attr:attrs attrs httpx httpcore anyio h11 findpython',
  pipenv:
    'virtualenv certifi filelock platformdirs distlib packaging pkg_resources:setuptools setuptools clonevirtualenv:virtualenv-clone',
  pdm:
    'blinker certifi dep_logic filelock findpython hishel httpx httpcore h11 anyio sniffio idna installer packaging pbs_installer platformdirs ' +
    'pyproject_hooks dotenv:python-dotenv requests urllib3 resolvelib rich pygments markdown_it:markdown-it-py shellingham socks:pysocks tomlkit ' +
    'truststore unearth virtualenv msgpack',
}

const manifests =
  /(^|\/)(poetry\.lock|Pipfile\.lock|pdm\.lock|pyproject\.toml|Pipfile|[\w.-]*requirements[\w.-]*\.txt)$/

/**
 * A module that the sources import and that nobody has asked for: it is there today because the manager is installed among the same packages,
 * and an environment beside it would lack it.
 */
export function borrowedImport({
  facts,
  works,
  ofImage,
}: PythonApp):
  { readonly module: string; readonly manager: Manager; readonly line: number } | undefined {
  const install = works.find(isOfManager)
  if (install === undefined || !ofImage.some(({ home }) => home.kind === 'image')) return undefined
  const { line } = install.command.step.instruction
  const { project } = facts
  const asked = project
    .files()
    .filter((file) => manifests.test(file))
    .map((file) => (project.read(file) ?? '').toLowerCase().replaceAll('_', '-'))
    .join('\n')
  const named = ofImage
    .flatMap((work) => work.install?.packages ?? [])
    .join('\n')
    .toLowerCase()
  const mentions = sourceMentions(project)
  for (const manager of managersIn(facts))
    for (const item of brought[manager.name].split(' ').filter(Boolean)) {
      const [module = '', name = module] = item.split(':')
      const isAsked = [asked, named].some((text) => text.includes(name.replaceAll('_', '-')))
      const isOwn = project.isFile(`${module}.py`) || project.isFolder(module)
      if (!isAsked && !isOwn && mentions(new RegExp(`^\\s*(import|from)\\s+${module}\\b`, 'm')))
        return { module, manager, line }
    }
  return undefined
}
