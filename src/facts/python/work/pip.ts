import { isPython } from '../../../knowledge/python-installs.ts'
import type { Command, RunCommand } from '../../commands/command.ts'
import { folderOf, resolvePath } from '../../image-path.ts'
import { isRoot } from '../../stages/root-user.ts'
import { pythonInstallOf, type PackageTarget, type PythonInstall } from '../install-command.ts'
import { elsewhere, tends, type Home, type WorkPlace, type WorkRow } from './package-work.ts'
import { verbOf, wordsOfPip } from '../manager-words.ts'
import { valueOf } from './values.ts'

/** `pip install`, `python -m pip install`, `/opt/venv/bin/pip install`, and what is a `pip install` in disguise. https://pip.pypa.io/en/stable/cli/ */
export const pip: WorkRow = {
  reads(command, place) {
    const install = pythonInstallOf(command)
    if (install?.manager === 'pip') return { home: homeOf(command, install, place), install }
    const words = wordsOfPip(command)
    if (words !== undefined) {
      if (tellsIntoFile(command)) return undefined
      return verbOf(words).verb === 'uninstall'
        ? { home: ofInterpreter(command, place), install: undefined }
        : tends
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
  /^(freeze|list|show|inspect|check)$/.test(verbOf(wordsOfPip(command) ?? []).verb ?? '') &&
  command.redirects.some(({ target }) => target !== '/dev/null')

/** `python setup.py install`: https://setuptools.pypa.io/en/latest/deprecated/commands.html */
export const isOldInstall = ({ name = '', args }: Command): boolean =>
  isPython(name) && args[0] === 'setup.py' && /^(install|develop)$/.test(args[1] ?? '')

function homeOf(command: RunCommand, { target, isKnown }: PythonInstall, place: WorkPlace): Home {
  if (!isKnown && !isReadEnough(command))
    return elsewhere('has words that are only known when the image is built')
  const redirected = ['PIP_TARGET', 'PIP_PREFIX', 'PIP_USER', 'PIP_ROOT'].find(
    (name) => valueOf(command, name) !== '',
  )
  if (redirected !== undefined) return elsewhere(`installs where ${redirected} says`)
  if (target.kind !== 'interpreter') return ofTarget(target, command)
  const home = ofInterpreter(command, place)
  const { user } = command.step
  return home.kind === 'image' && !isRoot(user)
    ? elsewhere(`installs as ${user ?? ''}, into that user's home`, homeOfUser(command))
    : home
}

/** A folder that flags name. */
export function ofTarget(
  target: Exclude<PackageTarget, { readonly kind: 'interpreter' }>,
  command: RunCommand,
): Home {
  switch (target.kind) {
    case 'user':
      return elsewhere('installs into the home of a user (--user)', homeOfUser(command))
    case 'prefix':
      return elsewhere('installs below a folder of its own (--prefix)', target.folder)
    case 'folder':
      return elsewhere('installs into a folder of its own (--target)', target.folder)
    case 'environment':
      return elsewhere('installs into an environment of its own', target.folder, true)
  }
}

/** https://docs.python.org/3/library/site.html#site.USER_BASE */
function homeOfUser(command: RunCommand): string | undefined {
  const home = isRoot(command.step.user) ? '/root' : valueOf(command, 'HOME')
  return valueOf(command, 'PYTHONUSERBASE') || (home ? `${home}/.local` : undefined)
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

/** The environment whose program a command names or finds first; else the image's own Python. */
export function ofInterpreter(
  { name = '', cwd }: Command,
  { made, active, final }: Pick<WorkPlace, 'made' | 'active' | 'final'>,
): Home {
  if (!name.includes('/'))
    return active === undefined ? { kind: 'image' } : { kind: 'environment', folder: active }
  const path = resolvePath(cwd, name)
  const folder = path === undefined ? undefined : folderOf(folderOf(path))
  // In /usr the official images of Python have another one: Debian's.
  if (folder === '/usr/local' || (folder === '/usr' && final.base.family !== 'python'))
    return { kind: 'image' }
  return folder !== undefined && made.includes(folder)
    ? { kind: 'environment', folder }
    : elsewhere(`installs with ${name}, which is another Python than the image's`)
}
