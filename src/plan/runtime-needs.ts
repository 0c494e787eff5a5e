import { expandWord } from '../dockerfile/variables.ts'
import type { Command, RunCommand } from '../facts/command.ts'
import type { Facts } from '../facts/facts.ts'
import { baseName } from '../facts/image-path.ts'
import { globalArguments } from '../facts/step.ts'
import type { BaseImage } from '../knowledge/base-image.ts'
import { describeBaseImage } from '../knowledge/describe-base-image.ts'
import { readInstall, writeInstall } from '../knowledge/package-managers.ts'
import { packageOfProgram } from '../knowledge/programs.ts'
import type { Evidence } from './change.ts'
import type { RuntimeBase, Split } from './split.ts'

/** A program that must be found in the runtime stage. */
export interface Need {
  readonly program: string
  readonly evidence: Evidence
}

/** Whether an image can be the runtime stage's base. */
export type Fit =
  | {
      readonly fits: true
      readonly setup: readonly string[]
      readonly evidence: readonly Evidence[]
    }
  | { readonly fits: false; readonly why: string; readonly evidence: Evidence | undefined }

const builtins = new Set(
  '. : [ alias bg break cd command continue eval exec exit export false fg getopts hash jobs kill local printf echo pwd read readonly return set shift source test times trap true type ulimit umask unalias unset wait'.split(
    ' ',
  ),
)

/** Programs that run when the container starts or is checked, and while the runtime stage is built. */
export function needsOf(
  facts: Facts,
  split: Split,
  runtimeCommands: readonly RunCommand[],
): readonly Need[] {
  const needs: Need[] = []
  const add = (command: Command, evidence: Evidence) => {
    const program = command.name?.replace(/^\/(usr\/)?s?bin\//, '')
    if (program !== undefined && !program.includes('/') && !builtins.has(program))
      needs.push({ program, evidence })
  }
  for (const process of [...(facts.start?.processes ?? []), ...(facts.health?.processes ?? [])]) {
    const evidence = process.via.at(-1)
    if (evidence !== undefined) add(process, evidence)
  }
  for (const { name, evidence } of split.behaviour.programs) needs.push({ program: name, evidence })
  for (const command of runtimeCommands)
    add(command, lineOf(command.step.instruction.line, command.step.instruction.text))
  return needs.filter((need, i) => needs.findIndex((other) => other.program === need.program) === i)
}

/** True where a shell of the image is called at run time or while the runtime stage is built. */
export function needsShell(facts: Facts, runtimeCommands: readonly RunCommand[]): boolean {
  return (
    (facts.start?.needsShell ?? false) ||
    runtimeCommands.length > 0 ||
    (facts.health?.needsShell ?? false)
  )
}

/** Tries an image: what is missing and can be installed by the author's package manager becomes setup. */
export function tryBase(
  facts: Facts,
  split: Split,
  candidate: RuntimeBase,
  needs: readonly Need[],
  runtimeCommands: readonly RunCommand[],
  runtimeInstalls: readonly string[],
): Fit {
  const globals = globalArguments(facts.dockerfile)
  const base = describeBaseImage(
    expandWord(candidate.image, (name) => globals.get(name), facts.dockerfile.escape) ??
      candidate.image,
  )
  const own = facts.final.base
  const isSame = candidate.image === facts.final.stage.base
  if (needsShell(facts, runtimeCommands) && base.hasShell === false)
    return { fits: false, why: `${candidate.image} has no shell`, evidence: undefined }
  if (
    !isSame &&
    runtimeInstalls.length > 0 &&
    (base.packageManager !== own.packageManager || base.distribution !== own.distribution)
  )
    return {
      fits: false,
      why: `${candidate.image} has another package manager`,
      evidence: undefined,
    }
  const packages = new Map((candidate.packages ?? []).map(({ name, evidence }) => [name, evidence]))
  for (const need of needs) {
    if (isProvided(need.program, base, isSame, split, runtimeInstalls, own)) continue
    const name =
      base.packageManager === undefined
        ? undefined
        : packageOfProgram(base.packageManager, need.program)
    if (name === undefined)
      return {
        fits: false,
        why: `${candidate.image} lacks ${need.program}`,
        evidence: need.evidence,
      }
    packages.set(name, need.evidence)
  }
  const manager = base.packageManager
  const setup =
    packages.size === 0 || manager === undefined
      ? []
      : [writeInstall(manager, [...packages.keys()])]
  return { fits: true, setup, evidence: [...packages.values()] }
}

function isProvided(
  program: string,
  base: BaseImage,
  isSame: boolean,
  split: Split,
  installs: readonly string[],
  own: BaseImage,
): boolean {
  const provided = split.providesProgram(program)
  if (provided !== undefined) return provided
  if (base.hasProgram(program) === true) return true
  const isArtifact = split.artifacts.some(
    ({ path, target = path, isFolder }) =>
      !isFolder && baseName(target) === program && /\/s?bin\//.test(target),
  )
  const manager = base.packageManager
  const wanted = manager === undefined ? undefined : packageOfProgram(manager, program)
  if (
    isArtifact ||
    installs.includes(program) ||
    (wanted !== undefined && installs.includes(wanted))
  )
    return true
  return isSame && own.hasProgram(program) !== false
}

/** The packages that the runtime stage's RUNs install. */
export function installsOf(commands: readonly Command[]): readonly string[] {
  return commands.flatMap((command) => {
    const install = readInstall(command.argv)
    return install?.action === 'install' ? install.packages.map((item) => item.name) : []
  })
}

const lineOf = (line: number, text: string): Evidence => ({
  path: 'Dockerfile',
  line,
  text: text.trim(),
})
