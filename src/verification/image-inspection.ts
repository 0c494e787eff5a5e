import type { Finding } from './finding.ts'

/** An image as an ecosystem sees it. Paths are absolute. */
export interface ImageView {
  readonly entrypoint: readonly string[]
  readonly cmd: readonly string[]
  readonly workingDir: string
  /** All paths, those of folders and links among them. */
  readonly paths: Iterable<string>
  /** The text of a file that the ecosystem `reads`; undefined where there is none, or where it has over 4 MB. */
  readonly read: (path: string) => string | undefined
  /** What stands at a path, links followed, and where that is. */
  readonly find: (
    path: string,
  ) => { readonly path: string; readonly kind: 'file' | 'folder' | 'link' | 'other' } | undefined
  /** Whether the image has a program of that name on its PATH. */
  readonly hasProgram: (name: string) => boolean
  /** What a program prints in a container of the image, without a network; undefined where nothing is to be run. */
  readonly ask: ((program: string, args: readonly string[]) => Promise<string>) | undefined
}

/** What an ecosystem found in two images. */
export interface Inspected {
  /** What the new image lacks, and what would stop its program. */
  readonly differences?: readonly Finding[]
  /** Worth knowing, no reason to doubt. */
  readonly notes?: readonly Finding[]
}

/** What an ecosystem knows of images beside what a verification looks at in all of them. All ecosystems are asked about each image. */
export interface ImageInspection {
  /** Whether it reads the text of the file at a path. */
  readonly reads?: (path: string) => boolean
  /** Names of folders that hold the ecosystem's packages: what lies in there is not the application's own. */
  readonly packageFolders?: readonly string[]
  /** The ecosystem's packages in an image: 'npm express'. */
  readonly packages?: (image: ImageView) => Iterable<string>
  readonly inspect?: (before: ImageView, after: ImageView) => Inspected | Promise<Inspected>
}
