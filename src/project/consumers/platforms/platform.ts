import type { BuildUse, ConfigFile, ResolveBuild } from '../build-use.ts'

/** A file that tells a platform how to build and run an image: one row a format. */
export interface Platform {
  /** Its name in the folder that it stands in, or in the `.do` of that. */
  readonly names: RegExp
  /** What it builds and runs; nothing where it is broken, or builds without a Dockerfile. */
  readonly read: (file: ConfigFile, resolve: ResolveBuild) => readonly BuildUse[]
}

/** The line (1-based) of a text that first says something; 1 where none does. */
export function lineOf(text: string, wanted: string): number {
  const at = text.indexOf(wanted)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

/** A line that a platform hands to a shell. */
export const inShell = (line: string): readonly string[] => ['/bin/sh', '-c', line]
