import { stringIn } from '../../javascript/manifest.ts'
import { readJson, type StageView } from '../../javascript/stage-view.ts'
import { readAutoload, stringList, stringMap, type Autoload } from './manifest.ts'
import { isRecord, resolvePath } from '../../../src/transform.ts'

/** A composer.lock: the packages as composer will install them. */
export interface ComposerLock {
  readonly packages: readonly LockedPackage[]
  readonly devPackages: readonly LockedPackage[]
}

export interface LockedPackage {
  readonly name: string
  /** 'library', 'composer-plugin', 'wordpress-plugin'. */
  readonly type: string
  readonly autoload: Autoload
  /** Programs that it puts into the bin folder, by their names there. */
  readonly programs: readonly string[]
  readonly require: ReadonlyMap<string, string>
}

/** Reads the composer.lock beside a composer.json; undefined where no copy brings one. */
export function readComposerLock(view: StageView, folder: string): ComposerLock | undefined {
  const json = readJson(view, resolvePath(folder, 'composer.lock') ?? '')
  if (!isRecord(json)) return undefined
  return {
    packages: readPackages(json['packages']),
    devPackages: readPackages(json['packages-dev']),
  }
}

function readPackages(value: unknown): readonly LockedPackage[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : []
  return all.flatMap((item) => {
    if (!isRecord(item)) return []
    const name = stringIn(item, 'name')
    if (name === undefined) return []
    return [
      {
        name: name.toLowerCase(),
        type: stringIn(item, 'type') ?? 'library',
        autoload: readAutoload(item['autoload']),
        programs: stringList(item['bin']).map((path) => path.slice(path.lastIndexOf('/') + 1)),
        require: stringMap(item['require']),
      },
    ]
  })
}
