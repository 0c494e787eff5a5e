import { stringIn } from '../../manifest.ts'
import { hasFile, readJson } from '../../stage-view.ts'
import { contextName, firstWord, flagOf, majorOf, readConfigAt, type ToolCall } from '../call.ts'
import { hashedFiles } from '../hashed-names.ts'
import { madeFolders } from '../output.ts'
import { readMiddleware } from '../proxies/middleware.ts'
import { middlewareStyle } from '../proxies/proxy-style.ts'
import { readProxies, type ProxyReading } from '../proxies/read-proxies.ts'
import { toolOf } from '../tool-of.ts'
import { isRecord, resolvePath } from '../../../../src/transform.ts'

const server = {
  portFlags: ['--port', '-p'],
  // https://parceljs.org/features/cli/#parameters-specific-to-serve: the port is read there since version 2.
  variable: 'PORT',
  port: 1234,
  tlsFlags: ['--https'],
  // A path with an ending is a file: https://parceljs.org/features/development/#dev-server
  fallback: 'page-but-files',
  proxies: proxiesOf,
} as const

const folderFlags = ['--dist-dir', '-d', '--out-dir']

/** Version 1: https://parceljs.org/cli.html, and 2: https://parceljs.org/features/cli/ */
export const parcel = toolOf({
  name: 'parcel',
  title: 'Parcel',
  programs: ['parcel', 'parcel-bundler'],
  development: ['serve', 'watch', ''],
  buildWords: ['build'],
  valueFlags: [
    '--public-url',
    '--target',
    '--cache-dir',
    '--log-level',
    '-t',
    '--hmr-port',
    '--cert',
    '--key',
  ],
  output: { flags: folderFlags, fallback: 'dist' },
  writes: (call) => {
    const targets = targetFolders(call)
    if (firstWord(call.task) !== 'build') return undefined
    const flag = flagOf(call, folderFlags)
    return madeFolders(
      call,
      ...(flag !== undefined ? [flag] : targets.length > 0 ? targets : ['dist']),
    )
  },
  site: {
    base: (call) => flagOf(call, ['--public-url']),
    // https://parceljs.org/features/production/#content-hashing
    hashed: () => hashedFiles('\\.[0-9a-f]{8}'),
    refuses: (call) =>
      targetFolders(call).length > 0 && flagOf(call, folderFlags) === undefined
        ? 'package.json names folders for targets of Parcel'
        : undefined,
  },
  dev: { words: ['serve', ''], ...server },
  // Every variable that the sources name is written into them: https://parceljs.org/features/node-emulation/#environment-variables
  variables: [''],
  source: 'https://parceljs.org/features/cli/',
})

/** `distDir` of targets in package.json: https://parceljs.org/features/targets/#distdir */
function targetFolders({ view, cwd }: ToolCall): readonly string[] {
  const json = readJson(view, resolvePath(cwd, 'package.json') ?? '')
  const targets = isRecord(json) && isRecord(json['targets']) ? json['targets'] : {}
  return Object.values(targets).flatMap((target) =>
    isRecord(target) ? (stringIn(target, 'distDir') ?? []) : [],
  )
}

/** `.proxyrc`, `.proxyrc.json`, or a file that is handed the server. https://parceljs.org/features/development/#api-proxy */
function proxiesOf(call: ToolCall): ProxyReading {
  if ((majorOf(call, 'parcel', 'parcel-bundler') ?? 2) < 2) return []
  const find = (names: readonly string[]) =>
    names
      .flatMap((name) => resolvePath(call.cwd, name) ?? [])
      .find((path) => hasFile(call.view, path))
  const data = find(['.proxyrc', '.proxyrc.json'])
  const program = find(['.proxyrc.js', '.proxyrc.cjs', '.proxyrc.mjs', '.proxyrc.ts'])
  if (program !== undefined) return readMiddleware(call, program)
  if (data === undefined) return []
  const { value } = readConfigAt(call, data)
  const at = { path: contextName(call, data), line: undefined, text: '' }
  return readProxies(
    call,
    value === undefined ? { kind: 'unknown', at } : { kind: 'set', value },
    middlewareStyle,
  )
}
