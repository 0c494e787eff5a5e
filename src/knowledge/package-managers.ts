import { ownValue } from '../dockerfile/own-value.ts'
import type { PackageManagerName } from './images/base-image.ts'
import { apk } from './package-managers/apk.ts'
import { apt } from './package-managers/apt.ts'
import { dnf, microdnf, yum } from './package-managers/dnf.ts'
import type { PackageAction, PackageManager } from './package-managers/package-manager.ts'

export type { PackageAction, PackageManager } from './package-managers/package-manager.ts'

/** A call of an OS package manager. */
export interface Install {
  readonly manager: PackageManagerName
  readonly action: PackageAction
  /** The subcommand as written: 'add'. */
  readonly verb: string
  /** What an install or a remove names. */
  readonly packages: readonly NamedPackage[]
  /** `apk add --virtual NAME`: packages that are meant to be removed together. */
  readonly virtual: string | undefined
  /** As written, values of their own word included: ['-y', '-t', 'bookworm-backports']. */
  readonly flags: readonly string[]
  /** False where a word is not known (a variable): then `packages` and `flags` are not all. */
  readonly isComplete: boolean
}

export interface NamedPackage {
  /** As written: 'curl=7.88*'. */
  readonly text: string
  /** Without version and architecture; a path or URL where the package is a file. */
  readonly name: string
  readonly version: string | undefined
  /** The word's place in argv. */
  readonly index: number
}

export const packageManagers: readonly PackageManager[] = [apt, apk, dnf, microdnf, yum]

/** The row of a manager. */
export function packageManagerOf(name: PackageManagerName): PackageManager {
  switch (name) {
    case 'apt':
      return apt
    case 'apk':
      return apk
    case 'dnf':
      return dnf
    case 'microdnf':
      return microdnf
    case 'yum':
      return yum
  }
}

/**
 * Reads a call of a package manager, program included; words that are not known are undefined. Gives undefined for another
 * program, for a subcommand that is not understood, and where a word is not known: then nobody can say what it installs.
 */
export function readInstall(argv: readonly (string | undefined)[]): Install | undefined {
  const install = readPackageCommand(argv)
  return install?.isComplete === true ? install : undefined
}

/** As {@link readInstall}, but a call with unknown words is given, too, with `isComplete` false. */
export function readPackageCommand(argv: readonly (string | undefined)[]): Install | undefined {
  const program = argv[0]?.replace(/^\/(usr\/)?s?bin\//, '')
  const manager = packageManagers.find((row) => row.programs.includes(program ?? ''))
  if (manager === undefined) return undefined
  const { flags, operands, virtual } = readWords(argv, manager)
  const [subcommand, ...rest] = operands
  if (subcommand === undefined) return undefined
  const action = actionOf(manager, subcommand.text, rest)
  if (action === undefined) return undefined
  const names = isGroupInstall(subcommand.text, rest) ? groupNames(rest) : rest
  return {
    manager: manager.name,
    action,
    verb: subcommand.text,
    packages:
      action === 'install' || action === 'remove'
        ? names.map(({ text, index }) => ({ text, index, ...manager.splitVersion(text) }))
        : [],
    virtual,
    flags,
    isComplete: !argv.includes(undefined),
  }
}

/** Whether an install leaves out what packages only recommend. */
export const leavesOutRecommended = ({ flags }: Install): boolean =>
  flags.some((flag) => /^--no-install-recommends$|Install-Recommends=(0|false)/i.test(flag))

/**
 * Whether its options decide what can be installed at all, or how: `-o Acquire::Check-Valid-Until=false`, `--allow-downgrades`. How much is
 * said, asked and recommended is no such option.
 */
export const hasOwnOptions = ({ flags }: Install): boolean =>
  flags.some((flag) =>
    /^(-[ocfm]$|-o\w|--(option|config|allow|force|fix|ignore|nobest|nogpgcheck|skip|no-scripts|setopt=(?!install_weak_deps|tsflags)))/.test(
      flag,
    ),
  )

interface Operand {
  readonly text: string
  readonly index: number
}

function readWords(argv: readonly (string | undefined)[], manager: PackageManager) {
  const flags: string[] = []
  const operands: Operand[] = []
  let virtual: string | undefined
  for (let index = 1; index < argv.length; index++) {
    const word = argv[index]
    if (word === undefined) continue
    if (!word.startsWith('-') || word === '-') {
      // A variable that holds a list; no package has a blank in its name.
      const texts = word.trim().split(/\s+/)
      operands.push(...texts.map((text) => ({ text, index })))
      continue
    }
    flags.push(word)
    const [name = word, attached] = word.startsWith('--') ? splitFlag(word) : [word]
    const isVirtual = manager.virtualFlags.includes(name)
    if (isVirtual && attached !== undefined) virtual = attached
    if (attached !== undefined || !(isVirtual || manager.valueFlags.includes(name))) continue
    const value = argv[++index]
    if (value !== undefined) flags.push(value)
    if (isVirtual) virtual = value
  }
  return { flags, operands, virtual }
}

function splitFlag(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

/** `dnf group install "Development Tools"` is written with two words, too; `dnf module enable` is not understood. */
function actionOf(
  manager: PackageManager,
  subcommand: string,
  rest: readonly Operand[],
): PackageAction | undefined {
  if (isDnf(manager) && subcommand === 'group') {
    return rest[0]?.text === 'install' ? 'install' : undefined
  }
  return ownValue(manager.actions, subcommand)
}

const isDnf = (manager: PackageManager) => manager.name !== 'apt' && manager.name !== 'apk'

const isGroupInstall = (subcommand: string, rest: readonly Operand[]) =>
  subcommand === 'groupinstall' || (subcommand === 'group' && rest[0]?.text === 'install')

/** Groups as `dnf install @group` writes them. */
function groupNames(rest: readonly Operand[]): readonly Operand[] {
  return rest
    .filter(({ text }, i) => i > 0 || text !== 'install')
    .map(({ text, index }) => ({ text: text.startsWith('@') ? text : `@${text}`, index }))
}

/** The RUN that installs packages in a stage of its own and leaves no cache: names as written, versions included. */
export function writeInstall(manager: PackageManagerName, names: readonly string[]): string {
  return packageManagerOf(manager).write(names.map(quote).join(' '))
}

function quote(name: string): string {
  return /^[\w@%+=:,./~!-]+$/.test(name) ? name : `'${name}'`
}
