import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrateAll } from '../../src/cli/migrate/core/migrate-all.ts'
import type { Migrated } from '../../src/plan/outcome.ts'
import { type JsonFile, jsonReport } from '../../src/report/json/json-schema.ts'
import { folderWith, type Ran, runHere } from '../cli/surroundings.ts'
import { pullImage } from './build-image.ts'

/** A project whose migration is made up: what verify must find is wrong on purpose. */
export interface Pair {
  readonly before: string
  readonly after: string
  /** The build context. */
  readonly files?: Readonly<Record<string, string>>
  readonly migrated?: Partial<Migrated>
}

/** A core that answers with the `after` of each pair, by folder name. */
export function coreOf(pairs: Readonly<Record<string, Pair>>): MigrateAll {
  return async function* (_settings, jobs) {
    for (const { path } of jobs) {
      const [folder = ''] = path.split('/')
      const pair = pairs[folder]
      if (pair === undefined) throw new Error(`no pair for ${path}`)
      const { before, after, migrated } = pair
      yield await Promise.resolve({
        path,
        context: folder,
        result: {
          ...{ outcome: 'migrated' as const, ecosystem: undefined, before, after, changes: [] },
          ...{ replaced: [], contract: [], stays: [], origins: [], otherFiles: [] },
          ...migrated,
        },
      })
    }
  }
}

/** Runs `msb-migrate verify` over pairs, each in a folder of its name; `kept` gives what stands there in the end. */
export async function verifyPairs(
  pairs: Readonly<Record<string, Pair>>,
  argv: readonly string[] = [],
  interrupt?: AbortSignal,
): Promise<Ran & { readonly kept: (folder: string) => string }> {
  const files: readonly (readonly [string, string])[] = Object.entries(pairs).flatMap(
    ([folder, { before, files = {} }]) =>
      Object.entries({ Dockerfile: before, ...files }).map(
        ([name, text]) => [`${folder}/${name}`, text] as const,
      ),
  )
  const images = Object.values(pairs).flatMap(({ before, after }) => [
    ...`${before}\n${after}`.matchAll(/^FROM (?!scratch|builder)(\S+)/gm),
  ])
  for (const image of new Set(images.map(([, image = '']) => image))) await pullImage(image)
  const cwd = folderWith(Object.fromEntries(files))
  const ran = await runHere(['verify', '.', ...argv], {
    cwd,
    env: Object.fromEntries(
      Object.entries(process.env).map(([name, value]) => [name, value ?? '']),
    ),
    migrateAll: coreOf(pairs),
    ...(interrupt === undefined ? {} : { interrupt }),
  })
  return { ...ran, kept: (folder) => readFileSync(path.join(cwd, folder, 'Dockerfile'), 'utf8') }
}

/** The verification of one pair. */
export async function verifyPair(
  pair: Pair,
  argv: readonly string[] = [],
): Promise<NonNullable<Extract<JsonFile, { outcome: 'migrated' }>['verification']>> {
  const { stdout, stderr } = await verifyPairs({ app: pair }, ['--format', 'json', ...argv])
  const [file] = jsonReport.parse(JSON.parse(stdout)).files
  if (file?.outcome !== 'migrated' || file.verification === undefined) throw new Error(stderr)
  return file.verification
}

/** What of a service's verification is left on the engine: containers and images. `key` is the folder's name. */
export function leftovers(key: string): string {
  const list = (...args: readonly string[]): string =>
    spawnSync('docker', [...args, '--quiet'], { encoding: 'utf8' }).stdout
  return (
    list('container', 'ls', '--all', '--filter', `name=${key}`) +
    list('image', 'ls', '--filter', `reference=msb-migrate-verify/${key}`)
  )
}
