import { resolvePath } from '../../../src/transform.ts'
import { optionsOf, type Ask, type ConfigFile } from '../config/options.ts'
import { flagOf, readConfigAt, readToolConfig, wordsOf, type ToolCall } from './call.ts'
import type { ToolRow } from './tool-row.ts'

/** A call of a row's tool: the folder of the sources, and what the configuration there says. */
export interface Place {
  readonly call: ToolCall
  readonly file: ConfigFile | undefined
  readonly ask: Ask
  readonly root: string
}

/** Flags that take the next word. */
export const flagsOf = (row: ToolRow) => [
  ...(row.valueFlags ?? []),
  ...(row.output.flags ?? []),
  ...(row.output.fileFlags ?? []),
  ...(row.configFlags ?? []),
  ...(row.dev?.portFlags ?? []),
  ...(row.preview?.portFlags ?? []),
  '--host',
  '-H',
]

export function placeOf(row: ToolRow, call: ToolCall): Place {
  const { cwd, task } = call
  const words = wordsOf(task, flagsOf(row))
  const named = row.takesRoot === true ? words[1] : undefined
  const root = (named === undefined ? undefined : resolvePath(cwd, named)) ?? cwd
  const flag = flagOf(call, row.configFlags ?? [])
  const at = flag === undefined ? undefined : resolvePath(cwd, flag)
  const file =
    at === undefined ? readToolConfig(call, root, row.config ?? []) : readConfigAt(call, at)
  return { call, root, file, ask: optionsOf(file) }
}
