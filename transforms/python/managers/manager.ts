import {
  baseName,
  requirementName,
  resolvePath,
  wordsOfManager,
  type Command,
  type Copy,
  type Facts,
  type RunCommand,
} from '../../../src/transform.ts'

/** A manager of projects, as people and files name it. */
export interface Manager {
  /** The program, and the package that brings it. */
  readonly name: 'uv' | 'poetry' | 'pipenv' | 'pdm'
  readonly title: string
  /** What its settings in the environment begin with. */
  readonly prefix: string
  /** What an installer is fetched from. */
  readonly installers: readonly string[]
}

export const managers: readonly Manager[] = [
  {
    name: 'uv',
    title: 'uv',
    prefix: 'UV_',
    // https://docs.astral.sh/uv/getting-started/installation/
    installers: ['astral.sh/uv/', 'github.com/astral-sh/uv/'],
  },
  {
    name: 'poetry',
    title: 'Poetry',
    prefix: 'POETRY_',
    // https://python-poetry.org/docs/#installing-with-the-official-installer; the others are those of 1.0 and 1.1.
    installers: [
      'install.python-poetry.org',
      'raw.githubusercontent.com/python-poetry/',
      'raw.githubusercontent.com/sdispater/poetry/',
    ],
  },
  { name: 'pipenv', title: 'Pipenv', prefix: 'PIPENV_', installers: [] },
  {
    name: 'pdm',
    title: 'PDM',
    prefix: 'PDM_',
    // https://pdm-project.org/en/latest/#installation
    installers: ['pdm-project.org/install-pdm.py', 'raw.githubusercontent.com/pdm-project/'],
  },
]

/** The manager that a command is, whatever it does. */
export const managerOf = (command: Command): Manager | undefined =>
  managers.find(({ name }) => wordsOfManager(command, name) !== undefined)

/** The managers that the file's RUNs use. */
export function managersIn({ final }: Facts): readonly Manager[] {
  const used = new Set(final.commands.map(managerOf))
  return managers.filter((manager) => used.has(manager))
}

const isInstaller = (url: string | undefined) =>
  url !== undefined &&
  managers.some(({ installers }) => installers.some((place) => url.includes(`://${place}`)))

/** `COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /uvx /bin/`, `ADD https://astral.sh/uv/install.sh /tmp/`: it brings a manager and nothing else. */
export function bringsManager({ from, isRemote, sources }: Copy): boolean {
  if (isRemote) return sources.every(isInstaller)
  return (
    from !== undefined &&
    /^ghcr\.io\/astral-sh\/uv(?=$|[:@])/.test(from) &&
    sources.every((path) => /^\/?(usr\/local\/bin\/)?uvx?$/.test(path))
  )
}

/** `curl -sSL https://install.python-poetry.org | python3 -`, `sh /uv-installer.sh`, `pipx install poetry`. */
export function installsManager(command: RunCommand, { final }: Facts): boolean {
  const { args, name = '', step, link, cwd } = command
  if (args.some(isInstaller)) return true
  if (baseName(name) === 'pipx')
    return args[0] === 'ensurepath' || managers.some((manager) => namesIt(args[1], manager))
  const fetched = final.copies.filter((copy) => copy.isRemote && bringsManager(copy))
  const isFetched = (path: string | undefined) =>
    path !== undefined && fetched.some(({ destination }) => destination === resolvePath(cwd, path))
  if (args.some(isFetched)) return true
  // The shell or the Python that reads what comes through the pipe.
  return (
    link?.kind === 'pipeline' &&
    final.commands.some(
      (other) => other.step === step && other.link === link && other.args.some(isInstaller),
    )
  )
}

/** `poetry`, `poetry==1.8.3`, `"poetry>=1.7"` */
export const namesIt = (word: string | undefined, { name }: Manager): boolean =>
  requirementName(word ?? '') === name
