import { normalName } from '../../knowledge/pypi-packages/index.ts'
import { releaseOf } from '../../knowledge/pypi-packages/release-order.ts'
import { wheelFits, type WheelPlace } from '../../knowledge/pypi-packages/wheel-tags.ts'
import { readPdmLock } from '../../project/lock-files/pdm.ts'
import { readPipfileLock } from '../../project/lock-files/pipfile.ts'
import { readPoetryLock } from '../../project/lock-files/poetry.ts'
import type { LockChoice, PythonLocked } from '../../project/lock-files/python-lock.ts'
import { readUvLock } from '../../project/lock-files/uv.ts'
import { readPyproject } from '../../project/requirements/pyproject.ts'
import { readRequirement } from '../../project/requirements/requirement.ts'
import type { PackageList } from './package-list.ts'
import type { InstallFiles } from './project-files.ts'
import type { PythonInstall } from './python-install.ts'

const lockFiles = {
  poetry: 'poetry.lock',
  uv: 'uv.lock',
  pipenv: 'Pipfile.lock',
  pdm: 'pdm.lock',
  pip: undefined,
} as const

/** Adds what the lock file beside a manifest brings; false where there is none. */
export function addLocked(
  install: PythonInstall,
  folder: string,
  list: PackageList,
  files: InstallFiles,
): boolean {
  const name = lockFiles[install.manager]
  const path = name === undefined ? undefined : files.contextPath(`${folder}/${name}`)
  const source = path === undefined ? undefined : files.read(path)
  if (path === undefined || source === undefined) return false
  const choice: LockChoice = {
    hasDev: install.hasDev,
    named: install.named,
    member: install.member,
    isInstalled: (marker) => list.isInstalled(marker),
  }
  const found = readLock(install, folder, path, source, choice, files)
  if (found === undefined) {
    list.gap('the lock file can not be read', { path, line: undefined, text: name ?? '' })
    return true
  }
  const place = placeOf(files)
  // What lies in folders of the project has no part in this list: its own needs are locked, too.
  for (const item of found.filter((one) => one.folder === undefined))
    list.add(foundOf(item, path, place))
  return true
}

function readLock(
  { manager }: PythonInstall,
  folder: string,
  path: string,
  source: string,
  choice: LockChoice,
  files: InstallFiles,
): readonly PythonLocked[] | undefined {
  switch (manager) {
    case 'poetry':
      return readPoetryLock(source, choice, wantedBy(folder, choice, files))
    case 'uv':
      return readUvLock(source, choice)
    case 'pdm':
      return readPdmLock(source, choice)
    default:
      return readPipfileLock(files.json(path), source, choice)
  }
}

/** The names that pyproject.toml asks for without groups for development. */
function wantedBy(
  folder: string,
  choice: LockChoice,
  files: InstallFiles,
): readonly string[] | undefined {
  const path = files.contextPath(`${folder}/pyproject.toml`)
  const manifest = path === undefined ? undefined : readPyproject(files.read(path) ?? '')
  return manifest?.groups
    .filter(({ name }) => name === undefined || choice.named.includes(name))
    .flatMap(({ requirements }) => requirements)
    .flatMap((text) => readRequirement(text)?.name ?? [])
}

const placeOf = ({ base }: InstallFiles): WheelPlace => ({
  libc: base.libc,
  release: base.release,
  python: base.family === 'python' ? pythonOf(base.version) : undefined,
})

/** A tag of a major version alone moves. */
function pythonOf(version: string | undefined): readonly number[] | undefined {
  const numbers = releaseOf(version ?? '')
  return numbers === undefined || numbers.length < 2 ? undefined : numbers
}

function foundOf(
  { name, version, line, wheels, isFromSource }: PythonLocked,
  path: string,
  place: WheelPlace,
) {
  const isWheel = isFromSource ? false : fits(wheels, place)
  return {
    name: normalName(name),
    evidence: { path, line, text: version === undefined ? name : `${name} ${version}` },
    extras: [],
    isLocked: true,
    ...(version === undefined ? {} : { version }),
    ...(isWheel === undefined ? {} : { isWheel }),
  }
}

function fits(wheels: readonly string[] | undefined, place: WheelPlace): boolean | undefined {
  if (wheels === undefined) return undefined
  const answers = wheels.map((file) => wheelFits(file, place))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}
