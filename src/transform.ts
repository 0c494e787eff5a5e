// All that a transform's author imports. A transform is a value: it never sees offsets, prompts, dry runs or diffs.
import type { Facts } from './facts/facts.ts'
import type { Revision } from './plan/edit.ts'
import type { Behaviour, Refusal, Split } from './plan/split.ts'

export type { Command, RunCommand } from './facts/command.ts'
export { commandsOfScript } from './facts/command.ts'
export { copiesInto } from './facts/carried-copies.ts'
export {
  contextPathOf,
  imagePathOf,
  isBroughtBy,
  type CopiedPath,
  type Copy,
} from './facts/copy.ts'
export { factsOfStage, factsOfText, type Facts } from './facts/facts.ts'
export { baseName, folderOf, isWithin, pathFrom, resolvePath } from './facts/image-path.ts'
export { isRoot } from './facts/root-user.ts'
export { lineOfScript, scriptsOf } from './facts/package-script.ts'
export { findStage, type StageFacts } from './facts/stage-facts.ts'
export type { OverrideCommand } from './facts/override-commands.ts'
export type { Process, StartCommand } from './facts/start-command.ts'
export type { Lookup, Step } from './facts/step.ts'
export { asPattern } from './dockerfile/as-pattern.ts'
export { ownValue } from './dockerfile/own-value.ts'
export { isIgnored, parseIgnoreFile } from './dockerfile/ignore-file.ts'
export { splice } from './dockerfile/splice.ts'
export { assignmentsOf, expandWord, variablesIn } from './dockerfile/variables.ts'
export { dropLinks, parseRun, parseScript } from './dockerfile/shell.ts'
export type { Dockerfile, Instruction, Stage } from './dockerfile/instruction.ts'
export type { ShellCommand, ShellLink, ShellScript, ShellWord } from './dockerfile/shell-script.ts'
export type { BaseImage } from './knowledge/base-image.ts'
export { describeBaseImage } from './knowledge/describe-base-image.ts'
export { goRuntimeBases, leanerBase } from './knowledge/leaner-base.ts'
export { placeOfPackage, runtimeCounterparts } from './knowledge/os-packages.ts'
export {
  packageManagerOf,
  readInstall,
  readPackageCommand,
  writeInstall,
  type Install,
} from './knowledge/package-managers.ts'
export { bringsProgramsOf, packageOfProgram } from './knowledge/programs.ts'
export { trustsServers } from './knowledge/programs/trusts-servers.ts'
export type { Change, Evidence, OtherFile } from './plan/change.ts'
export type { Edit, Revision } from './plan/edit.ts'
export { nothingToLeave } from './plan/nothing-to-leave.ts'
export type { Effect } from './plan/effect.ts'
export { effectsOf } from './plan/effects.ts'
export {
  leave,
  refuse,
  type Artifact,
  type Behaviour,
  type Placement,
  type Refusal,
  type Rewrite,
  type RuntimeBase,
  type RuntimePackage,
  type SideStage,
  type Split,
} from './plan/split.ts'
export { compareDockerfiles } from './project/neighbours.ts'
export type { Project, Usage } from './project/project.ts'

/** One ecosystem's knowledge: which files are its own, and how one stage becomes two. */
export interface Ecosystem {
  /** As in reports: 'node'. */
  readonly name: string
  /** As people say it: 'Node.js services'. */
  readonly title: string
  readonly matches: (facts: Facts) => boolean
  /**
   * What the file should say before it is split, where that is needed to split it at all: a start command that builds first becomes a
   * RUN and a start command. The engine asks for it where `split` refuses.
   */
  readonly prepare?: (facts: Facts) => Revision | undefined
  /** Only asked for files with one stage. */
  readonly split: (facts: Facts) => Split | Refusal
  /** What the program of the final stage does, for files that have stages already; undefined where it can't be told. */
  readonly behaviour?: (facts: Facts) => Behaviour | undefined
}

/** What a rule is given: the file as it is at that point, its own split included. */
export interface RuleContext {
  /** Of the new file so far. */
  readonly facts: Facts
  /** Of the file as the user has it. */
  readonly input: Facts
  /** Undefined for files that had stages already. */
  readonly split: Split | undefined
  /** What the program of the final stage does; undefined where no ecosystem can tell. */
  readonly behaviour: Behaviour | undefined
}

/** One improvement that works on any file with stages, the ones that were there before included. */
export interface Rule {
  readonly name: string
  readonly title: string
  /** True for one that also works on files that keep their one stage, because a second would leave nothing behind. */
  readonly suitsOneStage?: boolean
  /** Undefined where there is nothing to do, or where it can't be shown to be right. */
  readonly apply: (context: RuleContext) => Revision | Stays | undefined
}

/** Something that a rule would improve elsewhere, and leaves here. */
export interface Stays {
  /** Why, as a whole sentence; the user reads it where nothing else changes. */
  readonly stays: string
}
