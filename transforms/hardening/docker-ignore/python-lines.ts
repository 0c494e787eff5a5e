import {
  baseName,
  folderOf,
  isLeftOutOfGit,
  isWithin,
  type Facts,
  type Project,
} from '../../../src/transform.ts'
import { lineFor, type IgnoreLine } from './ignore-line.ts'
import { environmentsUsed, scriptsSay } from './python-environments.ts'

/** What tools of tests and checks keep beside the sources. Each writes the mark into it, and git is told to leave it out. */
const caches = '.pytest_cache .mypy_cache .ruff_cache .hypothesis'.split(' ')

/** https://bford.info/cachedir/ */
const mark = 'CACHEDIR.TAG'

/** Environments, reports and notebooks' copies, by the names that tools give them. */
const leftovers = '.tox .nox .coverage htmlcov .ipynb_checkpoints'.split(' ')

/** Lock files of managers that make `.venv` beside them unless they are told otherwise, and keep git from it by themselves. */
const lockFiles = /(^|\/)(uv|pdm)\.lock$/

//   COPY . .   =>   .dockerignore:  **/__pycache__
//                                   .venv
//
// https://docs.docker.com/guides/python/containerize/

/**
 * Lines for the bytecode that Python keeps for its next start, and does not load where the source beside it is gone, and for the virtual environments of a
 * machine, whose programs lead to the Python of that machine.
 */
export function pythonLines(facts: Facts, isWhole: boolean): readonly IgnoreLine[] {
  const { project } = facts
  const files = project.files()
  if (!files.some((path) => path.endsWith('.py'))) return []
  return [...environments(facts), ...(isWhole ? [...bytecode(facts), ...ofTools(project)] : [])]
}

function bytecode(facts: Facts): readonly IgnoreLine[] {
  const { project } = facts
  // https://docs.python.org/3/tutorial/modules.html#compiled-python-files: a module can be compiled alone, where its source would stand.
  const isAlone = project
    .files()
    .some((path) => /\.py[co]$/.test(path) && !/(^|\/)__pycache__\//.test(path))
  const isLeftOut = ['pyc', 'pyo', 'pyd'].every((ending) =>
    isLeftOutOfGit(`any-name.${ending}`, project),
  )
  return [
    lineFor('**/__pycache__'),
    ...(isLeftOut && !isAlone
      ? [lineFor('**/*.py[cod]', { isUsed: () => namesBytecode(facts) })]
      : []),
  ]
}

const compiled = /\.py[cod]\b/
const namesBytecode = (facts: Facts) =>
  facts.dockerfile.instructions.some(({ text }) => compiled.test(text)) ||
  scriptsSay(facts, (text) => compiled.test(text))

function ofTools(project: Project): readonly IgnoreLine[] {
  const marked = caches.filter(
    (name) => project.isFile(`${name}/${mark}`) || isLeftOutOfGit(name, project),
  )
  return [...marked, ...leftovers.filter((name) => isLeftOutOfGit(name, project))].map((name) =>
    lineFor(name, { isWeighty: project.isFolder(name) }),
  )
}

/** Those that stand in the folder, and those that people have for sure. */
function environments(facts: Facts): readonly IgnoreLine[] {
  const { project, stages } = facts
  const files = project.files()
  const standing = files.filter((path) => baseName(path) === 'pyvenv.cfg').map(folderOf)
  const ofLocks = files.filter((path) => lockFiles.test(path)).map(besideOf)
  const told = ['.venv', 'venv'].filter((name) => isLeftOutOfGit(name, project))
  const isThere = (path: string) => project.isFolder(path) || project.isFile(path)
  const made = [...ofLocks, ...told].filter((path) => !isThere(path))
  return [...new Set([...standing, ...made])]
    .filter((path) => path !== '' && !isOfPackages(path))
    .filter((path) =>
      stages.some(({ copies }) =>
        copies.some(({ paths }) =>
          paths.some(({ isFolder, source }) => isFolder && isWithin(`/${path}`, `/${source}`)),
        ),
      ),
    )
    .map((path) =>
      lineFor(path, {
        isWeighty: standing.includes(path) || ofLocks.includes(path),
        isIdleIn: (each) => !environmentsUsed(each, path),
      }),
    )
}

const besideOf = (path: string) =>
  [folderOf(path), '.venv'].filter((part) => part !== '' && part !== '.').join('/')

const isOfPackages = (path: string) => /(^|\/)(node_modules|site-packages|\.tox|\.nox)\//.test(path)
