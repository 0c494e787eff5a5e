import { isRecord, record, text } from '../loose-data.ts'
import type { LockedPackage, LockFile } from './locked-tree.ts'

type Entry = LockedPackage & { readonly isForDevelopment: boolean }

/** package-lock.json and npm-shrinkwrap.json of any version: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export function readNpmLock(json: unknown): LockFile | undefined {
  if (!isRecord(json)) return undefined
  const { packages, dependencies } = json
  if (!isRecord(packages) && !isRecord(dependencies)) return undefined
  const all = isRecord(packages) ? byFolder(packages) : nested(record(dependencies))
  return { all, production: () => all.filter(({ isForDevelopment }) => !isForDevelopment) }
}

function byFolder(packages: Record<string, unknown>): readonly Entry[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    return name === undefined || !isRecord(entry)
      ? []
      : [
          {
            name: text(entry['name']) ?? name,
            version: text(entry['version']) ?? '',
            node: text(record(entry['engines'])['node']) ?? '*',
            isForDevelopment: entry['dev'] === true,
          },
        ]
  })
}

/** The first version does not repeat what a package wants of Node. */
function nested(dependencies: Readonly<Record<string, unknown>>): readonly Entry[] {
  return Object.entries(dependencies).flatMap(([name, written]): readonly Entry[] => {
    const entry = record(written)
    const version = text(entry['version']) ?? ''
    const isForDevelopment = entry['dev'] === true
    return [
      { name, version, node: undefined, isForDevelopment },
      ...nested(record(entry['dependencies'])),
    ]
  })
}
