import {
  baseName,
  folderOf,
  isPython,
  pythonInstallOf,
  resolvePath,
  type Command,
  type PythonInstall,
  type RunCommand,
} from '../../../src/transform.ts'
import type { Home, WorkPlace, WorkRow } from './package-work.ts'

/** `pip install`, `python -m pip install`, `/opt/venv/bin/pip install`, and what is a `pip install` in disguise. https://pip.pypa.io/en/stable/cli/ */
export const pip: WorkRow = {
  reads(command, place) {
    const install = pythonInstallOf(command)
    if (install?.manager === 'pip') return { home: homeOf(command, install, place), install }
    if (isPip(command)) {
      if (tellsIntoFile(command)) return undefined
      const verb = command.args.find(
        (arg) => arg !== undefined && /^[a-z]/.test(arg) && arg !== 'pip',
      )
      const home =
        verb === 'uninstall' ? ofInterpreter(command, place) : ({ kind: 'nowhere' } as const)
      return { home, install: undefined }
    }
    // https://spacy.io/api/cli#download: the model is a package.
    const isModel =
      isPython(command.name ?? '') && command.args.slice(0, 3).join(' ') === '-m spacy download'
    return isModel || isOldInstall(command)
      ? { home: ofInterpreter(command, place), install: undefined }
      : undefined
  },
}

/** `pip freeze > installed.txt`: it asks, and the image keeps the answer. */
export const tellsIntoFile = (command: Command): boolean =>
  isPip(command) &&
  command.args.some((arg) => arg !== undefined && /^(freeze|list|show|inspect|check)$/.test(arg)) &&
  command.redirects.some(({ target }) => target !== '/dev/null')

function isPip({ name = '', args }: Command): boolean {
  return (
    /^pip[\d.]*$/.test(baseName(name)) || (isPython(name) && args[0] === '-m' && args[1] === 'pip')
  )
}

/** `python setup.py install` */
const isOldInstall = ({ name = '', args }: Command) =>
  isPython(name) && args[0] === 'setup.py' && args[1] === 'install'

function homeOf(command: RunCommand, { target, isKnown }: PythonInstall, place: WorkPlace): Home {
  if (!isKnown && !isReadEnough(command))
    return elsewhere('has words that are only known when the image is built')
  const { variable, user } = command.step
  const redirected = ['PIP_TARGET', 'PIP_PREFIX', 'PIP_USER', 'PIP_ROOT'].find(
    (name) => (command.assignments.get(name) ?? variable(name) ?? '') !== '',
  )
  if (redirected !== undefined) return elsewhere(`installs where ${redirected} says`)
  switch (target.kind) {
    case 'interpreter': {
      const home = ofInterpreter(command, place)
      const isOwn = user === undefined || /^(root|0)?(:|$)/.test(user)
      return home.kind === 'image' && !isOwn
        ? elsewhere(`installs as ${user}, into that user's home`)
        : home
    }
    case 'user':
      return elsewhere('installs into the home of a user (--user)')
    case 'prefix':
      return elsewhere('installs below a folder of its own (--prefix)')
    case 'folder':
      return elsewhere('installs into a folder of its own (--target)')
    case 'environment':
      return elsewhere('installs into an environment of its own')
  }
}

/** What is not known of its words is a version, a place on the network or a file: `django==$VERSION`, `--index-url https://$TOKEN@host`. */
function isReadEnough({ argv, outlines = [] }: Command): boolean {
  return argv.every((word, at) => {
    if (word !== undefined) return true
    const isOfNetwork = networkFlags.has(argv[at - 1] ?? '')
    const outline = outlines[at] ?? ''
    return (
      isOfNetwork ||
      /^([\w./]|--(index-url|extra-index-url|trusted-host|find-links)=)/.test(outline)
    )
  })
}

const networkFlags = new Set(
  '-i --index-url --extra-index-url --trusted-host -f --find-links'.split(' '),
)

const elsewhere = (why: string): Home => ({ kind: 'elsewhere', why })

/** The environment whose program a command names or finds first; else the image's own Python. */
export function ofInterpreter({ name = '', cwd }: Command, { made, active }: WorkPlace): Home {
  if (!name.includes('/'))
    return active === undefined ? { kind: 'image' } : { kind: 'environment', folder: active }
  const path = resolvePath(cwd, name)
  const folder = path === undefined ? undefined : folderOf(folderOf(path))
  if (folder === '/usr/local') return { kind: 'image' }
  return folder !== undefined && made.includes(folder)
    ? { kind: 'environment', folder }
    : elsewhere(`installs with ${name}, which is another Python than the image's`)
}
