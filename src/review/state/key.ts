import { charactersOf } from '../characters.ts'

/** A key by its name: 'y', 'A', '|', or 'space', 'enter', 'escape', 'up', 'pagedown'. Empty for one that means nothing here. */
export type Key = string

const named: Readonly<Record<string, Key>> = {
  return: 'enter',
  enter: 'enter',
  space: 'space',
  escape: 'escape',
  backspace: 'backspace',
  up: 'up',
  down: 'down',
  pageup: 'pageup',
  pagedown: 'pagedown',
  home: 'home',
  end: 'end',
  tab: 'down',
}

/** The name of a key as Node's readline tells it. */
export function keyNamed(event: {
  readonly name?: string | undefined
  readonly ctrl: boolean
  readonly sequence?: unknown
}): Key {
  const { name = '', ctrl, sequence } = event
  if (ctrl) return name === 'u' ? 'clear' : ''
  const known = named[name]
  if (known !== undefined) return known
  // "?" and "|" have no name; a letter with Shift has that of the small one. What is longer is a key that is not known.
  return typeof sequence === 'string' && charactersOf(sequence).length === 1 && sequence >= ' '
    ? sequence
    : ''
}
