import type { Evidence } from '../../../src/transform.ts'
import { numberOf, truthOf, type Option } from '../config/value.ts'
import type { Header } from './headers.ts'
import { unreachableAt, loopbackIn } from './servers/flags.ts'
import { pathRouter } from './router-paths.ts'
import type { DevProxy, Fallback, ToolServer } from './tool.ts'
import { contextName, flagOf, hasFlag, type ToolCall } from './call.ts'
import { developmentOnly } from './environment.ts'

/** Why a server can't be repeated; the label is added later. */
export type Hindrance = Omit<Extract<ToolServer, { readonly kind: 'unreadable' }>, 'label'>

export const hindrance = (
  cause: Hindrance['cause'],
  why: string,
  evidence?: Evidence,
): Hindrance => ({ kind: 'unreadable', cause, why, evidence })

const isHindrance = (value: object): value is Hindrance => 'cause' in value

/** What a tool's server is told by its words and its configuration. */
export interface ServerRow {
  /** 'ng serve' */
  readonly label: string
  readonly port: {
    readonly flags: readonly string[]
    /** 'PORT', where the tool reads it. */
    readonly variable?: string
    /** True where the variable goes before the option. */
    readonly variableFirst?: boolean
    readonly option?: Option
    readonly fallback: number
  }
  /** Flags that turn TLS on, and the configuration's option. */
  readonly tls?: { readonly flags: readonly string[]; readonly option?: Option }
  /** As the tool's configuration has it; undefined for '/', false where it is computed. */
  readonly base: string | undefined | false
  readonly fallback: Fallback
  readonly proxies?: readonly (DevProxy | Hindrance)[]
  readonly folder?: string
  readonly cleanUrls?: boolean
  /** As readHeaders has them; a clause where they can't be told. */
  readonly headers?: readonly Header[] | string
  /** What else stands in the way, the first that is there. */
  readonly hindrances?: readonly (Hindrance | undefined)[]
}

/** `--host localhost`, said and not by default: nobody outside of the container is meant to ask. */
function addressOf(call: ToolCall): Hindrance | undefined {
  const address = loopbackIn(flagOf(call, ['--host', '--hostname', '-H']))
  return address === undefined ? undefined : hindrance('other', unreachableAt(address))
}

const computedBase = hindrance(
  'other',
  'its configuration computes the path that the site starts at',
)

/** Puts a tool's server together; the first thing that nginx can't repeat makes it unreadable. */
export function toolServer(call: ToolCall, row: ServerRow): ToolServer {
  const { label } = row
  const hindrances = [
    tlsOf(call, row),
    addressOf(call),
    row.base === false ? computedBase : undefined,
    ...(row.hindrances ?? []),
    typeof row.headers === 'string' ? hindrance('other', row.headers) : undefined,
    ...(row.proxies ?? []).map((proxy) => (isHindrance(proxy) ? proxy : undefined)),
  ]
  const first = hindrances.find((item) => item !== undefined)
  if (first !== undefined) return { ...first, label }
  const port = portOf(call, row)
  if (typeof port === 'object') return { ...port, label }
  const proxies = (row.proxies ?? []).flatMap((proxy) => (isHindrance(proxy) ? [] : [proxy]))
  return {
    kind: 'server',
    label,
    port,
    basePath: pathOfBase(row.base === false ? undefined : row.base),
    fallback: row.fallback,
    proxies,
    headers: typeof row.headers === 'object' ? row.headers : [],
    ...(row.folder === undefined ? {} : { folder: row.folder }),
    ...(row.cleanUrls === undefined ? {} : { cleanUrls: row.cleanUrls }),
  }
}

function portOf(call: ToolCall, { port }: ServerRow): number | Hindrance {
  const flag = flagOf(call, port.flags)
  if (flag !== undefined && /^\d+$/.test(flag)) return Number(flag)
  if (flag !== undefined || hasFlag(call, port.flags))
    return hindrance('port', 'its port is only known when it starts')
  const variable = port.variable === undefined ? undefined : call.environment.get(port.variable)
  const named =
    variable?.value !== undefined && /^\d+$/.test(variable.value)
      ? Number(variable.value)
      : undefined
  // An ARG is for the build, and gone when the server starts.
  if (variable !== undefined && variable.value === undefined)
    return hindrance('port', `${port.variable ?? ''} says its port`)
  if (named !== undefined && port.variableFirst === true) return named
  const option = port.option ?? { kind: 'unset' }
  if (option.kind === 'unknown')
    return hindrance('port', `${option.at.path} computes its port`, option.at)
  if (option.kind === 'set') {
    const number = numberOf(option.value)
    return number ?? hindrance('port', `${option.value.at.path} computes its port`, option.value.at)
  }
  return named ?? port.fallback
}

function tlsOf(call: ToolCall, { tls }: ServerRow): Hindrance | undefined {
  if (tls === undefined) return undefined
  const flag = tls.flags.find((name) => hasFlag(call, [name]))
  const isOff = flag !== undefined && flagOf(call, [flag]) === 'false'
  if (flag !== undefined && !isOff) return hindrance('tls', `\`${flag}\` makes it answer by TLS`)
  const { option } = tls
  if (option?.kind !== 'set' || truthOf(option.value) === false) return undefined
  return hindrance('tls', `${option.value.at.path} makes it answer by TLS`, option.value.at)
}

/** The path of a base that is a path or a URL, with both slashes; '/' for relative ones. */
export function pathOfBase(base: string | undefined): string {
  if (base === undefined || base === '' || base.startsWith('.')) return '/'
  const path = /^([a-z][a-z+]*:)?\/\//i.test(base) ? pathOfUrl(base) : base
  const inner = path.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '/' : `/${inner}/`
}

const pathOfUrl = (url: string) => url.replace(/^([a-z][a-z+]*:)?\/\/[^/]*/i, '')

/** What .env files give to the development server alone. */
export function developmentVariables(
  call: ToolCall,
  prefixes: readonly string[],
): Hindrance | undefined {
  const found = developmentOnly(call.cwd, call.view, prefixes)
  if (found === undefined) return undefined
  const file = contextName(call, found.file)
  return hindrance(
    'other',
    `${file} sets ${found.name} for the development server, and a build would not have it`,
    { path: file, line: undefined, text: '' },
  )
}

/** Addresses of the built files that differ from where the development server has them. */
export function differentBase(
  call: ToolCall,
  development: string | undefined | false,
  build: string | undefined | false,
): Hindrance | undefined {
  if (development === false || build === false) return computedBase
  if (pathOfBase(development) !== pathOfBase(build))
    return hindrance(
      'other',
      `the build is made for ${pathOfBase(build)}, and the development server answers at ${pathOfBase(development)}`,
    )
  const isRelative = build !== undefined && (build === '' || build.startsWith('.'))
  const router = isRelative ? pathRouter(call) : undefined
  return router !== undefined
    ? hindrance(
        'other',
        `the build names its files relative to the page, which pages of ${router} below the first level would not find`,
      )
    : undefined
}
