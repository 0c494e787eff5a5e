import { unknownMark } from '../dockerfile/shell/shell-script.ts'
import { mayUseSsh } from '../knowledge/programs/git-servers.ts'
import type { Argument, Call } from './call.ts'

/** Whether a command of git that is handed an address, or none, may ask a server by ssh. */
export const asksBySsh =
  (command: string) =>
  ({ args: [address] }: Call): boolean =>
    mayUseSsh([command, address === undefined ? undefined : wordOf(address)])

/** A word of a call; of one that is not known but for how its server is asked, that: 'https://'. */
export function wordOf(argument: Argument): string | undefined {
  return argument.text() ?? schemeOf(argument.text(unknownMark))
}

/** 'https://' of an address of which no more is known. */
export function schemeOf(text: string | undefined): string | undefined {
  return /^[a-z][a-z+]*:\/\//.exec(text ?? '')?.[0]
}

/** A list that is not written out holds words that nobody knows; an object with options, or a callback, none. */
export const unlisted = (list: Argument): readonly undefined[] =>
  list.items() !== undefined || list.text() !== undefined || list.isWritten?.() === true
    ? []
    : [undefined]
