import { type Line, span } from './line.ts'

/** The keys, and what they do; docs/review.md has the same table. */
export const keyTable: readonly (readonly [keys: string, what: string])[] = [
  ['y, n', 'write this file; leave it as it is'],
  ['a, d', 'write, or leave, this file and all that follow'],
  ['A', 'write every file that has no answer yet'],
  ['j, k', 'go to the next, or the last, file without an answer'],
  ['/', 'go to a file by a part of its path'],
  ['up, down', 'go to another change or question of this file'],
  ['space', 'switch that change off or on, or answer that question'],
  ['3 space', 'the same for the one with number 3'],
  ['r', 'switch the rule of that change everywhere'],
  ['f', 'name a file that run time needs, too'],
  ['e', 'edit the result in $VISUAL or $EDITOR; it is checked again'],
  ['v', 'verify this file now: build and run it before and after'],
  ['u', 'take the last answer or switch back'],
  ['w, |', 'show the diff by word, or side by side'],
  ['pgup, pgdn', 'go through the diff; [ and ] do it, too'],
  ['P', 'read all of it in $PAGER'],
  ['q', 'leave: what has no answer stays as it is'],
]

/** The screen of `?`. */
export function helpLines(): readonly Line[] {
  return [
    ...keyTable.map(([keys, what]): Line => [span(` ${keys.padEnd(12)}`, 'bold'), span(what)]),
    [],
    [span(' Nothing is written before the last screen. Ctrl-C leaves every file as it is.')],
  ]
}
