import type { Command } from '../commands/command.ts'
import { resolvePath } from '../image-path.ts'
import { environmentIn, folderNamed, named, ofPdm, ofPipenv, ofPoetry } from './project-install.ts'
import { noPackages, type PythonInstall } from './python-install.ts'
import { readWords, type Words } from './words.ts'
import { managerWords } from './manager-words.ts'

export type { PackageTarget, PythonInstall } from './python-install.ts'

/** What a command installs of Python's packages; undefined for another command. */
export function pythonInstallOf(command: Command): PythonInstall | undefined {
  const [manager = '', ...args] = managerWords(command) ?? []
  switch (manager.replace(/[\d.]+$/, '')) {
    case 'pip':
      return args[0] === 'install' ? ofPip('pip', args.slice(1), command) : undefined
    case 'uv':
      return ofUv(args, command)
    case 'poetry':
      return ofPoetry(args, command)
    case 'pipenv':
      return ofPipenv(args, command)
    case 'pdm':
      return ofPdm(args, command)
    default:
      return undefined
  }
}

/** https://pip.pypa.io/en/stable/cli/pip_install/#options: those that take the next word. */
const pipValues =
  '-r --requirement -c --constraint -e --editable -t --target --prefix --root -i --index-url --extra-index-url -f --find-links --trusted-host ' +
  '--cache-dir --platform --python-version --implementation --abi --src --upgrade-strategy --config-settings -C --global-option ' +
  '--no-binary --only-binary --progress-bar --report --timeout --retries --proxy --cert --client-cert --log --python --group --build-constraint ' +
  '--exists-action --use-feature --index-strategy --link-mode --keyring-provider --config-setting --extra'

function ofPip(manager: 'pip' | 'uv', args: Words, { cwd }: Command): PythonInstall {
  const { flags, operands, isKnown } = readWords(args, pipValues)
  const all = (...names: readonly string[]) => names.flatMap((name) => flags.get(name) ?? [])
  const folderOf = (...names: readonly string[]) => {
    const folder = all(...names).at(-1)
    return folder === undefined ? undefined : { folder: resolvePath(cwd, folder) }
  }
  const prefix = folderOf('--prefix')
  const target = folderOf('-t', '--target')
  return {
    ...noPackages,
    manager,
    folder: cwd,
    requirements: all('-r', '--requirement'),
    constraints: all('-c', '--constraint'),
    packages: operands.filter((word) => !isPath(word)),
    local: operands.filter(isPath),
    editable: all('-e', '--editable'),
    links: all('-f', '--find-links'),
    compiled: all('--no-binary').flatMap((names) => names.split(',')),
    target:
      target !== undefined
        ? { kind: 'folder', ...target }
        : prefix !== undefined
          ? { kind: 'prefix', ...prefix }
          : { kind: flags.has('--user') ? 'user' : 'interpreter' },
    isKnown,
  }
}

/** https://pip.pypa.io/en/stable/cli/pip_install/#local-project-installs: `.[all]`, `./lib`, `dist/*.whl`; not `git+https://...`. */
const isPath = (word: string) =>
  !/^[a-z+]+:\/\/|^\S+\s*@\s/.test(word) &&
  (/^\.{0,2}\/|^\.{1,2}(\[[^\]]*\])?$/.test(word) || /[^:]\/|\.(whl|zip|tar\.\w+|tgz)$/.test(word))

/** https://docs.astral.sh/uv/reference/cli/: its own environment is `.venv`, or UV_PROJECT_ENVIRONMENT. */
function ofUv(args: Words, command: Command): PythonInstall | undefined {
  const [verb, second] = args
  if (verb === 'pip' && (second === 'install' || second === 'sync')) {
    const own = ofPip('uv', args.slice(2), command)
    // `uv pip sync` is handed files of requirements.
    return second === 'install'
      ? own
      : { ...own, requirements: [...own.packages, ...own.local], packages: [], local: [] }
  }
  if (verb !== 'sync') return undefined
  const { flags, isKnown } = readWords(
    args.slice(1),
    '--directory --project --package --extra --group --only-group --no-group --no-extra --python -p --link-mode --index-url --no-install-package --cache-dir',
  )
  const folder = folderNamed(command, flags, '--directory', '--project')
  return {
    ...{ ...noPackages, manager: 'uv', folder, isOfManifest: true, isKnown },
    hasProject: !flags.has('--no-install-project'),
    hasDev: !['--no-dev', '--no-default-groups', '--only-group'].some((flag) => flags.has(flag)),
    named: named(flags, '--extra --group --only-group', '--all-extras --all-groups'),
    member: flags.has('--all-packages') ? '*' : flags.get('--package')?.at(-1),
    editable: flags.has('--no-install-project') || flags.has('--no-editable') ? [] : ['.'],
    target: flags.has('--active') ? { kind: 'interpreter' } : environmentIn(folder),
  }
}
