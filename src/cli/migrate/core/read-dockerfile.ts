import { accessSync, closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { largestFile } from '../../../dockerfile/parse/decode.ts'
import type { LeftAlone } from '../../../plan/outcome.ts'
import { failed, type Failed } from '../../../report/file-report.ts'
import { messageOf } from '../file-list.ts'

/** Reads a Dockerfile's bytes; where that fails or makes no sense, the outcome that says so. */
export function readDockerfile(path: string): Uint8Array | LeftAlone | Failed {
  let file: number | undefined
  try {
    // Not blocking: opening a named pipe would wait for its writer for ever.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = fstatSync(file)
    if (stat.isDirectory()) return notADockerfile('It is a folder.')
    if (!stat.isFile()) return notADockerfile('It is not a regular file.')
    if (stat.size > largestFile) {
      return notADockerfile(
        `It has ${Math.round(stat.size / 1024 / 1024)} MB; Dockerfiles are text of a few kB.`,
      )
    }
    return readFileSync(file)
  } catch (error) {
    return unreadable(error, path)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function notADockerfile(reason: string): LeftAlone {
  return {
    outcome: 'refused',
    ecosystem: undefined,
    code: 'not-a-dockerfile',
    reason,
    help: undefined,
    line: undefined,
  }
}

function unreadable(error: unknown, path: string): Failed {
  const code = messageOf(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failed('unreadable', 'There is no such file.')
    case 'EACCES':
    case 'EPERM':
      return closed(path)
    case 'ELOOP':
      return failed('unreadable', 'It is a link that leads nowhere.')
    default:
      return failed('unreadable', `It can't be read (${code}).`)
  }
}

/** Which right lacks: to the file, or to a folder above it. */
function closed(path: string): Failed {
  const help = 'Give yourself the right to read it.'
  const folder = foldersAbove(path).find((each) => !mayEnter(each))
  return folder === undefined
    ? failed('unreadable', 'You may not read it.', help)
    : failed('unreadable', `You may not enter the folder ${folder}.`, help)
}

/** The outermost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path)
  return folder === path ? [] : [...foldersAbove(folder), folder]
}

function mayEnter(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK)
    return true
  } catch {
    return false
  }
}
