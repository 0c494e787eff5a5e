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
  /** Makes the packages' native parts again. */
  | { readonly kind: 'rebuild' }
  | {
      readonly kind: 'script'
      readonly script: string
      readonly args: readonly (string | undefined)[]
    }
  /** Runs a program of node_modules/.bin. */
  | { readonly kind: 'program'; readonly argv: readonly (string | undefined)[] }

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
  /** `words` are the arguments without flags. */
  readonly read: (words: readonly (string | undefined)[], call: Words) => ManagerCall | undefined
  /** What makes the author's install one without dev dependencies; undefined where no flag does. */
  readonly productionFlag: (use: ManagerUse) => string | undefined
  /** Removes the dev dependencies after a build; undefined where it can't be done safely. */
  readonly prune: (use: ManagerUse) => string | undefined
  readonly source: string
}

/** A call's arguments, sorted. */
export interface Words {
  readonly words: readonly (string | undefined)[]
  readonly flags: readonly string[]
  /** `--prefix client`, `--cwd client`, `-C client`. */
  readonly folder: string | undefined
  /** What stands behind `--`, or behind the name of a script. */
  readonly rest: readonly (string | undefined)[]
}

const folderFlags = new Set(['--prefix', '--cwd', '-C', '--dir'])
const valueFlags = new Set(
  '--registry --loglevel --omit --include --only --also --cache --network-timeout --fetch-retries --network-concurrency --mutex --modules-folder --cache-folder --filter -F --workspace -w --store-dir --reporter --userconfig --before --depth --tag --max-old-space-size'.split(
    ' ',
  ),
)

/** Sorts the words behind a manager's name; a flag that takes a value is one flag: `--omit dev` => `--omit=dev`. */
export function readWords(args: readonly (string | undefined)[]): Words {
  const words: (string | undefined)[] = []
  const flags: string[] = []
  let folder: string | undefined
  for (let i = 0; i < args.length; i++) {
    const word = args[i]
    if (word === '--') return { words, flags, folder, rest: args.slice(i + 1) }
    if (word === undefined || !word.startsWith('-')) {
      words.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    // pnpm's -w has no value.
    const takesValue =
      (valueFlags.has(name) || folderFlags.has(name)) &&
      equals < 0 &&
      args[i + 1]?.startsWith('-') === false
    const value = takesValue ? args[++i] : equals < 0 ? undefined : word.slice(equals + 1)
    if (folderFlags.has(name)) folder = value
    else flags.push(value === undefined ? word : `${name}=${value}`)
  }
  return { words, flags, folder, rest: [] }
}

/** The first of some flags that is there; undefined where none is. */
export function flagged(flags: readonly string[], yes: RegExp, no: RegExp): boolean | undefined {
  const last = flags.findLast((flag) => yes.test(flag) || no.test(flag))
  return last === undefined ? undefined : yes.test(last)
}

export const named = (words: readonly (string | undefined)[]) =>
  words.flatMap((word) => (word === undefined ? [] : [word]))
