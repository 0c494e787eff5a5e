import type { Option } from '../../javascript/config/value.ts'
import type { Fallback, HashedNames } from '../tool.ts'
import type { ToolCall } from './call.ts'
import type { ProxyReading } from './proxies/read-proxies.ts'
import type { Hindrance } from './tool-server.ts'

/** What a tool's configuration says of an option, by its path of keys. */
export type Ask = (...keys: readonly string[]) => Option

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
  readonly proxies?: (call: ToolCall, ask: Ask) => ProxyReading
  readonly hindrances?: (call: ToolCall, ask: Ask) => readonly (Hindrance | undefined)[]
}

/** A tool that has one folder for its site, and says everything in one configuration file. */
export interface ToolRow {
  readonly name: string
  readonly title: string
  readonly programs: readonly string[]
  /** The first words that build; '' for none. */
  readonly buildWords: readonly string[]
  /** Flags with a value, beside those that the row names: what follows them is no word. */
  readonly valueFlags?: readonly string[]
  /** True where a word names the folder of the site's sources: `vitepress build docs`. */
  readonly takesRoot?: boolean
  readonly config?: readonly string[]
  readonly configFlags?: readonly string[]
  readonly output: {
    readonly flags: readonly string[]
    readonly keys?: readonly string[]
    /** Relative to the sources' folder. */
    readonly fallback: string
    /** What the option is relative to: the folder that it runs in, not that of the sources. */
    readonly isFromCwd?: boolean
  }
  /** Where the site starts: a path or a URL; false where that is computed. */
  readonly base?: (call: ToolCall, ask: Ask) => string | undefined | false
  readonly hashed?: (call: ToolCall, ask: Ask) => HashedNames | undefined
  readonly notFoundPage?: string
  /** Why it builds no site of files; undefined where it does. */
  readonly refuses?: (call: ToolCall, ask: Ask) => string | undefined
  readonly dev?: ServerWords
  readonly preview?: ServerWords
  readonly variables: readonly string[]
  readonly source: string
}
