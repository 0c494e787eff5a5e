import { normalName, pypiPackage } from '../../knowledge/pypi-packages/index.ts'
import { mayHold, type Marker } from '../../project/requirements/marker.ts'
import type { Specifier } from '../../project/requirements/requirement.ts'
import type { Evidence } from '../evidence.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import type { PythonPackage, PythonPackages } from './python-package.ts'
import { environmentOf } from './environment.ts'

/** What is found of an install's packages, one after the other. */
export interface PackageList {
  readonly add: (found: Found) => void
  /** A version that a package has if it comes. */
  readonly constrain: (name: string, version: string) => void
  /** `--no-binary`, `--only-binary`: names, or `:all:`. */
  readonly build: (names: readonly string[], isFromSource: boolean) => void
  readonly gap: (why: string, evidence: Evidence) => void
  /** A folder, an archive or a repository: noted, to be read when the rest is. */
  readonly source: (word: string, evidence: Evidence) => void
  readonly sources: readonly { readonly word: string; readonly evidence: Evidence }[]
  /** What is said of the version of a package. */
  readonly specifiersOf: (name: string) => readonly Specifier[]
  readonly isInstalled: (marker: Marker | undefined) => boolean
  readonly result: () => PythonPackages
}

/** A package as a file asks for it. */
export interface Found extends PythonPackage {
  readonly extras: readonly string[]
  readonly specifiers?: readonly Specifier[]
  /** Those that it needs are listed beside it. */
  readonly isLocked: boolean
}

/** Begins a list of packages, for the image of a stage. */
export function gather(base: Pick<BaseImage, 'family' | 'version'>): PackageList {
  const environment = environmentOf(base)
  const found = new Map<string, Found>()
  const versions = new Map<string, string>()
  const compiled = new Map<string, boolean>()
  const sources: { word: string; evidence: Evidence }[] = []
  let gap: PythonPackages['gap']
  return {
    add: (item) => {
      const before = found.get(item.name)
      const extras = [...new Set([...(before?.extras ?? []), ...item.extras])]
      found.set(item.name, { ...item, ...before, extras })
    },
    constrain: (name, version) => versions.set(name, version),
    build: (names, isFromSource) => {
      for (const name of names.filter(Boolean)) compiled.set(normalOrAll(name), isFromSource)
    },
    gap: (why, evidence) => (gap ??= { why, evidence }),
    source: (word, evidence) => sources.push({ word, evidence }),
    sources,
    specifiersOf: (name) => found.get(name)?.specifiers ?? [],
    isInstalled: (marker) => mayHold(marker, environment),
    result: () => ({
      packages: [...found.values(), ...broughtBy(found)].map(finished),
      isLocked: found.size > 0 && [...found.values()].every(({ isLocked }) => isLocked),
      isWhole: gap === undefined,
      ...(gap === undefined ? {} : { gap }),
    }),
  }

  function finished({ name, evidence, ...item }: PythonPackage): PythonPackage {
    const version = item.version ?? versions.get(name)
    const isCompiled = compiled.get(name) ?? compiled.get(':all:')
    const isWheel = isCompiled === undefined ? item.isWheel : !isCompiled
    return {
      name,
      evidence,
      ...(version === undefined ? {} : { version }),
      ...(isWheel === undefined ? {} : { isWheel }),
    }
  }
}

const normalOrAll = (name: string) => (name === ':all:' ? name : normalName(name))

/** What the table knows that packages bring along, where no lock file says it. */
function broughtBy(found: ReadonlyMap<string, Found>): readonly PythonPackage[] {
  const brought = new Map<string, PythonPackage>()
  const queue = [...found.values()].filter(({ isLocked }) => !isLocked)
  const follow = (name: string, extras: readonly string[], evidence: Evidence) => {
    const row = pypiPackage(name)
    const names = [row?.brings, ...extras.map((extra) => row?.extras?.[extra])]
    for (const other of names.flatMap((text) => text?.split(' ') ?? [])) {
      if (found.has(other) || brought.has(other)) continue
      brought.set(other, { name: other, evidence })
      follow(other, [], evidence)
    }
  }
  for (const { name, extras, evidence } of queue) follow(name, extras, evidence)
  return [...brought.values()]
}
