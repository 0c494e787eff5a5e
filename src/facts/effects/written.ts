/** A file that a command writes, or a folder in which it does. */
export interface Written {
  readonly path: string
  readonly isFolder: boolean
}

/** The words of a command, with marks for what is not known. */
export type Words = readonly string[]

/** What a word names, from the folder that the command runs in; undefined where that is not known. */
export type Resolve = (word: string) => readonly Written[] | undefined

/** All of them; undefined where one is not known. */
export function joined(
  all: readonly (readonly Written[] | undefined)[],
): readonly Written[] | undefined {
  const known = all.flatMap((item) => item ?? [])
  return all.includes(undefined) ? undefined : known
}
