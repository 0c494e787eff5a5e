import { resolvePath } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { Option } from '../../javascript/config/value.ts'
import type { FrontendTool, SiteOutput, ToolServer } from '../tool.ts'
import {
  callOf,
  flagOf,
  inMode,
  readConfigAt,
  readToolConfig,
  wordsOf,
  type ToolCall,
} from './call.ts'
import { optionsOf, textOption } from './options.ts'
import type { Ask, ServerWords, ToolRow } from './tool-row.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  pathOfBase,
  toolServer,
} from './tool-server.ts'

/** A tool made of a row. */
export function toolOf(row: ToolRow): FrontendTool {
  const isBuild = (task: ProgramTask) =>
    row.buildWords.includes(wordIn(row, task)) && !isServer(row, task)
  const { dev, preview } = row
  return {
    name: row.name,
    title: row.title,
    programs: row.programs,
    build: (task, view) => (isBuild(task) ? buildOf(row, task, view) : undefined),
    ...(dev === undefined
      ? {}
      : {
          devServer: (task: ProgramTask, view: StageView) =>
            startsServer(row, dev, task) ? serverOf(row, dev, task, view, false) : undefined,
        }),
    ...(preview === undefined
      ? {}
      : {
          preview: (task: ProgramTask, view: StageView) =>
            startsServer(row, preview, task) ? serverOf(row, preview, task, view, true) : undefined,
        }),
    publicVariables: () => row.variables,
    source: row.source,
  }
}

/** The first word, or '' where it is no subcommand of the tool: `parcel src/index.html`. */
function wordIn(row: ToolRow, task: ProgramTask): string {
  const first = wordsOf(task, flagsOf(row))[0] ?? ''
  const words = [...row.buildWords, ...(row.dev?.words ?? []), ...(row.preview?.words ?? [])]
  return words.includes('') && !/^[a-z][a-z:-]+$/.test(first) ? '' : first
}

const isServer = ({ dev, preview }: ToolRow, task: ProgramTask) =>
  [dev, preview].some(
    (server) =>
      server?.words.some((word) => word.startsWith('-') && task.args.includes(word)) === true,
  )

function startsServer(row: ToolRow, { words }: ServerWords, task: ProgramTask): boolean {
  const flags = words.filter((word) => word.startsWith('-'))
  if (flags.length > 0) return flags.some((flag) => task.args.includes(flag))
  return !isServer(row, task) && words.includes(wordIn(row, task))
}

interface Place {
  readonly call: ToolCall
  readonly ask: Ask
  readonly root: string
}

/** Flags that take the next word. */
const flagsOf = (row: ToolRow) => [
  ...(row.valueFlags ?? []),
  ...row.output.flags,
  ...(row.configFlags ?? []),
  ...(row.dev?.portFlags ?? []),
  ...(row.preview?.portFlags ?? []),
  '--host',
  '-H',
]

function placeOf(row: ToolRow, call: ToolCall): Place | undefined {
  const { cwd, task } = call
  const words = wordsOf(task, flagsOf(row))
  const named = row.takesRoot === true ? words[1] : undefined
  const root = named === undefined ? cwd : resolvePath(cwd, named)
  const flag = flagOf(call, row.configFlags ?? [])
  const at = flag === undefined ? undefined : resolvePath(cwd, flag)
  if (root === undefined) return undefined
  const file =
    at === undefined ? readToolConfig(call, root, row.config ?? []) : readConfigAt(call, at)
  return { call, root, ask: optionsOf(file) }
}

function buildOf(row: ToolRow, task: ProgramTask, view: StageView): SiteOutput {
  const call = callOf(task, view, 'production')
  const place = call === undefined ? undefined : placeOf(row, call)
  return place === undefined
    ? { kind: 'unknown', why: `the folder that ${task.name} runs in is not known` }
    : siteOf(row, place)
}

function siteOf(row: ToolRow, { call, ask, root }: Place): SiteOutput {
  const refusal = row.refuses?.(call, ask)
  if (refusal !== undefined) return { kind: 'unknown', why: refusal }
  const { flags, keys, fallback, isFromCwd } = row.output
  const option: Option = keys === undefined ? { kind: 'unset' } : ask(...keys)
  const flag = flagOf(call, flags)
  const named = flag ?? textOption(option)
  if (named === false)
    return { kind: 'unknown', why: `the configuration of ${row.title} computes where it writes` }
  const base = flag === undefined && isFromCwd !== true ? root : call.cwd
  const folder = named === undefined ? resolvePath(root, fallback) : resolvePath(base, named)
  if (folder === undefined)
    return { kind: 'unknown', why: `where ${row.title} writes is not known` }
  return {
    kind: 'site',
    folder,
    evidence: [
      ...call.evidence,
      ...(option.kind === 'set' && flag === undefined ? [option.value.at] : []),
    ],
    hashed: row.hashed?.(call, ask),
    notFoundPage: row.notFoundPage,
  }
}

function serverOf(
  row: ToolRow,
  server: ServerWords,
  task: ProgramTask,
  view: StageView,
  isPreview: boolean,
): ToolServer {
  const label = [task.name, ...server.words.filter((word) => task.args.includes(word))].join(' ')
  const call = callOf(task, view, isPreview ? 'production' : 'development')
  const place = call === undefined ? undefined : placeOf(row, call)
  if (call === undefined || place === undefined)
    return { ...hindrance('other', 'the folder that it runs in is not known'), label }
  const { ask } = place
  const site = siteOf(row, place)
  const base = baseOf(row, place)
  const path = pathOfBase(base === false ? undefined : base)
  const { fallback, port, portKeys, tlsFlags, tlsKeys } = server
  const built = placeOf(row, inMode(call, 'production'))
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
    hindrances: [
      site.kind === 'unknown' ? hindrance('other', site.why) : undefined,
      ...(server.hindrances?.(call, ask) ?? []),
      ...(isPreview
        ? []
        : [
            differentBase(call, base, built === undefined ? false : baseOf(row, built)),
            developmentVariables(call, row.variables),
          ]),
    ],
  })
}

const baseOf = ({ base }: ToolRow, { call, ask }: Place) => base?.(call, ask)

/** A base that a flag or an option names. */
export const baseFrom =
  (flags: readonly string[], ...keys: readonly string[]) =>
  (call: ToolCall, ask: Ask): string | undefined | false =>
    flagOf(call, flags) ?? (keys.length === 0 ? undefined : textOption(ask(...keys)))
