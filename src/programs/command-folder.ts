import { posix } from 'node:path'
import { unknownMark } from '../dockerfile/shell/shell-script.ts'
import { joinPaths, literalPath, unknownPath, workingFolder, type PathValue } from './path-value.ts'

// Where the commands of a line for the shell run, told from the folder of the program that starts them.

export const isKnownWord = (word: string | undefined) => word?.includes(unknownMark) === false

/** Where the commands of a line start, for `cd` to lead away from: a folder that no image has. */
export const lineRoot = '/\uFFFF/'
export const lineStart = `${lineRoot}\uFFFF/\uFFFF`

/** The folder that a command of a line runs in, behind `cd`; undefined where it is the program's own. */
export function folderOfCommand(
  folder: string | undefined,
  cwd: PathValue | undefined,
): PathValue | undefined {
  if (folder === lineStart) return cwd
  if (folder === undefined || folder === '/' || !isKnownWord(folder)) return unknownPath
  if (!folder.startsWith(lineRoot)) return literalPath(folder)
  return joinPaths([cwd ?? workingFolder, literalPath(posix.relative(lineStart, folder))])
}

/** A word as a path, of a command that runs in a folder. A name without a slash is looked for on the PATH. */
export function valueIn(
  folder: PathValue | undefined,
  value: PathValue,
  isName: boolean,
): PathValue {
  const isPath = isName ? value.path.includes('/') : !value.path.startsWith('-')
  return folder === undefined || value.base !== 'cwd' || !isPath
    ? value
    : joinPaths([folder, value])
}
