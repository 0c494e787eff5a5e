import { outermost, resolvePath } from '../../../src/transform.ts'
import { everyOption, type ConfigFile } from '../config/options.ts'
import { textOf } from '../config/value.ts'
import type { ProgramTask } from '../task.ts'
import { flagOf, wordsOf, type ToolCall } from './call.ts'
import { unknownOutput, type MadePath, type Output } from './output.ts'
import { flagsOf, placeOf, type Place } from './row-place.ts'
import { serverOf, siteOf } from './row-server.ts'
import type { Tool } from './tool.ts'
import type { ServerWords, ToolRow } from './tool-row.ts'

/** A tool made of a row. */
export function toolOf(row: ToolRow): Tool {
  const { buildWords, dev, preview, site, variables, buildFailsOn, ...tool } = row
  const isBuild = (task: ProgramTask) =>
    !isServer(row, task) && (buildWords?.includes(wordIn(row, task)) ?? true)
  const development = row.development ?? dev?.words
  return {
    ...tool,
    ...(development === undefined ? {} : { development }),
    writes:
      row.writes ??
      ((call) => (isBuild(call.task) ? outputOf(row, placeOf(row, call)) : undefined)),
    ...(site === undefined
      ? {}
      : {
          site: (call: ToolCall) =>
            isBuild(call.task) ? siteOf(row, site, placeOf(row, call)) : undefined,
        }),
    devServer: (call) =>
      dev !== undefined && startsServer(row, dev, call.task)
        ? serverOf(row, dev, call, false)
        : undefined,
    preview: (call) =>
      preview !== undefined && startsServer(row, preview, call.task)
        ? serverOf(row, preview, call, true)
        : undefined,
    publicVariables: () => variables ?? [],
    ...(buildFailsOn === undefined
      ? {}
      : { buildFailsOn: (call: ToolCall) => buildFailsOn(call, placeOf(row, call).ask) }),
  }
}

/** The first word, or '' where it is no subcommand of the tool: `parcel src/index.html`. */
function wordIn(row: ToolRow, task: ProgramTask): string {
  const first = wordsOf(task, flagsOf(row))[0] ?? ''
  const words = [
    ...(row.buildWords ?? []),
    ...(row.dev?.words ?? []),
    ...(row.preview?.words ?? []),
  ]
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

/** Every folder and file that a build is told to write. */
function outputOf(row: ToolRow, { call, file, root, ask }: Place): Output {
  const { cwd, evidence, task } = call
  const { flags, fileFlags, keys, fileKeys, fallback, isFromCwd, also, mirrors } = row.output
  const [word] = wordsOf(task, flagsOf(row))
  const mirrored = mirrors === true && word !== undefined ? resolvePath(cwd, word) : undefined
  const made: MadePath[] = []
  const add = (name: string | undefined, isFolder: boolean, from = cwd) => {
    const path = name === undefined ? undefined : resolvePath(from, name)
    if (path === undefined) return
    made.push({ path, isFolder, evidence, ...(mirrors === true ? { mirrors: mirrored } : {}) })
  }
  add(flagOf(call, flags ?? []), true)
  add(flagOf(call, fileFlags ?? []), false)
  if (made.length === 0)
    for (const [path, isFolder] of [
      [keys, true],
      [fileKeys, false],
    ] as const)
      for (const option of path === undefined ? [] : everyOption(file, path)) {
        const text = option.kind === 'set' ? textOf(option.value) : undefined
        if (option.kind !== 'unset' && text === undefined)
          return unknownOutput(`${nameOf(file)} computes ${path?.join('.') ?? ''}`)
        add(text, isFolder, isFromCwd === true ? cwd : root)
      }
  if (made.length === 0) add(fallback, true, root)
  for (const folder of also ?? []) add(folder, true)
  const isSite = row.site?.isAll?.(call, ask) === true
  const site = isSite ? { site: { copies: resolvePath(root, row.site.copies ?? '?') } } : {}
  if (made.length > 0)
    return { kind: 'paths', paths: outermost(made).map((path) => ({ ...path, ...site })) }
  return fallback === undefined && row.config === undefined
    ? { kind: 'nothing' }
    : unknownOutput(`where ${task.name} writes is not known`)
}

const nameOf = (file: ConfigFile | undefined) =>
  file === undefined ? 'its configuration' : file.path.slice(file.path.lastIndexOf('/') + 1)
