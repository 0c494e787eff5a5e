import { isRecord, text } from '../loose-data.ts'
import type { LockedPackage } from './locked-tree.ts'

/** package-lock.json and npm-shrinkwrap.json of any version: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export function readNpmLock(json: unknown): readonly LockedPackage[] | undefined {
  if (!isRecord(json)) return undefined
  if (isRecord(json['packages'])) return byFolder(json['packages'])
  return isRecord(json['dependencies']) ? nested(json['dependencies']) : undefined
}

function byFolder(packages: Record<string, unknown>): readonly LockedPackage[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    return name === undefined || !isRecord(entry) || entry['dev'] === true
      ? []
      : [{ name: text(entry['name']) ?? name, version: text(entry['version']) ?? '' }]
  })
}

function nested(dependencies: Record<string, unknown>): readonly LockedPackage[] {
  return Object.entries(dependencies).flatMap(([name, entry]): readonly LockedPackage[] => {
    if (!isRecord(entry) || entry['dev'] === true) return []
    const inner = isRecord(entry['dependencies']) ? nested(entry['dependencies']) : []
    return [{ name, version: text(entry['version']) ?? '' }, ...inner]
  })
}
