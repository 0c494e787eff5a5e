import { folderOf, isRecord, type Project } from '../../src/transform.ts'
import { stringIn } from './manifest.ts'

/** A package as a lock file has it. */
export interface LockedPackage {
  readonly version: string
  /** `engines.node`, '*' where the package names none; undefined where the lock file does not repeat it. */
  readonly node: string | undefined
}

type Reader = (
  text: string,
  project: Project,
  path: string,
  name: string,
) => readonly LockedPackage[]

const readers: readonly (readonly [file: string, read: Reader])[] = [
  ['npm-shrinkwrap.json', ofNpm],
  ['package-lock.json', ofNpm],
  ['yarn.lock', ofYarn],
  ['pnpm-lock.yaml', ofPnpm],
  ['bun.lock', ofBun],
]

/** Every version of a package that the lock file of a folder, or of one above it, holds; empty where there is no lock file that can be read. */
export function lockedPackages(
  project: Project,
  folder: string,
  name: string,
): readonly LockedPackage[] {
  for (let place = folder; ; place = folderOf(place) === '.' ? '' : folderOf(place)) {
    for (const [file, read] of readers) {
      const path = place === '' ? file : `${place}/${file}`
      const text = project.read(path)
      if (text !== undefined) return read(text, project, path, name)
    }
    if (place === '') return []
  }
}

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
function ofNpm(_text: string, project: Project, path: string, name: string) {
  const json = project.json(path)
  if (!isRecord(json)) return []
  const { packages, dependencies } = json
  const entries = isRecord(packages)
    ? Object.entries(packages).flatMap(([key, entry]) =>
        key === `node_modules/${name}` || key.endsWith(`/node_modules/${name}`) ? [entry] : [],
      )
    : isRecord(dependencies)
      ? [dependencies[name]]
      : []
  return entries.flatMap((entry) => {
    const version = isRecord(entry) ? stringIn(entry, 'version') : undefined
    const engines = isRecord(entry) ? entry['engines'] : undefined
    const none = isRecord(packages) ? '*' : undefined
    const node = (isRecord(engines) ? stringIn(engines, 'node') : undefined) ?? none
    return version === undefined ? [] : [{ version, node }]
  })
}

/** Version 1, `vite@^5.0.0:` and `version "5.4.10"` below it, and Berry's YAML. */
function ofYarn(text: string, _project: Project, _path: string, name: string) {
  const found: LockedPackage[] = []
  let isIt = false
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) isIt = line.startsWith(`${name}@`) || line.startsWith(`"${name}@`)
    const version = /^ {2}version:? "?([^"\s]+)/.exec(line)?.[1]
    if (isIt && version !== undefined) found.push({ version, node: undefined })
  }
  return found
}

/** `/vite/4.5.0:`, `/vite@4.5.0:` and `vite@5.4.10:` of the versions of its format, `engines` below. */
function ofPnpm(text: string, _project: Project, _path: string, name: string) {
  const found: { version: string; node: string }[] = []
  let isIt = false
  for (const line of text.split('\n')) {
    if (/^ {2}\S/.test(line)) {
      const key = line.trim().replace(/^'?\/?/, '')
      const version = /^[@/](\d[^:('_]*)/.exec(key.slice(name.length))?.[1]
      isIt = key.startsWith(name) && version !== undefined
      if (isIt && version !== undefined && !found.some((item) => item.version === version))
        found.push({ version, node: '*' })
    }
    const node = /^ {4}engines: \{.*?node: '?([^',}]+)/.exec(line)?.[1]
    const last = found.at(-1)
    if (isIt && node !== undefined && last !== undefined) last.node = node
  }
  return found
}

/** `"vite": ["vite@5.4.10", ...]`, a line for each. https://bun.sh/docs/install/lockfile */
function ofBun(text: string, _project: Project, _path: string, name: string) {
  const version = text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(`"${name}": ["${name}@`))
    ?.slice(name.length * 2 + 7)
    .split('"', 1)[0]
  return version === undefined ? [] : [{ version, node: undefined }]
}
