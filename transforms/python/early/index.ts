import {
  inSource,
  isRecord,
  mountsOf,
  pythonInstallOf,
  readToml,
  splice,
  type InstallSite,
  type Manifests,
  type PythonInstall,
  type RunCommand,
  type Stays,
} from '../../../src/transform.ts'
import { managerOf } from '../managers/manager.ts'
import { isPackage } from '../managers/own-project.ts'
import { besideManifest } from './own-folders.ts'
import type { ManifestRow, Table } from './manifest-row.ts'
import { manifestRows } from './manifest-rows.ts'

/**
 *   COPY . .                          COPY pyproject.toml uv.lock ./
 *   RUN uv sync --frozen      =>      RUN uv sync --frozen --no-install-project
 *                                     COPY . .
 *                                     RUN uv sync --frozen
 *
 * What a project depends on needs its manifest and its lock file alone. The project itself is installed once more where it is a package: undefined where the
 * file can't say so, and a sentence where the sources have a part in the first step.
 */
export function managerManifests(site: InstallSite): Manifests | Stays | undefined {
  const { project, source, installs } = site
  const found = installs.flatMap((command) => {
    const install = pythonInstallOf(command)
    return install === undefined ? [] : [{ command, install }]
  })
  const [first] = found
  const row = manifestRows.find(({ manager }) => manager === first?.install.manager)
  if (
    first === undefined ||
    row === undefined ||
    found.length !== installs.length ||
    found.length > 1
  )
    return undefined
  const { command, install } = first
  const file = (name: string) => inSource(source, name)
  const has = (name: string) => project.isFile(file(name))
  if (!row.files.every(has) || !isPlain(site, command) || isBeforeFlag(site)) return undefined
  const [manifest, lock] = row.files.map((name) => tableIn(project.read(file(name)) ?? ''))
  if (manifest === undefined || lock === undefined) return undefined
  const why = row.holds({ manifest, lock, words: command.args, has })
  if (why !== undefined) return { stays: `The sources stay above \`${titleOf(command)}\`: ${why}.` }
  const beside = besideManifest(site, command, install)
  if (beside !== undefined && project.isFolder(file(beside))) return undefined
  return {
    files: [...row.files, ...row.settings.filter(has)],
    folders: [],
    evidence: [{ path: file(row.files[1]), line: undefined, text: row.files[1] }],
    assumption:
      beside === undefined || project.isIgnored(file(beside))
        ? undefined
        : `The build context has no ${beside} folder of its own, which a COPY behind the install would lay over the installed one; a .dockerignore with ${beside} makes sure.`,
    ...laterOf(site, { row, command, install, manifest }),
  }
}

interface Found {
  readonly row: ManifestRow
  readonly command: RunCommand
  readonly install: PythonInstall
  readonly manifest: Table
}

/** Two steps where the install brings the project, too: the second is the author's own. */
function laterOf(
  site: InstallSite,
  { row: { flag }, command, install, manifest }: Found,
): Pick<Manifests, 'later'> {
  const { source } = command
  if (flag === undefined || source === undefined || !install.hasProject) return {}
  if (!isPackage(manifest, install)) return {}
  const { instruction } = site.step
  const { text, flags } = instruction
  const mounts = flags.map(({ start, end }) => `${text.slice(start, end)} `).join('')
  const end = source.words.at(-1)?.end ?? source.end
  return {
    later: {
      first: (run) => splice(run, [{ start: end, end, text: ` ${flag}` }]),
      second: mounts + text.slice(source.start, end),
    },
  }
}

/**
 * Whether the words of a RUN mean the same in a second one: it works where the RUN begins, keeps nothing in the shell, and is lent nothing that only this RUN has.
 */
function isPlain({ stage, step }: InstallSite, command: RunCommand): boolean {
  const own = stage.commands.filter((other) => other.step === step)
  return (
    command.source !== undefined &&
    command.cwd === step.workdir &&
    command.redirects.length === 0 &&
    step.instruction.flags.every(({ name }) => name === 'mount') &&
    mountsOf(step).every(({ type }) => type === 'cache') &&
    own.every(({ name = '' }) => !/^(cd|export|set|umask|\.|source|unset)$/.test(name))
  )
}

/** Releases of uv that can't leave the project out: 0.3.3 was the first. https://github.com/astral-sh/uv/pull/6538 */
const old = /\buv(?::|==)0\.(?:[0-2]|3\.[0-2])\b/

const isBeforeFlag = ({ stage }: InstallSite) =>
  stage.steps.some(({ instruction }) => old.test(instruction.text))

/** TOML, or the JSON of Pipfile.lock. */
function tableIn(text: string): Table | undefined {
  if (!text.trimStart().startsWith('{')) return readToml(text)
  try {
    const data: unknown = JSON.parse(text)
    return isRecord(data) ? data : undefined
  } catch {
    return undefined
  }
}

const titleOf = (command: RunCommand) => {
  const verb = command.args.find((word) => word?.startsWith('-') === false)
  return [managerOf(command)?.name, verb].filter(Boolean).join(' ')
}
