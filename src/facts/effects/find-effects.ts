import { ownValue } from '../../dockerfile/own-value.ts'
import { unknownMark } from '../../dockerfile/shell/shell-script.ts'
import type { Command } from '../commands/command.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { each, type Effect } from './effect.ts'

const actions = /^-(delete|exec|execdir|ok|okdir|fprint0?|fprintf|fls)$/
const changes: Readonly<Record<string, 'mode' | 'owner'>> = {
  chmod: 'mode',
  chown: 'owner',
  chgrp: 'owner',
}

/**
 * What `find` does to files: nothing as long as it only looks, and modes and owners below its starting points where that is all that it
 * runs (`find storage -type d -exec chmod 775 {} \;`). Undefined for other actions, and where a word is not known.
 * https://www.gnu.org/software/findutils/manual/html_mono/find.html#Actions
 */
export function findEffects(command: Command): readonly Effect[] | undefined {
  const { args, cwd } = command
  if (args.includes(undefined)) return undefined
  const words = args.flatMap((arg) => arg ?? [])
  const kinds = words.flatMap((word, at) => {
    if (!actions.test(word)) return []
    const program = /^-exec(dir)?$/.test(word) ? baseName(words[at + 1] ?? '') : ''
    return [ownValue(changes, program)]
  })
  if (kinds.length === 0) return []
  const effects = kinds.map((what) =>
    what === undefined
      ? undefined
      : each(
          startsOf(words).map((path) => resolvePath(cwd, path)),
          (path) => ({ kind: 'changes', path, what }),
        ),
  )
  return effects.includes(undefined) ? undefined : effects.flatMap((effect) => effect ?? [])
}

/** Words above the expression, without the options that stand there; the working directory where there are none. */
function startsOf(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !/^-([HLP]|O\d)$/.test(word))
  const rest = from < 0 ? [] : words.slice(from)
  const end = rest.findIndex((word) => /^[-(!]/.test(word))
  const starts = end < 0 ? rest : rest.slice(0, end)
  return starts.length === 0 ? ['.'] : starts
}

/** What an action does: a program with its words, or files that are written and folders that things are removed from. */
export interface FindAction {
  readonly program: readonly string[]
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

/** The actions of `find` that may change something; programs with the starting points and a mark in place of `{}`. */
export function actionsOfFind(words: readonly string[]): readonly FindAction[] {
  const starts = startsOf(words)
  return words.flatMap((word, at): readonly FindAction[] => {
    if (!actions.test(word)) return []
    if (word === '-delete') return [{ program: [], files: [], folders: starts }]
    if (/^-f/.test(word)) return [{ program: [], files: words.slice(at + 1, at + 2), folders: [] }]
    const rest = words.slice(at + 1)
    const end = rest.findIndex((each) => /^(\\?;|\+)$/.test(each))
    const program = end < 0 ? rest : rest.slice(0, end)
    return starts.map((start) => ({
      program: program.map((each) => each.replaceAll('{}', `${start}/${unknownMark}`)),
      files: [],
      folders: [],
    }))
  })
}
