import {
  asPattern,
  baseName,
  isAtLeast,
  type Facts,
  type Installs,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import { isFetching, managersOfNpm, programOf } from './fetching.ts'
import { mentions } from './occurrences.ts'

/** Programs that look up variables of these names by themselves; the name, or how it begins. */
const ownVariables: readonly (readonly [string, readonly string[]])[] = [
  // https://getcomposer.org/doc/03-cli.md#composer-auth
  ['COMPOSER_AUTH', ['composer']],
  // https://yarnpkg.com/configuration/yarnrc: every setting has a variable
  ['YARN_', ['yarn', 'yarnpkg']],
  ['NPM_CONFIG_', ['npm', 'npx', 'pnpm', 'yarn']],
  ['npm_config_', ['npm', 'npx', 'pnpm', 'yarn']],
  // https://pip.pypa.io/en/stable/topics/configuration/#environment-variables
  ['PIP_', ['pip', 'pipenv']],
  ['UV_', ['uv']],
  ['POETRY_', ['poetry']],
  ['BUNDLE_', ['bundle']],
  ['CARGO_', ['cargo']],
  ['NUGET_', ['dotnet', 'nuget']],
  ['VSS_NUGET_', ['dotnet', 'nuget']],
  // https://cli.github.com/manual/gh_help_environment
  ['GH_TOKEN', ['gh']],
  ['GITHUB_TOKEN', ['gh', 'goreleaser']],
]

/** Settings of the managers of JavaScript's packages, in which `${NAME}` stands for a variable. */
const settingsFiles: ReadonlySet<string> = new Set(
  '.npmrc .yarnrc.yml .yarnrc bunfig.toml'.split(' '),
)

/** A file of the project whose settings name a variable: `//registry.npmjs.org/:_authToken=${NPM_TOKEN}`. */
export function settingsNaming({ project }: Facts, name: string): string | undefined {
  return project
    .files()
    .filter((path) => settingsFiles.has(baseName(path)))
    .find((path) => mentions(project.read(path) ?? '', name))
}

/** Who reads a variable that a command's words do not name. */
export interface VariableReaders {
  readonly reads: (command: RunCommand, stage: StageFacts) => boolean
  /** No line of the project says who reads it: whatever fetches may. */
  readonly isGuess: boolean
}

/** `isInSettings`: settings that a RUN writes name it. */
export function readersOf(
  name: string,
  isInSettings: boolean,
  facts: Facts,
  installs: Installs,
): VariableReaders {
  const own = ownVariables.flatMap(([start, programs]) =>
    name === start || (/_$/.test(start) && name.startsWith(start)) ? programs : [],
  )
  const isNamed = isInSettings || settingsNaming(facts, name) !== undefined
  const reads = (command: RunCommand, stage: StageFacts) => {
    const program = programOf(command)
    if (own.includes(program)) return isFetching(command, installs, stage) || program === 'gh'
    if (isNamed && managersOfNpm.has(program))
      return isFetching(command, installs, stage) || failsWithout(program, command, stage)
    // https://docs.sentry.io/cli/configuration/: the plugins of bundlers upload source maps
    return /^SENTRY_/.test(name) && installs.isBuild(command)
  }
  const all = facts.stages.flatMap((stage) =>
    stage.commands.filter(({ step }) => step.isSet(name)).map((command) => ({ stage, command })),
  )
  if (isNamed || all.some(({ stage, command }) => reads(command, stage)))
    return { reads, isGuess: false }
  if (/^SENTRY_/.test(name)) return { reads: () => false, isGuess: false }
  return {
    reads: (command, stage) =>
      isFetching(command, installs, stage) && !/^(curl|wget)$/.test(programOf(command)),
    isGuess: true,
  }
}

/** Yarn, and npm before its seventh version, start nothing where a variable that their settings name is not set. */
function failsWithout(program: string, { args }: RunCommand, { base }: StageFacts): boolean {
  if (args.length === 1 && /^(--version|-v)$/.test(args[0] ?? '')) return false
  if (/^yarn(pkg)?$/.test(program)) return true
  return program === 'npm' && base.family === 'node' && !isAtLeast(base.version, '16')
}

/** Whether a source of the project names a variable. */
export const namingOf = (name: string): RegExp => new RegExp(`(?<!\\w)${asPattern(name)}(?!\\w)`)
