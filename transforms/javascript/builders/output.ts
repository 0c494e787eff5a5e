import type { Evidence } from '../../../src/transform.ts'
import type { ProgramTask } from '../task.ts'

/** What a build task leaves in the image. */
export type Output =
  /** Nothing that run time needs: tests, linters, type checks, generated packages. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'paths'; readonly paths: readonly MadePath[] }
  /** It writes somewhere, nobody knows where. */
  | { readonly kind: 'unknown'; readonly why: string }

/** A file or folder that a task makes. Absolute, in the image. */
export interface MadePath {
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: readonly Evidence[]
  /** The folder whose tree it mirrors: `src` for tsc's `dist`; undefined for bundles. */
  readonly mirrors?: string | undefined
}

export type { ProgramTask }

export const nothing: Output = { kind: 'nothing' }
export const unknownOutput = (why: string): Output => ({ kind: 'unknown', why })

/** The value of a flag: `--outDir dist`, `--outDir=dist`, `-o dist`. */
export function flagValue(
  args: readonly (string | undefined)[],
  names: readonly string[],
): string | undefined {
  for (const [i, arg] of args.entries()) {
    if (arg === undefined) continue
    if (names.includes(arg)) return args[i + 1]
    const name = names.find((flag) => arg.startsWith(`${flag}=`))
    if (name !== undefined) return arg.slice(name.length + 1)
  }
  return undefined
}
