import type { Argument } from './call.ts'

const unknown = '\uFFFF'

/** A word of a call; of one that is not known but for how its server is asked, that: 'https://'. */
export function wordOf(argument: Argument): string | undefined {
  return argument.text() ?? schemeOf(argument.text(unknown))
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
