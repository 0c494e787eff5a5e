import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { pythonInstallOf, type PythonInstall } from '../install-command.ts'
import { readWords } from '../words.ts'
import { activeEnvironment, inFolder } from './chosen-environment.ts'
import { elsewhere, tends, type Home, type WorkPlace, type WorkRow } from './package-work.ts'
import { ofInterpreter, ofTarget } from './pip.ts'
import { otherPython } from './requested-python.ts'
import { isOn, valueOf } from './values.ts'
import { verbOf, wordsOf } from '../manager-words.ts'

/** Verbs that leave no package and no Python behind. https://docs.astral.sh/uv/reference/cli/ */
const idle = new Set(
  'lock export cache version self help tree build init generate-shell-completion'.split(' '),
)
const idleOfPip = new Set('compile list freeze show check tree'.split(' '))

/**
 * `uv sync` fills `.venv` beside the manifest, or what UV_PROJECT_ENVIRONMENT names, whatever is active; `uv pip` goes into the active
 * environment, and with `--system` into no environment at all, be it first on PATH.
 * https://docs.astral.sh/uv/concepts/projects/config/#project-environment-path, https://docs.astral.sh/uv/pip/environments/
 */
export const uv: WorkRow = {
  reads(command, place) {
    const words = wordsOf(command, 'uv')
    if (words === undefined) return undefined
    const { verb, rest } = verbOf(words)
    const install = pythonInstallOf(command)
    switch (verb) {
      case 'run':
        return undefined
      case 'venv':
        return { home: ofVenv(rest, command, place), install: undefined }
      case 'sync':
        return install && { home: ofSync(install, rest, command, place), install }
      case 'pip':
        if (install === undefined) return idleOfPip.has(rest[0] ?? '') ? tends : unread(command)
        return { home: ofPip(install, rest.slice(1), command, place), install }
      case 'python':
        return rest[0] === 'install'
          ? {
              home: elsewhere('brings a Python of its own into the home of the user'),
              install: undefined,
            }
          : tends
      default:
        return verb === undefined || idle.has(verb) ? tends : unread(command)
    }
  },
}

const unread = ({ argv }: RunCommand) => ({
  home: elsewhere(`runs \`${argv.slice(0, 3).join(' ')}\`, whose packages are not followed`),
  install: undefined,
})

function ofVenv(words: RunCommand['args'], command: RunCommand, place: WorkPlace): Home {
  const { flags, operands, isKnown } = readWords(
    words,
    '--python -p --prompt --cache-dir --link-mode --index-url --project --directory',
  )
  if (!isKnown || operands.length > 1) return inFolder(undefined)
  if (flags.has('--system-site-packages'))
    return elsewhere('makes an environment that sees the packages of the image, too')
  const { cwd } = command
  const asked = [...(flags.get('--python') ?? []), ...(flags.get('-p') ?? [])].at(-1)
  const [named = valueOf(command, 'UV_PROJECT_ENVIRONMENT') || '.venv'] = operands
  const folder = resolvePath(cwd, named)
  const other = otherPython(command, cwd, asked, place)
  return other === undefined ? inFolder(folder) : elsewhere(other, folder, true)
}

function ofSync(
  { folder, isKnown }: PythonInstall,
  words: RunCommand['args'],
  command: RunCommand,
  place: WorkPlace,
): Home {
  if (!isKnown || folder === undefined)
    return elsewhere('has words that are only known when the image is built')
  const { flags } = readWords(words, '--python -p')
  const asked = [...(flags.get('--python') ?? []), ...(flags.get('-p') ?? [])].at(-1)
  const active = flags.has('--active') ? activeEnvironment(command, place) : undefined
  const named = valueOf(command, 'UV_PROJECT_ENVIRONMENT')
  const path = named === undefined ? undefined : resolvePath(folder, named || '.venv')
  const home: Home =
    active ?? (path === '/usr/local' || path === '/usr' ? { kind: 'image' } : inFolder(path))
  const other = otherPython(command, folder, asked, place)
  if (other === undefined) return home
  return home.kind === 'environment' ? elsewhere(other, home.folder, true) : elsewhere(other)
}

function ofPip(
  { target, isKnown }: PythonInstall,
  words: RunCommand['args'],
  command: RunCommand,
  place: WorkPlace,
): Home {
  if (!isKnown) return elsewhere('has words that are only known when the image is built')
  if (target.kind !== 'interpreter') return ofTarget(target, command)
  const { flags } = readWords(words, '--python -p')
  const asked = [...(flags.get('--python') ?? []), ...(flags.get('-p') ?? [])].at(-1)
  if (asked !== undefined)
    return asked.includes('/')
      ? ofInterpreter({ ...command, name: asked }, place)
      : elsewhere(`installs for Python ${asked}`)
  if (flags.has('--system') || isOn(valueOf(command, 'UV_SYSTEM_PYTHON')) === true)
    return { kind: 'image' }
  const active = activeEnvironment(command, place)
  if (active !== undefined) return active
  if (place.active !== undefined) return { kind: 'environment', folder: place.active }
  const near = foldersAbove(command.cwd).find((folder) => place.made.includes(`${folder}/.venv`))
  return near === undefined
    ? elsewhere('installs where no environment is active (`uv pip` needs one, or --system)')
    : { kind: 'environment', folder: `${near}/.venv` }
}

/** The folder and those above it, without the root's slash. */
function foldersAbove(folder: string | undefined): readonly string[] {
  if (folder === undefined) return []
  const names = folder.split('/').filter(Boolean)
  return names.map((_, i) => `/${names.slice(0, names.length - i).join('/')}`).concat('')
}
