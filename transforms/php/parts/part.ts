import type {
  Artifact,
  Change,
  Copy,
  Evidence,
  Instruction,
  Leaving,
  OtherFile,
  Placement,
  Rewrite,
  RunCommand,
  SideStage,
} from '../../../src/transform.ts'

/**
 * What one part of the transform (extensions, OS packages, composer, the framework, Node assets) has to say of a split. Parts are asked in
 * order, and the first that knows a command's, a package's or a copy's place decides; lists are joined.
 */
export interface Part {
  /** What stays in the builder stage by this part, beside OS packages. */
  readonly leaves?: readonly Leaving[]
  /** Whether OS packages stay there. Where no part leaves anything, no split pays. */
  readonly leavesPackages?: boolean
  readonly placeCommand?: (command: RunCommand) => Placement | undefined
  readonly placePackage?: (name: string) => Placement | undefined
  readonly placeCopy?: (copy: Copy) => Placement | undefined
  readonly placeInstruction?: (instruction: Instruction) => Placement | 'nowhere' | undefined
  readonly builderRewrites?: readonly Rewrite[]
  readonly runtimeRewrites?: readonly Rewrite[]
  readonly runtimeSetup?: readonly {
    readonly text: string
    readonly after: Instruction | undefined
  }[]
  readonly afterBuild?: readonly string[]
  readonly artifacts?: readonly Artifact[]
  /** OS packages that run time needs whatever the author's own list says, beside what the place of his packages gives. */
  readonly packages?: readonly { readonly name: string; readonly evidence: Evidence }[]
  readonly sideStages?: readonly SideStage[]
  readonly otherFiles?: readonly OtherFile[]
  readonly buildOnlyEnv?: readonly string[]
  readonly contract?: readonly string[]
  /** Sentences that a person has to accept; any makes the split one for review. */
  readonly assumptions?: readonly string[]
  /** Sentences that say why something stays as it is. */
  readonly notes?: readonly string[]
  readonly risk?: Change['risk']
  readonly evidence?: readonly Evidence[]
}

/** The first answer of those that know. */
export function firstOf<T, A>(
  parts: readonly Part[],
  ask: (part: Part) => ((argument: A) => T | undefined) | undefined,
): (argument: A) => T | undefined {
  return (argument) => {
    for (const part of parts) {
      const answer = ask(part)?.(argument)
      if (answer !== undefined) return answer
    }
    return undefined
  }
}
