import type { Ask } from '../config/options.ts'
import type { ToolCall } from './call.ts'
import type { ProxyReading } from './proxies/read-proxies.ts'
import type { Fallback, HashedNames, Tool } from './tool.ts'
import type { Hindrance } from './tool-server.ts'

/** A server of a tool: the first words that start it, '' for none. */
export interface ServerWords {
  readonly words: readonly string[]
  readonly portFlags: readonly string[]
  /** 'PORT', where it is read, and whether it goes before the configuration. */
  readonly variable?: string
  readonly portKeys?: readonly string[]
  readonly port: number | ((call: ToolCall) => number)
  readonly tlsFlags?: readonly string[]
  readonly tlsKeys?: readonly string[]
  /** 'page': the application's own router has every path. */
  readonly fallback: Fallback | 'page' | 'page-but-files'
  readonly cleanUrls?: boolean
  readonly headerKeys?: readonly string[]
  readonly proxies?: (call: ToolCall, ask: Ask) => ProxyReading
  readonly hindrances?: (call: ToolCall, ask: Ask) => readonly (Hindrance | undefined)[]
}

/** Where a build goes. */
export interface OutputRow {
  /** Flags that name a folder, and those that name a file. */
  readonly flags?: readonly string[]
  readonly fileFlags?: readonly string[]
  /** Options of the configuration that do. */
  readonly keys?: readonly string[]
  readonly fileKeys?: readonly string[]
  /** Where it goes when nothing is said, relative to the sources' folder; undefined: nowhere but where flags say. */
  readonly fallback?: string
  /** What a flag or an option is relative to: the folder that it runs in, not that of the sources. */
  readonly isFromCwd?: boolean
  /** Folders that it fills in any case. */
  readonly also?: readonly string[]
  /** The tree of the sources is mirrored into the folder. */
  readonly mirrors?: boolean
}

/** The site that a build makes of files. */
export interface SiteRow {
  /** Where it starts: a path or a URL; false where that is computed. */
  readonly base?: (call: ToolCall, ask: Ask) => string | undefined | false
  readonly hashed?: (call: ToolCall, ask: Ask) => HashedNames | undefined
  readonly notFoundPage?: string
  /** Why it is no site of files; undefined where it is. */
  readonly refuses?: (call: ToolCall, ask: Ask) => string | undefined
  /** True where the build makes pages alone, and no program for a server. */
  readonly isAll?: (call: ToolCall, ask: Ask) => boolean
  /** The folder whose files come into it as they are. */
  readonly copies?: string
}

/** A tool that says where it writes by flags and one configuration file. */
export interface ToolRow extends Omit<
  Tool,
  'site' | 'devServer' | 'preview' | 'publicVariables' | 'buildFailsOn'
> {
  /** The first words that build, '' for none; undefined: whatever the words. */
  readonly buildWords?: readonly string[]
  /** Flags with a value, beside those that the row names: what follows them is no word. */
  readonly valueFlags?: readonly string[]
  /** True where a word names the folder of the site's sources: `vitepress build docs`. */
  readonly takesRoot?: boolean
  /** Its configuration file, without ending. */
  readonly config?: readonly string[]
  readonly configFlags?: readonly string[]
  readonly output: OutputRow
  readonly site?: SiteRow
  readonly dev?: ServerWords
  readonly preview?: ServerWords
  readonly variables?: readonly string[]
  readonly buildFailsOn?: (call: ToolCall, ask: Ask) => string | undefined
}
