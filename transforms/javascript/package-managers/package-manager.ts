import type { Manifest } from '../manifest.ts'

/** What a call of a package manager does. */
export type ManagerCall =
  | {
      readonly kind: 'install'
      /** Dev dependencies stay out by the call's own flags; undefined leaves it to NODE_ENV. */
      readonly isProduction: boolean | undefined
      readonly flags: readonly string[]
    }
  /** Installs packages that the call names, into the project. */
  | {
      readonly kind: 'add'
      readonly packages: readonly string[]
      readonly isProduction: boolean | undefined
    }
  | { readonly kind: 'global'; readonly packages: readonly string[] }
  | { readonly kind: 'prune'; readonly isProduction: boolean }
  /** Settings of the manager itself: `corepack enable`, `npm config set`. */
  | { readonly kind: 'setup' }
  /** Touches nothing that run time needs: `npm cache clean`, `npm -v`, `npm audit`. */
  | { readonly kind: 'cache' }
  /** Writes one package of a monorepo, with the packages that it needs, into a folder of its own. */
  | {
      readonly kind: 'deploy'
      readonly target: string
      readonly isProduction: boolean | undefined
      readonly selection: Selection | undefined
    }
  /** Makes the packages' native parts again. */
  | { readonly kind: 'rebuild' }
  | ScriptCall
  /** Runs a program of node_modules/.bin, or the manager in another folder: `yarn workspace api build`. */
  | {
      readonly kind: 'program'
      readonly argv: readonly (string | undefined)[]
      readonly selection?: Selection | undefined
    }
  /** `npx -c 'tsc && node dist'` */
  | { readonly kind: 'text'; readonly text: string }

export interface ScriptCall {
  readonly kind: 'script'
  readonly script: string
  readonly args: readonly (string | undefined)[]
  /** What a name that is no script means: a program of node_modules/.bin, the manager's own affair, nothing, or a mistake. */
  readonly otherwise: 'program' | 'itself' | 'nothing' | 'mistake'
  readonly selection?: Selection | undefined
}

/** The packages of a monorepo that a call works in. */
export type Selection =
  | { readonly kind: 'all' }
  /** The root above the folder. */
  | { readonly kind: 'root' }
  | { readonly kind: 'named'; readonly filters: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string }

/** What a manager's commands depend on. */
export interface ManagerUse {
  readonly manifest: Manifest
  /** npm's major version; undefined where it is not known. */
  readonly npm: number | undefined
  /** Flags of the author's install. */
  readonly flags: readonly string[]
  /** True where the package's own install scripts must not run again. */
  readonly hasLifecycle: boolean
  /** Where yarn's plugins stand: .yarnrc.yml. */
  readonly settings: string | undefined
}

export interface PackageManager {
  readonly name: 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun'
  readonly program: string
  /** The first is the one that it writes. */
  readonly lockFiles: readonly string[]
  /** Files beside package.json that an install reads. */
  readonly settings: readonly string[]
  /** Whether NODE_ENV=production leaves the dev dependencies out. */
  readonly readsNodeEnv: boolean
  readonly grammar: Grammar
  /** `words` are the arguments without flags. */
  readonly read: (words: readonly (string | undefined)[], call: Words) => ManagerCall | undefined
  /** What makes the author's install one without dev dependencies; undefined where no flag does. */
  readonly productionFlag: (use: ManagerUse) => string | undefined
  /** Removes the dev dependencies after a build; undefined where it can't be done safely. */
  readonly prune: (use: ManagerUse) => string | undefined
  readonly source: string
}

/** How a manager's arguments are sorted. */
export interface Grammar {
  /** Flags that name the folder to work in. */
  readonly folder: readonly string[]
  /** Flags that name packages of a monorepo, and those that mean all of them, or the root. */
  readonly named: readonly string[]
  readonly all: readonly string[]
  readonly root: readonly string[]
  /** Flags that take the next word. */
  readonly withValue: ReadonlySet<string>
  /** Whether what stands behind these words belongs to the program that they name, flags included. */
  readonly isComplete: (words: readonly (string | undefined)[]) => boolean
}

/** A call's arguments, sorted. */
export interface Words {
  readonly words: readonly (string | undefined)[]
  readonly flags: readonly string[]
  /** `--prefix client`, `--cwd client`, `-C client`. */
  readonly folder: string | undefined
  readonly selection: Selection | undefined
  /** What stands behind `--`, or behind the name of a script. */
  readonly rest: readonly (string | undefined)[]
}

/** Flags of every manager that take a value. */
export const commonValues =
  '--registry --loglevel --omit --include --only --also --cache --network-timeout --fetch-retries --network-concurrency --mutex --modules-folder --cache-folder --store-dir --reporter --userconfig --before --depth --tag --max-old-space-size --location --install-strategy --script-shell'

/** Sorts the words behind a manager's name; a flag that takes a value is one flag: `--omit dev` => `--omit=dev`. */
export function readWords(args: readonly (string | undefined)[], grammar: Grammar): Words {
  const words: (string | undefined)[] = []
  const flags: string[] = []
  const filters: string[] = []
  let folder: string | undefined
  let selection: Selection | undefined
  let at = 0
  for (; at < args.length; at++) {
    const word = args[at]
    if (word === '--' || grammar.isComplete(words)) break
    if (word === undefined || !word.startsWith('-')) {
      words.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    const isNamed = grammar.named.includes(name)
    const isFolder = grammar.folder.includes(name)
    const takesValue =
      equals < 0 &&
      (isNamed || isFolder || grammar.withValue.has(name)) &&
      args[at + 1]?.startsWith('-') === false
    const value = takesValue ? args[++at] : equals < 0 ? undefined : word.slice(equals + 1)
    if (isFolder) folder = value
    else flags.push(value === undefined ? word : `${name}=${value}`)
    if (isNamed && value !== undefined) filters.push(value)
    if (grammar.all.includes(name) && value !== 'false') selection = { kind: 'all' }
    if (grammar.root.includes(name)) selection = { kind: 'root' }
  }
  if (filters.length > 0) selection = { kind: 'named', filters }
  const rest = args.slice(args[at] === '--' ? at + 1 : at)
  return { words, flags, folder, selection, rest }
}

/** The first of some flags that is there; undefined where none is. */
export function flagged(flags: readonly string[], yes: RegExp, no: RegExp): boolean | undefined {
  const last = flags.findLast((flag) => yes.test(flag) || no.test(flag))
  return last === undefined ? undefined : yes.test(last)
}

/** The script that the words behind `run` name, and what it is handed; undefined where they name none. */
export function scriptOf(
  [script, ...words]: readonly (string | undefined)[],
  { rest }: Pick<Words, 'rest'>,
  otherwise: ScriptCall['otherwise'],
  selection?: Selection,
): ScriptCall | undefined {
  if (script === undefined) return undefined
  const own = selection === undefined ? {} : { selection }
  return { kind: 'script', script, args: [...words, ...rest], otherwise, ...own }
}

export const named = (words: readonly (string | undefined)[]) =>
  words.flatMap((word) => (word === undefined ? [] : [word]))
