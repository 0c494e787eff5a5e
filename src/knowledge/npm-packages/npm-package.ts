import type { PackageManagerName } from '../images/base-image.ts'

/** What a package of npm needs of its image, beside its own files. */
export interface NpmPackage {
  /** Separated by blanks. */
  readonly names: string
  /** Programs of it that start a container; where some are given, it counts by these alone. */
  readonly commands?: string
  /** Programs that it starts, separated by blanks. */
  readonly programs?: string
  /** Other packages of npm, separated by blanks, of which it loads one by its name. */
  readonly loads?: string
  /** Packages of npm that it loads for files of the project with an ending, separated by blanks: the first that is there serves. */
  readonly loadsFor?: Readonly<Record<string, string>>
  /** OS packages with what it links or looks for, by the manager of the image. */
  readonly libraries?: Partial<Readonly<Record<PackageManagerName, readonly string[]>>>
  /** Only the author's own image is known to have what it needs. */
  readonly keepsBase?: string
  /** Files and folders of the project that it reads unasked, relative to the folder it runs in. */
  readonly files?: readonly string[]
  /** Names of files that it reads unasked in the folder it runs in. */
  readonly named?: RegExp
  /** Configuration that it loads from that folder; what it names is read, too. */
  readonly configurations?: readonly string[]
  /** What its configuration names is relative to that file. */
  readonly runsBesideConfiguration?: boolean
  /** It compiles TypeScript by itself, its configuration included. */
  readonly compiles?: boolean
  /** It keeps files where only a run shows. */
  readonly writesAnywhere?: boolean
  /** The same, for a program that loads it itself. */
  readonly writesWhereLoaded?: boolean
  /** It keeps a file where the program says; where nothing is seen of that, only a run shows. */
  readonly writesWhereTold?: boolean
  /** Where its own sources or documents say so. */
  readonly source: string
}
