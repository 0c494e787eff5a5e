import { posix } from 'node:path'
import { isHarmlessInstall } from '../../knowledge/npm-packages/native-parts.ts'
import { isRecord, record, text, texts } from '../formats/loose-data.ts'
import type { Project } from '../project.ts'
import { readSyml } from './syml.ts'

/** A package that has machine code, or may make some when it is installed. */
export interface NativePackage {
  readonly name: string
  readonly isForDevelopment: boolean
}

/**
 * The packages with parts for one kind of machine, by the lock file of a folder or the nearest one above it: those that are for some processors,
 * and those that run something at install. Undefined where there is no lock file, or one that does not repeat this (npm's first version,
 * pnpm's from version 9 on, Yarn's, Bun's). https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages,
 * https://github.com/pnpm/spec/tree/master/lockfile
 */
export function nativePackages(
  project: Project,
  folder: string,
): readonly NativePackage[] | undefined {
  for (let place = folder; ; place = posix.dirname(place)) {
    const at = (name: string) => posix.join(place === '.' ? '' : place, name)
    const npm = project.json(at('npm-shrinkwrap.json')) ?? project.json(at('package-lock.json'))
    if (npm !== undefined) return ofNpm(record(npm)['packages'])
    const pnpm = project.read(at('pnpm-lock.yaml'))
    if (pnpm !== undefined) return ofPnpm(pnpm)
    const isOther = ['yarn.lock', 'bun.lock', 'bun.lockb'].some((name) => project.isFile(at(name)))
    if (isOther || place === '' || place === '.') return undefined
  }
}

const ofNpm = (packages: unknown): readonly NativePackage[] | undefined =>
  isRecord(packages)
    ? Object.entries(packages).flatMap(([path, entry]) => {
        const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
        const own = record(entry)
        return name !== undefined && isNative(name, own, own['hasInstallScript'])
          ? [{ name: text(own['name']) ?? name, isForDevelopment: own['dev'] === true }]
          : []
      })
    : undefined

function ofPnpm(lock: string): readonly NativePackage[] | undefined {
  const data = readSyml(lock)
  const version = Number.parseInt(text(data?.['lockfileVersion']) ?? '', 10)
  if (!(version < 9)) return undefined
  return Object.entries(record(data?.['packages'])).flatMap(([key, entry]) => {
    const name = /^\/?((?:@[^/]+\/)?[^/@]+)[/@]\d/.exec(key)?.[1]
    const own = record(entry)
    return name !== undefined && isNative(name, own, own['requiresBuild'])
      ? [{ name, isForDevelopment: String(own['dev']) === 'true' }]
      : []
  })
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json#cpu: a name with `!` is one that it is not for. */
function isNative(
  name: string,
  own: Readonly<Record<string, unknown>>,
  runsAtInstall: unknown,
): boolean {
  const systems = texts(own['os'])
  const isForLinux =
    systems.length === 0 ||
    systems.includes('linux') ||
    (systems.every((system) => system.startsWith('!')) && !systems.includes('!linux'))
  const runs = String(runsAtInstall) === 'true' && !isHarmlessInstall(name)
  const processors = texts(own['cpu']).filter((processor) => processor !== 'wasm32')
  return isForLinux && (runs || processors.length > 0 || texts(own['libc']).length > 0)
}
