import { resolvePath, type Evidence } from '../../../src/transform.ts'

/** What a build task leaves in the image. */
export type Output =
  /** Nothing that run time needs: tests, linters, type checks, generated packages. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'paths'
      readonly paths: readonly MadePath[]
      /** What is not there any more afterwards: `mv`, `rimraf`. */
      readonly removes?: readonly string[]
    }
  /** It writes somewhere, nobody knows where. A clause. */
  | { readonly kind: 'unknown'; readonly why: string }

/** A file or folder that a task makes. Absolute, in the image. */
export interface MadePath {
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: readonly Evidence[]
  /** The folder whose tree it mirrors: `src` for tsc's `dist`; undefined for bundles. */
  readonly mirrors?: string | undefined
  /** Where it is a site: pages alone and no program, but for the files of a folder that come into it as they are. */
  readonly site?: { readonly copies: string | undefined }
  /** What it was moved or copied from. */
  readonly from?: string | undefined
  /** Of a symbolic link what it leads to. */
  readonly leadsTo?: string | undefined
}

export const nothing: Output = { kind: 'nothing' }
export const unknownOutput = (why: string): Extract<Output, { kind: 'unknown' }> => ({
  kind: 'unknown',
  why,
})

/** Folders that are made, as they are named from the folder that a tool runs in. */
export function madeFolders(
  { cwd, evidence }: { readonly cwd: string; readonly evidence: readonly Evidence[] },
  ...folders: readonly string[]
): Output {
  const paths = folders.flatMap((folder) => {
    const path = resolvePath(cwd, folder)
    return path === undefined ? [] : [{ path, isFolder: true, evidence }]
  })
  return paths.length < folders.length
    ? unknownOutput(`${folders.join(', ')} can't be a folder of the image`)
    : { kind: 'paths', paths }
}
