import {
  baseName,
  isPython,
  readWords,
  resolvePath,
  type Command,
  type RunCommand,
} from '../../../src/transform.ts'
import type { WorkRow } from './package-work.ts'

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
      return elsewhere('makes an environment in a folder that is not known')
    if (flags.has('--system-site-packages'))
      return elsewhere('makes an environment that sees the packages of the image, too')
    if (
      [...(flags.get('-p') ?? []), ...(flags.get('--python') ?? [])].some(
        (name) => !/^python3?$/.test(name),
      )
    )
      return elsewhere('makes an environment of a Python that is named')
    return { home: { kind: 'environment', folder: path }, install: undefined }
  },
}

const elsewhere = (why: string) =>
  ({ home: { kind: 'elsewhere', why }, install: undefined }) as const

function wordsOfMaker({ name = '', args }: Command): Command['args'] | undefined {
  if (baseName(name) === 'virtualenv') return args
  const isModule = isPython(name) && args[0] === '-m' && /^(venv|virtualenv)$/.test(args[1] ?? '')
  return isModule ? args.slice(2) : undefined
}

/** The environment whose `activate` a shell reads. */
export function activatedBy({ name, args, cwd }: Command): string | undefined {
  const script = name === '.' || name === 'source' ? args[0] : undefined
  return script?.endsWith('/bin/activate') === true
    ? resolvePath(cwd, script.slice(0, -'/bin/activate'.length))
    : undefined
}

/** The environment whose programs a command finds first. */
export function activeFor(
  command: RunCommand,
  above: readonly RunCommand[],
  made: readonly string[],
): string | undefined {
  const activated = above.flatMap((other) =>
    other.step === command.step ? (activatedBy(other) ?? []) : [],
  )
  const path =
    command.assignments.get('PATH') ??
    command.exported?.get('PATH') ??
    command.step.variable('PATH') ??
    ''
  return activated.at(-1) ?? environmentOnPath(path, made)
}

/** The environment that comes before the image's own Python on a PATH. */
export function environmentOnPath(path: string, made: readonly string[]): string | undefined {
  const first = path
    .split(':')
    .map((folder) => resolvePath('/', folder))
    .find((folder) => folder === '/usr/local/bin' || made.some((item) => folder === `${item}/bin`))
  return first === '/usr/local/bin' ? undefined : first?.slice(0, -'/bin'.length)
}
