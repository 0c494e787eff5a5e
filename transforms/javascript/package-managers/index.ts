import type { Project } from '../../../src/transform.ts'
import type { Manifest } from '../manifest.ts'
import { bun } from './bun.ts'
import { npm } from './npm.ts'
import { readWords, type ManagerCall, type PackageManager } from './package-manager.ts'
import { pnpm } from './pnpm.ts'
import { yarn, yarnBerry } from './yarn.ts'

export type { ManagerCall, ManagerUse, PackageManager } from './package-manager.ts'

/** A call of a package manager, understood. */
export interface ReadCall {
  readonly manager: PackageManager
  readonly call: ManagerCall
  /** The folder that a flag names. */
  readonly folder: string | undefined
}

/** Reads `npm ci`, `yarn build`, `npx tsc`, `corepack enable`; undefined for another program. */
export function readManagerCall(
  name: string | undefined,
  args: readonly (string | undefined)[],
  isBerry: boolean,
): ReadCall | undefined {
  if (name === 'corepack')
    return { manager: isBerry ? yarnBerry : npm, call: { kind: 'setup' }, folder: undefined }
  if (name === 'npx' || name === 'bunx' || name === 'pnpx')
    return {
      manager: name === 'bunx' ? bun : npm,
      call: { kind: 'program', argv: afterFlags(args) },
      folder: undefined,
    }
  const manager =
    name === 'yarn' || name === 'yarnpkg'
      ? isBerry
        ? yarnBerry
        : yarn
      : [npm, pnpm, bun].find((row) => row.program === name)
  if (manager === undefined) return undefined
  const words = readWords(args)
  const call = manager.read(words.words, words)
  return call === undefined
    ? undefined
    : { manager, call: withRawArguments(call, args), folder: words.folder }
}

/** What follows the name of a script or program belongs to it, flags included. */
function withRawArguments(call: ManagerCall, args: readonly (string | undefined)[]): ManagerCall {
  if (call.kind !== 'script' && call.kind !== 'program') return call
  const name = call.kind === 'script' ? call.script : call.argv[0]
  const at = args.findIndex((arg) => arg === name)
  if (name === undefined || at < 0) return call
  const rest = args.slice(at + 1)
  const raw = rest[0] === '--' ? rest.slice(1) : rest
  return call.kind === 'script' ? { ...call, args: raw } : { ...call, argv: [name, ...raw] }
}

/** npx's own flags: `-y`, `--no-install`, `-p typescript`. */
function afterFlags(args: readonly (string | undefined)[]): readonly (string | undefined)[] {
  let at = 0
  while (at < args.length) {
    const word = args[at]
    if (word === '-p' || word === '--package' || word === '-c') at += 2
    else if (word === '--') at++
    else if (word?.startsWith('-') === true) at++
    else break
  }
  return args.slice(at)
}

/** True where yarn is version 2 or later. */
export function isYarnBerry(
  project: Project,
  folder: string,
  manifest: Manifest | undefined,
): boolean {
  const prefix = folder === '' ? '' : `${folder}/`
  const named = /^yarn@(\d+)/.exec(manifest?.packageManager ?? '')?.[1]
  if (named !== undefined) return Number(named) >= 2
  return (
    project.isFile(`${prefix}.yarnrc.yml`) ||
    (project.read(`${prefix}yarn.lock`)?.includes('__metadata:') ?? false)
  )
}
