import type { Copy } from '../../facts/stages/copy.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import type { BaseImage, PackageManagerName } from '../../knowledge/images/base-image.ts'
import type { Spare } from '../spare/spare.ts'
import type { FullSplit } from '../split.ts'

/** Where one command of a RUN belongs, and what run time needs of it. */
export type CommandPlace =
  | { readonly kind: 'build' }
  /** Goes with the rest of its RUN: `ls`, `apt-get update`, `rm -rf /var/lib/apt/lists/*`. */
  | { readonly kind: 'neutral' }
  | { readonly kind: 'run' }
  | { readonly kind: 'both' }
  | PartPlace
  /** Only some of the packages that it installs are needed at run time. */
  | { readonly kind: 'packages'; readonly packages: PlacedPackages }
  /** What it leaves behind is copied from the builder. */
  | {
      readonly kind: 'leaves'
      readonly paths: readonly LeftPath[]
    }
  | { readonly kind: 'unknown' }

/** What a command makes for run time. */
export interface LeftPath {
  readonly path: string
  readonly isFolder: boolean
}

/** The runtime stage needs only a part of a `chown`, `chmod` or `sed -i`; what the rest changed is copied from the builder. */
export interface PartPlace {
  readonly kind: 'part'
  /** Of the paths, those that the runtime stage does not have. */
  readonly dropped: readonly string[]
  /** Without the -R: what it does to a folder itself, and to those that are made `inside` there. */
  readonly isFlat: boolean
  readonly inside: readonly string[]
  /** The runtime stage has no such folder at that point, and makes it. */
  readonly isMissing: boolean
  /** The builder has the whole command. */
  readonly isForBuild: boolean
}

export interface PlaceContext {
  readonly facts: StageFacts
  readonly split: FullSplit
  /** Copies that stand in the runtime stage. */
  readonly runtimeCopies: readonly Copy[]
  /** The folder that the container starts in. */
  readonly workdir: string | undefined
  /** Programs that run time starts and that nothing but an archive can have brought. */
  readonly brought: readonly string[]
  readonly spare: Spare
  /** The runtime stage's image. */
  readonly image: BaseImage
}

/** OS packages that the runtime stage installs in place of a longer list. */
export interface PlacedPackages {
  readonly manager: PackageManagerName
  /** As they are written in the new line: versions that the author pinned stay. */
  readonly names: readonly string[]
  /** What they only recommend comes along, as the author has it: the list is shorter by tools alone. */
  readonly takesRecommended: boolean
}
