import { isPython } from '../../../knowledge/python-installs.ts'
import type { Command, RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { wordsOf } from '../manager-words.ts'
import { readWords } from '../words.ts'
import { elsewhere, type WorkRow } from './package-work.ts'
import { valueOf } from './values.ts'

// `python -m venv /opt/venv`, `virtualenv /env`, `. /opt/venv/bin/activate`
// https://docs.python.org/3/library/venv.html, https://virtualenv.pypa.io/en/latest/cli_interface.html

export const venv: WorkRow = {
  reads(command) {
    const words = wordsOfMaker(command)
    if (words === undefined)
      return activatedBy(command) === undefined
        ? undefined
        : { home: { kind: 'nowhere' }, install: undefined }
    const { flags, operands, isKnown } = readWords(
      words,
      '--prompt -p --python --creator --seeder --pip --setuptools --wheel --discovery --app-data',
    )
    const [folder, second] = operands
    const path = folder === undefined ? undefined : resolvePath(command.cwd, folder)
    if (path === undefined || second !== undefined || !isKnown)
      return madeElsewhere('makes an environment in a folder that is not known', path)
    if (flags.has('--system-site-packages'))
      return madeElsewhere('makes an environment that sees the packages of the image, too', path)
    if (
      [...(flags.get('-p') ?? []), ...(flags.get('--python') ?? [])].some(
        (name) => !/^python3?$/.test(name),
      )
    )
      return madeElsewhere('makes an environment of a Python that is named', path)
    return { home: { kind: 'environment', folder: path }, install: undefined }
  },
}

const madeElsewhere = (why: string, folder: string | undefined) => ({
  home: elsewhere(why, folder, true),
  install: undefined,
})

const wordsOfMaker = (command: Command): Command['args'] | undefined =>
  wordsOf(command, 'virtualenv') ??
  (isPython(command.name ?? '') ? wordsOf(command, 'venv') : undefined)

/** The environment whose `activate` a shell reads. */
export function activatedBy({ name, args, cwd }: Command): string | undefined {
  const script = name === '.' || name === 'source' ? args[0] : undefined
  return script?.endsWith('/bin/activate') === true
    ? resolvePath(cwd, script.slice(0, -'/bin/activate'.length))
    : undefined
}

/** The environment that the commands above in the same RUN have activated. */
export const activatedAbove = (
  { step }: RunCommand,
  above: readonly RunCommand[],
): string | undefined =>
  above.flatMap((other) => (other.step === step ? (activatedBy(other) ?? []) : [])).at(-1)

/** The environment whose programs a command finds first. */
export const activeFor = (
  command: RunCommand,
  above: readonly RunCommand[],
  made: readonly string[],
): string | undefined =>
  activatedAbove(command, above) ?? environmentOnPath(valueOf(command, 'PATH') ?? '', made)

/** The environment that comes before the image's own Python on a PATH. */
export function environmentOnPath(path: string, made: readonly string[]): string | undefined {
  const first = path
    .split(':')
    .map((folder) => resolvePath('/', folder))
    .find((folder) => folder === '/usr/local/bin' || made.some((item) => folder === `${item}/bin`))
  return first === '/usr/local/bin' ? undefined : first?.slice(0, -'/bin'.length)
}
