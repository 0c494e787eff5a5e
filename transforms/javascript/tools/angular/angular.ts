import { isRecord, resolvePath } from '../../../../src/transform.ts'
import { stringIn } from '../../manifest.ts'
import { hasFile } from '../../stage-view.ts'
import { isProgram } from '../../task.ts'
import { textTasks } from '../../tasks.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'
import type { SiteOutput, Tool, ToolServer } from '../tool.ts'
import { differentEnvironment } from './angular-environments.ts'
import { angularFolder, angularOutput, oldAngularOutput } from './angular-output.ts'
import { configurationsOf, readTarget, targetOf, type Target } from './angular-workspace.ts'
import { callOf, contextName, firstWord, flagOf, readConfigAt, type ToolCall } from '../call.ts'
import { refusedHeader, type Header } from '../headers.ts'
import { middlewareStyle } from '../proxies/proxy-style.ts'
import { readProxies, type ProxyReading } from '../proxies/read-proxies.ts'
import { differentBase, hindrance, pathOfBase, toolServer } from '../tool-server.ts'

export const angular: Tool = {
  name: 'angular',
  title: 'Angular',
  programs: ['ng'],
  development: ['serve', 's', 'server', 'dev'],
  writes: (call) => (isBuild(call) ? written(call) : undefined),
  site: (call) => (isBuild(call) ? site(call) : undefined),
  devServer: (call) =>
    /^(serve|s|server|dev)$/.test(firstWord(call.task)) ? serve(call) : undefined,
  // https://angular.dev/tools/cli/build#configuring-size-budgets
  buildFailsOn: (call) => {
    const target = targetOf(call, 'build')
    const budgets = typeof target === 'string' ? undefined : target.options['budgets']
    const ends =
      Array.isArray(budgets) &&
      budgets.some((item: unknown) => isRecord(item) && (item['maximumError'] ?? item['error']))
    return ends ? 'files that are larger than its budgets' : undefined
  },
  // Environments are files: https://angular.dev/tools/cli/environments; @ngx-env/builder reads these.
  publicVariables: () => ['NG_APP_'],
  source: 'https://angular.dev/cli/build',
}

const isBuild = (call: ToolCall) => /^(build|b)$/.test(firstWord(call.task))

function site(call: ToolCall): SiteOutput {
  const target = targetOf(call, 'build')
  return typeof target === 'string'
    ? (oldAngularOutput(call) ?? unknownOutput(target))
    : angularOutput(call, target)
}

/** All of it: `browser` and `server` stand below. */
function written(call: ToolCall): Output {
  const target = targetOf(call, 'build')
  if (typeof target !== 'string') return angularFolder(call, target)
  const old = oldAngularOutput(call)
  return old?.kind === 'site' ? madeFolders(call, old.folder) : (old ?? unknownOutput(target))
}

function serve(call: ToolCall): ToolServer {
  const label = 'ng serve'
  const target = targetOf(call, 'serve')
  if (typeof target === 'string') return { ...hindrance('other', target), label }
  return angularServer(call, target, label)
}

/** The development server of a target, its build's options beside it. */
export function angularServer(call: ToolCall, target: Target, label: string): ToolServer {
  const { options, workspace, project } = target
  const goal = (
    stringIn({ ...options }, 'buildTarget') ??
    stringIn({ ...options }, 'browserTarget') ??
    ''
  ).split(':')
  const own = configurationsOf(call)
  const served = readTarget(workspace, goal[0] || project, 'build', goal[2] ?? own)
  const built = builtTarget(call, target)
  const builtOptions = typeof built === 'string' ? {} : built.options
  const servedOptions = typeof served === 'string' ? {} : served.options
  const base = baseOf(call, { ...servedOptions, ...options })
  const ssl = options['ssl']
  const port = options['port']
  const server = toolServer(call, {
    label,
    port: { flags: ['--port'], fallback: typeof port === 'number' ? port : 4200 },
    tls: { flags: ['--ssl'] },
    base,
    fallback: { kind: 'page', page: `${pathOfBase(base)}index.html`, forFiles: false },
    proxies: proxiesOf(call, target),
    headers: headersOf(target),
    hindrances: [
      ssl === true ? hindrance('tls', `${workspace.name} makes it answer by TLS`) : undefined,
      typeof served === 'string' ? hindrance('other', served) : undefined,
      typeof built === 'string' ? hindrance('other', built) : undefined,
      /custom-webpack|custom-esbuild/.test(target.builder) && hasMiddleware(target)
        ? hindrance('other', `${workspace.name} adds to its server`)
        : undefined,
      differentBase(call, base, baseOf(call, builtOptions)),
      differentEnvironment(call, workspace.root, servedOptions, builtOptions),
    ],
  })
  return server
}

/** https://angular.dev/tools/cli/serve: `"headers": { "Cross-Origin-Opener-Policy": "same-origin" }` */
function headersOf({ options, workspace }: Target): readonly Header[] | string {
  const { headers } = options
  if (headers === undefined) return []
  const pairs = isRecord(headers) ? Object.entries(headers) : []
  const known = pairs.flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  )
  return known.length < pairs.length || !isRecord(headers)
    ? `${workspace.name} has headers that can't be read`
    : (refusedHeader(known) ?? known)
}

const hasMiddleware = ({ options }: Target) =>
  options['middlewares'] !== undefined || options['customWebpackConfig'] !== undefined

/** What the project's own build script builds. */
function builtTarget(call: ToolCall, { workspace, project }: Target): Target | string {
  const { manifest, cwd, view } = call
  const script = manifest?.scripts.get('build')
  const task =
    script === undefined
      ? undefined
      : textTasks(script, cwd, view, []).find((item) => isProgram(item) && item.name === 'ng')
  const build =
    task !== undefined && isProgram(task)
      ? callOf(task, cwd, view, 'production', call.habits)
      : undefined
  return build === undefined
    ? readTarget(workspace, project, 'build', undefined)
    : targetOf(build, 'build')
}

function baseOf(call: ToolCall, options: Readonly<Record<string, unknown>>): string | undefined {
  const record = { ...options }
  return (
    flagOf(call, ['--serve-path', '--base-href']) ??
    stringIn(record, 'servePath') ??
    stringIn(record, 'baseHref') ??
    undefined
  )
}

/** https://angular.dev/tools/cli/serve#proxying-to-a-backend-server */
function proxiesOf(call: ToolCall, { options, workspace }: Target): ProxyReading {
  const named = flagOf(call, ['--proxy-config']) ?? stringIn({ ...options }, 'proxyConfig')
  if (named === undefined) return []
  const path = resolvePath(workspace.root, named)
  if (path === undefined || !hasFile(call.view, path))
    return [hindrance('proxy', `${named}, which names its proxies, is not in the build context`)]
  const { value } = readConfigAt(call, path)
  const at = { path: contextName(call, path), line: undefined, text: '' }
  return readProxies(
    call,
    value === undefined ? { kind: 'unknown', at } : { kind: 'set', value },
    middlewareStyle,
  )
}
