import { resolvePath } from '../../../src/transform.ts'
import { lineOf, textOption, type Ask } from '../config/options.ts'
import { asBuild, flagOf, type ToolCall } from './call.ts'
import { readHeaders } from './headers.ts'
import { unknownOutput } from './output.ts'
import { placeOf, type Place } from './row-place.ts'
import type { SiteOutput, ToolServer } from './tool.ts'
import type { ServerWords, SiteRow, ToolRow } from './tool-row.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  pathOfBase,
  toolServer,
} from './tool-server.ts'

/** The site that a row's build makes. */
export function siteOf(row: ToolRow, site: SiteRow, place: Place): SiteOutput {
  const { call, ask, root } = place
  const refusal = site.refuses?.(call, ask)
  if (refusal !== undefined) return unknownOutput(refusal)
  const { flags, keys, fallback, isFromCwd } = row.output
  const option = keys === undefined ? ({ kind: 'unset' } as const) : ask(...keys)
  const flag = flagOf(call, flags ?? [])
  const named = flag ?? textOption(option)
  if (named === false)
    return unknownOutput(`the configuration of ${row.title} computes where it writes`)
  const base = flag === undefined && isFromCwd !== true ? root : call.cwd
  const folder = resolvePath(named === undefined ? root : base, named ?? fallback ?? '.')
  if (folder === undefined) return unknownOutput(`where ${row.title} writes is not known`)
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...(flag === undefined ? lineOf(option) : [])],
    hashed: site.hashed?.(call, ask),
    notFoundPage: site.notFoundPage,
  }
}

/** The server that a row's words start. */
export function serverOf(
  row: ToolRow,
  server: ServerWords,
  call: ToolCall,
  isPreview: boolean,
): ToolServer {
  const { task } = call
  const label = [task.name, ...server.words.filter((word) => task.args.includes(word))].join(' ')
  const place = placeOf(row, call)
  const { ask } = place
  const site = siteOf(row, row.site ?? {}, place)
  const base = baseOf(row, place)
  const path = pathOfBase(base === false ? undefined : base)
  const { fallback, port, portKeys, tlsFlags, tlsKeys } = server
  return toolServer(call, {
    label,
    port: {
      flags: server.portFlags,
      ...(server.variable === undefined ? {} : { variable: server.variable }),
      ...(portKeys === undefined ? {} : { option: ask(...portKeys) }),
      fallback: typeof port === 'number' ? port : port(call),
    },
    tls: {
      flags: tlsFlags ?? ['--https'],
      ...(tlsKeys === undefined ? {} : { option: ask(...tlsKeys) }),
    },
    base,
    fallback:
      typeof fallback === 'object'
        ? fallback
        : { kind: 'page', page: `${path}index.html`, forFiles: fallback === 'page' },
    proxies: server.proxies?.(call, ask) ?? [],
    ...(isPreview && site.kind === 'site' ? { folder: site.folder } : {}),
    ...(server.cleanUrls === undefined ? {} : { cleanUrls: server.cleanUrls }),
    ...(server.headerKeys === undefined ? {} : { headers: readHeaders(ask(...server.headerKeys)) }),
    hindrances: [
      site.kind === 'unknown' ? hindrance('other', site.why) : undefined,
      ...(server.hindrances?.(call, ask) ?? []),
      ...(isPreview
        ? []
        : [
            differentBase(call, base, baseOf(row, placeOf(row, asBuild(call)))),
            developmentVariables(call, row.variables ?? []),
          ]),
    ],
  })
}

const baseOf = ({ site }: ToolRow, { call, ask }: Place) => site?.base?.(call, ask)

/** A base that a flag or an option names. */
export const baseFrom =
  (flags: readonly string[], ...keys: readonly string[]) =>
  (call: ToolCall, ask: Ask): string | undefined | false =>
    flagOf(call, flags) ?? (keys.length === 0 ? undefined : textOption(ask(...keys)))
