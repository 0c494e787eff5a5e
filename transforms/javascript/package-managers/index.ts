import { bun } from './bun.ts'
import { npm } from './npm.ts'
import {
  readWords,
  type ManagerCall,
  type PackageManager,
  type Selection,
} from './package-manager.ts'
import { pnpm } from './pnpm.ts'
import { yarn, yarnBerry } from './yarn.ts'
import { folderOf, isRecord, type Project } from '../../../src/transform.ts'

export type {
  ManagerCall,
  ManagerUse,
  PackageManager,
  ScriptCall,
  Selection,
} from './package-manager.ts'

/** A call of a package manager, understood. */
export interface ReadCall {
  readonly manager: PackageManager
  readonly call: ManagerCall
  /** The folder that a flag names. */
  readonly folder: string | undefined
  /** The packages of a monorepo that it works in. */
  readonly selection: Selection | undefined
}

const runners: ReadonlyMap<string, PackageManager> = new Map([
  ['npx', npm],
  ['pnpx', pnpm],
  ['bunx', bun],
])

/** The programs that are package managers, or that run one. */
export const managerPrograms: ReadonlySet<string> = new Set([
  ...'npm yarn yarnpkg pnpm bun corepack'.split(' '),
  ...runners.keys(),
])

/** The line by which a manager starts a program of node_modules/.bin: `npx tsc`, `yarn tsc`. */
export const startedBy = (manager: string, line: string): string =>
  `${{ yarn: 'yarn', pnpm: 'pnpm exec', bun: 'bunx' }[manager] ?? 'npx'} ${line}`

/** Reads `npm ci`, `yarn build`, `npx tsc`, `corepack enable`; undefined for another program, and for a call that is not known. */
export function readManagerCall(
  name: string | undefined,
  args: readonly (string | undefined)[],
  isBerry: boolean,
): ReadCall | undefined {
  const runner = runners.get(name ?? '')
  if (runner !== undefined) return readRunner(runner, args)
  if (name === 'corepack') {
    const [command] = args
    const isOwn = command === undefined || !/^(npm|npx|yarn|yarnpkg|pnpm|pnpx)(@|$)/.test(command)
    const call: ManagerCall = isOwn
      ? { kind: 'setup' }
      : { kind: 'program', argv: [command.split('@', 1)[0], ...args.slice(1)] }
    return { manager: isBerry ? yarnBerry : npm, call, folder: undefined, selection: undefined }
  }
  const manager =
    name === 'yarn' || name === 'yarnpkg'
      ? isBerry
        ? yarnBerry
        : yarn
      : [npm, pnpm, bun].find((row) => row.program === name)
  if (manager === undefined) return undefined
  const words = readWords(args, manager.grammar)
  const call = manager.read(words.words, words)
  if (call === undefined) return undefined
  const own = 'selection' in call ? call.selection : undefined
  return { manager, call, folder: words.folder, selection: own ?? words.selection }
}

/** npx stops at the program's name: https://docs.npmjs.com/cli/commands/npx. `-y`, `--no-install`, `-p typescript`, `-c 'a && b'`. */
function readRunner(manager: PackageManager, args: readonly (string | undefined)[]): ReadCall {
  let at = 0
  let text: string | undefined
  for (; at < args.length; at++) {
    const word = args[at]
    const [flag, attached] = word?.split('=', 2) ?? []
    if (word === '--') at++
    if (word === '--' || word?.startsWith('-') !== true) break
    if (flag === '-c' || flag === '--call') text = attached ?? args[++at]
    else if (/^(-p|--package|-w|--workspace|--prefix|--registry|--cache)$/.test(word)) at++
  }
  const call: ManagerCall =
    text === undefined ? { kind: 'program', argv: args.slice(at) } : { kind: 'text', text }
  return { manager, call, folder: undefined, selection: undefined }
}

/** True where yarn is version 2 or later, by the folder's own files or those above it. */
export function isYarnBerry(project: Project, folder: string): boolean {
  const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  const json = project.json(inFolder('package.json'))
  const manager = isRecord(json) ? json['packageManager'] : undefined
  const major = typeof manager === 'string' ? /^yarn@(\d+)/.exec(manager)?.[1] : undefined
  if (major !== undefined) return Number(major) >= 2
  if (project.isFile(inFolder('.yarnrc.yml'))) return true
  const lock = project.read(inFolder('yarn.lock'))
  if (lock !== undefined) return lock.includes('__metadata:')
  const above = folderOf(folder) === '.' ? '' : folderOf(folder)
  return folder !== '' && isYarnBerry(project, above)
}
