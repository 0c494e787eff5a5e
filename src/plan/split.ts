import type { RunCommand } from '../facts/commands/command.ts'
import type { Copy } from '../facts/stages/copy.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import type { Evidence } from '../facts/evidence.ts'
import type { BaseImage } from '../knowledge/images/base-image.ts'
import type { Behaviour } from './behaviour.ts'
import type { Change, OtherFile } from './change.ts'

/** Which stage an instruction or a command belongs to. */
export type Placement = 'build' | 'run' | 'both'

/** A path that the runtime stage takes from the builder stage. */
export interface Artifact {
  /** Absolute path in the builder stage. */
  readonly path: string
  /** Where it goes; the same path unless said. */
  readonly target?: string
  readonly isFolder: boolean
  /** The runtime image has this folder already; the artifact's files are added to it, so the COPY ends in a slash. */
  readonly isMerged?: boolean
  /** 'user:group' for `--chown`. */
  readonly owner?: string
  /** The instruction that made it; the COPY stands in its place. */
  readonly after: Instruction
  /** The COPY stands above it: the runtime stage keeps a part of it that works on the artifact (`make && chown web server`), or it copies what changes more often. */
  readonly isFirst?: boolean
  /** That instruction makes its owner, so the COPY stands below it, whatever else it does. */
  readonly isLast?: boolean
  readonly evidence: readonly Evidence[]
  /** The name of the side stage that it is copied from; the builder unless given. */
  readonly from?: string
  /** Not here, and it may be there where the image is built. False unless given. */
  readonly isAbsent?: boolean
  /** More of its folder that the same line copies where it is there, in the builder's paths; a file's own pattern stands for its name. */
  readonly patterns?: readonly string[]
}

/** A builder stage beside the first, for what another tool chain makes: the Node assets of a PHP application, as 'assets'. */
export interface SideStage {
  readonly name: string
  readonly image: string
  /** Its WORKDIR, where the author's base image sets one that this image does not. */
  readonly workdir?: string
  /**
   * The author's instructions that it is made of, in the file's order. Those that move are taken out of the builder; the others stand in both.
   * `text` is what it says here, where that differs.
   */
  readonly instructions: readonly {
    readonly instruction: Instruction
    readonly moves: boolean
    readonly text?: string
  }[]
  /** The author's instructions that its image makes needless (installing Node). They are dropped; their comments go above its FROM. */
  readonly replaces?: readonly Instruction[]
}

/** An OS package that the program needs, whatever its start command says. */
export interface RuntimePackage {
  readonly name: string
  readonly evidence: Evidence
  /** Its files in the builder, for images without a package manager. */
  readonly files?: readonly { readonly path: string; readonly isFolder: boolean }[]
}

export interface RuntimeBase {
  readonly image: string
  /** Nothing that is copied is bound to the image's system: one of the same kind and of any release can stand for it. False unless given. */
  readonly isFree?: boolean
  /** What is different on an image of any other system: a static binary runs on all. Undefined where the split is for images of this kind. */
  readonly elsewhere?: RuntimeBase['override']
  /** What is different on a wanted image of another kind, or why it can't stand there, as a clause; undefined where nothing is known of that kind. */
  readonly onOther?: (wanted: BaseImage) => RuntimeBase['override'] | string
  /** False where a second stage on this image would leave nothing behind. */
  readonly pays: boolean
  /** OS packages that the image lacks and the program needs, whatever its start command says. */
  readonly packages?: readonly RuntimePackage[]
  /** What is taken for given if this image is taken, as sentences, with the line that each is about where there is one. */
  readonly assumptions?: readonly { readonly why: string; readonly evidence?: Evidence }[]
  /** Members of the split that are different if this image is taken. */
  readonly override?: Partial<Omit<Split, 'kind' | 'runtimeBases'>>
}

/** Something of the author's image that the runtime stage does without. OS packages are seen by the engine itself. */
export interface Leaving {
  /** As people say it: 'composer', 'the dev dependencies'. */
  readonly what: string
  /** On the disk of the image; undefined where that can't be told. */
  readonly megabytes?: number | undefined
  /** It is only said where the runtime stage lacks this path. */
  readonly path?: string | undefined
  /** It is the base image's own, and only said where the runtime stage stands on another. False unless given. */
  readonly isOfImage?: boolean
}

/** A new text for an instruction, without line end. */
export interface Rewrite {
  readonly instruction: Instruction
  readonly text: string
}

/** A transform's answer: what the engine needs to make two stages of one. Most members are optional; each says what holds without it. */
export interface Split {
  readonly kind: 'split'
  /** Images for the runtime stage's FROM, the leanest first; the engine takes the first that has all that run time needs. */
  readonly runtimeBases: readonly RuntimeBase[]
  readonly artifacts: readonly Artifact[]
  /** What is said of the split: title, why, evidence. A sentence on what stays behind comes before its `why`. */
  readonly change: Change
  /** What the runtime stage does without. None unless given. */
  readonly leaves?: readonly Leaving[]
  /** The stage of a command of a RUN; undefined, for all unless given, where it is none of the ecosystem's own: the engine knows the shell's and the package managers'. */
  readonly placeCommand?: (command: RunCommand) => Placement | undefined
  /** The stage of an OS package; undefined, for all unless given, leaves it to the engine's table. */
  readonly placePackage?: (name: string) => Placement | undefined
  /** The stage of a COPY or ADD; both unless given, so that nothing is missed. */
  readonly placeCopy?: (copy: Copy) => Placement
  /**
   * Where an instruction of any kind stands, whatever the engine would say; 'nowhere' drops it, with the split's reason. For a runtime stage
   * with another program than the author's: its CMD, its global packages. ENV, WORKDIR, USER and SHELL for the build alone are dropped below
   * its last step; ENV, ARG and WORKDIR are not where `afterBuild` adds one. Undefined, for all unless given, leaves it to the engine.
   */
  readonly placeInstruction?: (instruction: Instruction) => Placement | 'nowhere' | undefined
  /** Whether the ecosystem brings a program along (node_modules/.bin, the binary); undefined, for all unless given, where it can't tell. */
  readonly providesProgram?: (name: string) => boolean | undefined
  /** Instructions that change in the builder stage: `go build` with CGO_ENABLED=0, an install without dev dependencies. None unless given. */
  readonly builderRewrites?: readonly Rewrite[]
  /** Stands behind the comments of instructions that are gone: 'nginx does this now.' None unless given. */
  readonly insteadOfDropped?: string
  /** New instructions at the builder's end: 'RUN npm prune --omit=dev'. None unless given. */
  readonly afterBuild?: readonly string[]
  /** New instructions of the runtime stage, put where `after` stood; right below its FROM where undefined. None unless given. */
  readonly runtimeSetup?: readonly {
    readonly text: string
    readonly after: Instruction | undefined
  }[]
  /** Instructions that change in the runtime stage: a CMD that was `go run`. None unless given. */
  readonly runtimeRewrites?: readonly Rewrite[]
  /** ENV names that only the build reads; they are not repeated in the runtime stage. None unless given. */
  readonly buildOnlyEnv?: readonly string[]
  /** Fields of the image's config that this split may change beside what the base images bring. None unless given. */
  readonly contract?: readonly string[]
  /** Unless given, nobody knows where the program writes, and it listens and starts nothing. */
  readonly behaviour?: Behaviour
  /** Files that it writes beside the Dockerfile: an nginx.conf. None unless given. */
  readonly otherFiles?: readonly OtherFile[]
  /** None unless given. */
  readonly sideStages?: readonly SideStage[]
  /** There is nothing to build: the image becomes one stage on the first of the bases, and no artifact is copied from another. False unless given. */
  readonly withoutBuilder?: boolean
  /**
   * Where nothing is taken from the builder, and the runtime stage repeats all that the author has, the file keeps its one stage, on the first of the bases that has
   * what it needs. False unless given: then such a file is left as it is.
   */
  readonly standsAlone?: boolean
}

/** A split with all that it left unsaid, and what the engine lifts into its runtime stage. */
export interface FullSplit extends Required<Split> {
  /** OS packages that commands of the runtime stage call: installed, and removed, where the author does it. */
  readonly usedPackages: readonly string[]
}

/** Fills in what a transform's answer leaves out, as {@link Split} says. */
export function fullSplit(split: Split): FullSplit {
  return {
    placeCommand: () => undefined,
    placePackage: () => undefined,
    placeCopy: () => 'both',
    placeInstruction: () => undefined,
    providesProgram: () => undefined,
    builderRewrites: [],
    afterBuild: [],
    runtimeSetup: [],
    runtimeRewrites: [],
    insteadOfDropped: '',
    buildOnlyEnv: [],
    contract: [],
    behaviour: {
      writes: [],
      writesElsewhere: 'the sources are not read',
      ports: [],
      programs: [],
    },
    leaves: [],
    otherFiles: [],
    sideStages: [],
    withoutBuilder: false,
    standsAlone: false,
    usedPackages: [],
    ...split,
  }
}
