import { asPattern, hasWord } from '../dockerfile/patterns/as-pattern.ts'
import { assignmentsOf } from '../dockerfile/words/variables.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import type { RunCommand } from '../facts/commands/command.ts'
import type { Copy } from '../facts/stages/copy.ts'
import type { Facts } from '../facts/facts.ts'
import { baseName } from '../facts/image-path.ts'
import { sourceMentions } from '../facts/source-mentions.ts'
import { isCredentialsFile, isFetchCredential } from '../knowledge/credentials.ts'
import { assuming } from './change.ts'
import type { FullSplit } from './split.ts'

/**
 * What packages are fetched with stays behind in the builder, whatever the ecosystem makes of other lines: an ENV is repeated in the runtime stage as a
 * rule, because the program may read it, and a file that a RUN leaves is copied. Where a source of the project names it, or a program that would read it
 * is started, it is the program's own, and stays where the author has it.
 */
export function withoutCredentials(split: FullSplit, facts: Facts): FullSplit {
  const mentions = sourceMentions(facts.project)
  const isNamed = (name: string) => mentions(new RegExp(`(?<![\\w])${asPattern(name)}(?!\\w)`))
  const isForBuild = (path: string) =>
    isOfBuild(baseName(path), split, facts) && !isNamed(baseName(path))
  const copies = facts.final.copies.filter((copy) => credentialsOf(copy).some(isForBuild))
  const writers = facts.final.commands.filter((command) => writtenBy(command).some(isForBuild))
  const paths = new Set(writers.flatMap(writtenBy).map((path) => baseName(path)))
  const names = tokensOf(facts).filter((name) => !isNamed(name))
  const own = [...names, ...copies.flatMap(credentialsOf)]
  const placed: FullSplit = {
    ...split,
    placeCopy: (copy) => (copies.includes(copy) ? 'build' : split.placeCopy(copy)),
    placeCommand: (command) =>
      writers.includes(command) || protects(command, paths) ? 'build' : split.placeCommand(command),
    artifacts: split.artifacts.filter(({ path }) => !paths.has(baseName(path))),
    buildOnlyEnv: [...split.buildOnlyEnv, ...names],
    contract: [...split.contract, ...names.map((name) => `Env.${name}`)],
  }
  return own.length === 0 ? placed : { ...placed, change: withAssumption(split.change, own) }
}

function withAssumption(change: FullSplit['change'], own: readonly string[]): FullSplit['change'] {
  const [verb, object] = own.length === 1 ? ['is', 'it'] : ['are', 'them']
  const assumption = `${own.join(', ')} ${verb} for the build alone: no source of the project names ${object}.`
  return assuming(change, assumption)
}

/** ENVs above a RUN that open a registry, and that no other line but RUNs and ARGs uses. */
function tokensOf({ final }: Facts): readonly string[] {
  const { instructions } = final.stage
  const lastRun = instructions.findLastIndex(({ keyword }) => keyword === 'RUN')
  const isUsed = (name: string, own: Instruction) =>
    instructions.some(
      (other) => other !== own && !/^(RUN|ARG)$/.test(other.keyword) && hasWord(other.text, name),
    )
  return instructions
    .slice(0, Math.max(0, lastRun))
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap((instruction) =>
      assignmentsOf(instruction).flatMap(({ name }) =>
        isFetchCredential(name) && !isUsed(name, instruction) ? [name] : [],
      ),
    )
}

/** The files of a COPY of nothing else. */
function credentialsOf({ sources, from }: Copy): readonly string[] {
  return from === undefined && sources.every((source) => isCredentialsFile(baseName(source)))
    ? sources
    : []
}

/** `echo "//registry/:_authToken=$NPM_TOKEN" > ~/.npmrc`; an .npmrc with settings alone may be for run time. */
function writtenBy(command: RunCommand): readonly string[] {
  const { redirects, source, name, step } = command
  const targets = redirects.flatMap(({ operator, target }, i) =>
    operator.includes('>') ? (target ?? source?.redirects[i]?.target.raw ?? []) : [],
  )
  const all = name === 'tee' ? [...targets, ...wordsOf(command)] : targets
  const isToken = /auth|token|password/i.test(step.instruction.text)
  return isToken ? all.filter((path) => isCredentialsFile(baseName(path))) : []
}

/** `chmod 600 ~/.netrc` */
const protects = (command: RunCommand, files: ReadonlySet<string>) =>
  command.name === 'chmod' && files.has(baseName(wordsOf(command).at(-1) ?? ''))

/** The words of a command; as written where the shell alone knows what they are, as `~`. */
const wordsOf = ({ argv, source }: RunCommand): readonly string[] =>
  argv.flatMap((word, i) => word ?? source?.words[i]?.raw ?? [])

const startsSsh = new Set(['ssh', 'scp', 'sftp', 'rsync', 'git', 'autossh'])

/** Composer's auth.json lies beside its manifest or in its home; keys are for those who start ssh. */
function isOfBuild(name: string, { behaviour }: FullSplit, { start, project }: Facts): boolean {
  if (name === 'auth.json') return project.isFile('composer.json')
  if (!name.startsWith('id_')) return true
  const started = [...behaviour.programs, ...(start?.processes ?? [])]
  return started.every((program) => !startsSsh.has(baseName(program.name ?? '')))
}
