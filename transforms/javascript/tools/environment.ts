import { resolvePath } from '../../../src/transform.ts'
import { readFile, type StageView } from '../stage-view.ts'

/** What a tool does with its environment before it reads its configuration. */
export interface Habits {
  /** Flags that name the mode: `--mode staging`. */
  readonly modeFlags?: readonly string[]
  /** NODE_ENV stays as it was found; most tools set it to the mode where nobody did. */
  readonly leavesNodeEnv?: boolean
  /** Variables of .env files are in process.env. */
  readonly loadsEnvFiles?: boolean
}

/** A variable that a tool sees. */
export interface Variable {
  /** Undefined where it is set, and its value is not known: an ARG without a default. */
  readonly value: string | undefined
  /** The image's ENV, an ARG or the command itself; or a .env file of the project, absolute in the image. */
  readonly from: 'process' | { readonly file: string }
}

export type Environment = ReadonlyMap<string, Variable>

/**
 * The variables of a tool that reads .env files: the process's own first, then the files of its mode, then those of all modes.
 * https://vite.dev/guide/env-and-mode#env-files, https://cli.vuejs.org/guide/mode-and-env.html,
 * https://create-react-app.dev/docs/adding-custom-environment-variables/#what-other-env-files-can-be-used
 */
export function environmentOf(
  cwd: string,
  view: StageView,
  mode: string,
  assignments: ReadonlyMap<string, string | undefined> = new Map(),
  nodeEnv?: string,
): Environment {
  const variables = new Map<string, Variable>()
  for (const name of ['.env', '.env.local', `.env.${mode}`, `.env.${mode}.local`]) {
    const file = resolvePath(cwd, name) ?? name
    for (const [key, value] of readEnvFile(readFile(view, file) ?? ''))
      variables.set(key, { value, from: { file } })
  }
  for (const [key, value] of [...view.variables, ...assignments])
    variables.set(key, { value, from: 'process' })
  if (nodeEnv !== undefined && !variables.has('NODE_ENV'))
    variables.set('NODE_ENV', { value: nodeEnv, from: 'process' })
  return variables
}

/** `NAME=value` lines, quotes taken off. https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow */
export function readEnvFile(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined) continue
    const quoted = /^(["'`])(.*?)\1/.exec(raw)?.[2]
    variables.set(name, quoted ?? raw.replace(/\s+#.*$/, ''))
  }
  return variables
}

/**
 * A public variable that only the development server's .env files set, or set to something else: a build would not have it.
 * `prefixes` tell which variables reach the browser.
 */
export function developmentOnly(
  cwd: string,
  view: StageView,
  prefixes: readonly string[],
): { readonly name: string; readonly file: string } | undefined {
  const production = environmentOf(cwd, view, 'production')
  for (const [name, variable] of environmentOf(cwd, view, 'development')) {
    if (variable.from === 'process' || !prefixes.some((prefix) => name.startsWith(prefix))) continue
    if (production.get(name)?.value !== variable.value) return { name, file: variable.from.file }
  }
  return undefined
}
