import type { Example } from './refusals/example.ts'
import type { Command } from '../facts/commands/command.ts'
import type { Facts } from '../facts/facts.ts'
import type { Revision } from './rewrite/edit.ts'
import type { Stays } from './installs.ts'
import type { Refusal } from './refusals/refuse.ts'
import type { Behaviour } from './behaviour.ts'
import type { FullSplit, Split } from './split.ts'
import type { Installs, Tooling } from './tooling.ts'

/** One ecosystem's knowledge: which files are its own, and how one stage becomes two. */
export interface Ecosystem extends Tooling {
  /** As people say it: 'Node.js services'. */
  readonly title: string
  /** What becomes of such a file, and by what that is known; for docs/rules.md. */
  readonly about?: string
  readonly matches: (facts: Facts) => boolean
  /**
   * A change without which the file can't be split: a start command that builds first becomes a RUN and a start command. The engine asks
   * for it where `split` refuses.
   */
  readonly prepare?: (facts: Facts) => Revision | undefined
  /** Only asked for files with one stage. */
  readonly split: (facts: Facts) => Split | Refusal
  /** What the program of the final stage does, for files that have stages already; undefined where it can't be told. */
  readonly behaviour?: (facts: Facts) => Behaviour | undefined
}

/** Whether a language's files can be split, not only its tools be told. */
export const isEcosystem = (item: Tooling): item is Ecosystem => 'split' in item

/** What a rule is given: the file as it is at that point, its own split included. */
export interface RuleContext {
  /** Of the new file so far. */
  readonly facts: Facts
  /** Of the file as the user has it. */
  readonly input: Facts
  /** Undefined for files that had stages already. */
  readonly split: FullSplit | undefined
  /** What the program of the final stage does; undefined where no ecosystem can tell. */
  readonly behaviour: Behaviour | undefined
  /** What the commands of package managers and builds do, by what the ecosystems declare. */
  readonly installs: Installs
  /** Whether a program runs tests, by what the languages' tools say of the images that are made for it. */
  readonly isTest: (command: Command) => boolean
}

/** What a rule is for, in words of its own. */
export interface RuleText {
  /** In sentences. */
  readonly why: string
  /** What may go wrong, and what is done so that it doesn't. */
  readonly risk: string
  /** Lines before and after; of the Dockerfile, or of the file that is named. */
  readonly example: Example
}

/** One improvement of any file: of those with stages, whether the author made them or a split, and of those that keep one. */
export interface Rule {
  readonly name: string
  readonly title: string
  /** For `explain`: what it is good for, and what it makes of a small file. */
  readonly about?: RuleText
  /** A matter of taste, or of where the image runs: off unless somebody asks for it. */
  readonly isOptional?: boolean
  /** Of such a rule: whether the project itself shows that it is wanted. It is then on all the same, unless it is left out or others alone are asked for. */
  readonly isWanted?: (facts: Facts) => boolean
  /** Undefined where there is nothing to do, or where it can't be shown to be right. */
  readonly apply: (context: RuleContext) => Revision | Stays | undefined
  /** Of a rule that is off: what the user has to know all the same, in a sentence. */
  readonly hint?: (context: RuleContext) => string | undefined
}
