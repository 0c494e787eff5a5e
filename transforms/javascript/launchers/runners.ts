import {
  baseName,
  matchesPattern,
  startsWords,
  unknownStart,
  type Call,
  type Launcher,
  type Reading,
  type Started,
} from '../../../src/transform.ts'
import type { Manifest } from '../manifest.ts'
import { readDotenv } from './env-files.ts'
import { readLerna, readPrisma, readTurbo, readWireit } from './package-runners.ts'
import { pm2Names, readPm2 } from './pm2.ts'
import { localBin, manifestNear, startsScript, withoutValues } from './scripts.ts'

type Read = (call: Call) => Reading | undefined

/** Packages that start others: scripts of package.json, or the rest of their words. */
const rows: readonly (readonly [names: string, read: Read])[] = [
  ['run-s run-p npm-run-all npm-run-all2', readRunAll],
  ['concurrently conc', readConcurrently],
  ['shx', (call) => startsWords(call, call.args)],
  ['cross-env cross-env-shell', readCrossEnv],
  ['dotenv dotenvx env-cmd', readDotenv],
  [pm2Names, readPm2],
  ['turbo', readTurbo],
  ['lerna', readLerna],
  ['wireit', readWireit],
  ['prisma', readPrisma],
]

export const runnerNames: ReadonlySet<string> = new Set(rows.flatMap(([names]) => names.split(' ')))

export const runnerLaunchers: readonly Launcher[] = rows.map(([names, read]) => ({
  names: new Set(names.split(' ')),
  read,
}))

/** The scripts of a name or pattern: `build:*`. */
function scriptsNamed(pattern: string, manifest: Manifest): readonly string[] {
  // npm-run-all's `*` stops at colons, as a path's at slashes; concurrently's does not.
  const path = (text: string) => text.replaceAll(':', '/')
  return [...manifest.scripts.keys()].filter((name) => matchesPattern(path(pattern), path(name)))
}

/** `run-s clean build:*`, `npm-run-all --parallel "watch -- --port 1"`: https://github.com/bcomnes/npm-run-all2/blob/master/docs/npm-run-all.md */
function readRunAll(call: Call): Reading | undefined {
  const near = manifestNear(call.cwd, call.place)
  const words = withoutValues(call.args, new Set(['--max-parallel', '--npm-path']))
  if (words.length === 0) return undefined
  const starts: Started[] = []
  for (const word of words) {
    const [pattern = '', ...args] = word?.split(' ').filter((part) => part !== '--') ?? []
    const names = near === undefined ? [] : scriptsNamed(pattern, near.manifest)
    if (near === undefined || names.length === 0)
      return unknownStart(`package.json has no script "${word ?? '?'}"`)
    for (const name of names) starts.push(...(startsScript(name, args, near, true) ?? []))
  }
  return { kind: 'starts', starts }
}

/** `concurrently "npm:watch-*" "node server.js"`: https://github.com/open-cli-tools/concurrently#usage */
function readConcurrently(call: Call): Reading | undefined {
  const { cwd } = call
  const withValue =
    '-n --names -c --prefix-colors -p --prefix -m --max-processes -s --success --restart-tries --restart-after -l --prefix-length -t --timestamp-format --default-input-target --name-separator --hide --kill-signal'
  const words = withoutValues(call.args, new Set(withValue.split(' ')))
  if (words.length === 0) return undefined
  const near = manifestNear(cwd, call.place)
  const starts: Started[] = []
  for (const word of words) {
    if (word === undefined)
      return unknownStart('what concurrently starts is only known when it runs')
    const [, manager, pattern] = /^(npm|yarn|pnpm|bun|node):(\S+)/.exec(word) ?? []
    const rest =
      manager === undefined ? '' : word.slice(manager.length + 1 + (pattern?.length ?? 0))
    const names =
      pattern?.includes('*') === true && near !== undefined
        ? [...near.manifest.scripts.keys()].filter((name) => matchesPattern(pattern, name))
        : [pattern]
    for (const name of names) {
      const text = manager === undefined ? word : `${manager} run ${name}${rest}`
      starts.push({ text, cwd, bin: localBin })
    }
  }
  return { kind: 'starts', starts }
}

/** `cross-env NODE_ENV=production node server.js`; cross-env-shell hands its words to a shell. */
function readCrossEnv(call: Call): Reading | undefined {
  const { name, args, cwd } = call
  const at = args.findIndex((arg) => arg === undefined || !/^\w+=/.test(arg))
  if (at < 0) return undefined
  const assignments = new Map(
    args.slice(0, at).flatMap((arg = ''): [string, string][] => {
      const equals = arg.indexOf('=')
      return [[arg.slice(0, equals), arg.slice(equals + 1)]]
    }),
  )
  const words = args.slice(at)
  const [only] = words
  return name === 'cross-env-shell' && words.length === 1 && only !== undefined
    ? { kind: 'starts', starts: [{ text: only, cwd, assignments, bin: localBin }] }
    : startsWords(call, words, { assignments })
}

/** The program behind a file of node_modules: `node_modules/.bin/next`, `node_modules/typescript/bin/tsc`. */
export function programOfFile(path: string): string | undefined {
  const [, bin, name, file = ''] =
    /(?:^|\/)node_modules\/(?:\.bin\/([^/]+)|((?:@[^/]+\/)?[^/]+)\/(.+))$/.exec(path) ?? []
  if (bin !== undefined || name === undefined) return bin
  const stem = baseName(file).replace(/\.[cm]?js$/, '')
  return /^(index|cli|main)$/.test(stem) ? name.replace(/^@[^/]+\//, '') : stem
}
