import { randomUUID } from 'node:crypto'
import { dirname, join, relative } from 'node:path'
import { makeJournal, openRun, type RunFile } from '../../apply/journal/append.ts'
import { contentHash } from '../../apply/journal/record.ts'
import type { NoteWrites } from '../../apply/write-group.ts'
import { quoteWord } from '../../dockerfile/shell/quote-word.ts'
import { gitRoot } from '../../project/git/git.ts'
import { isWithin } from '../../project/relative-path.ts'
import { shownLine } from '../../report/paint.ts'
import { messageOf } from '../migrate/file-list.ts'
import { realPath } from '../migrate/real-path.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { journalPlace } from './journal-place.ts'

/** What a run writes down of what it writes, so that `undo` can take it back. */
export interface RunJournal {
  /** The folder of the journal that these files belong to, made; nobody else may write to it meanwhile. Undefined where there can be none. */
  readonly folderFor: (path: string) => string | undefined
  readonly note: NoteWrites
  /** For the end of the run: how to take it back, and what can't be. Empty where nothing was written. */
  readonly lastWords: () => { readonly warning: string; readonly hint: string }
}

/** The journal of a run. Where one can't be kept, the run goes without, and says so at its end. */
export function createRunJournal({ cwd, env }: Surroundings): RunJournal {
  const place = journalPlace(env)
  const here = realPath(cwd)
  const head = { version: 1, run: randomUUID(), at: new Date().toISOString() } as const
  const runs = new Map<string, RunFile>()
  const roots = new Set<string>()
  let problem = place === undefined ? 'there is no home folder' : undefined
  let unnoted = 0

  const attempt = <T>(work: () => T): T | undefined => {
    if (problem !== undefined) return undefined
    try {
      return work()
    } catch (error) {
      problem = `${place ?? ''} can't be written: ${messageOf(error)}`
      return undefined
    }
  }
  const folderOf = (root: string): string | undefined =>
    place && join(place, contentHash(root).slice(0, 16))

  return {
    folderFor: (path) =>
      attempt(() => {
        const folder = folderOf(rootOf(realPath(path), here))
        if (folder !== undefined) makeJournal(folder)
        return folder
      }),
    note: (files) => {
      const root = rootOf(realPath(files.at(-1)?.path ?? here), here)
      const forget = attempt(() => {
        const folder = folderOf(root)
        if (folder === undefined) return undefined
        const run = runs.get(root) ?? openRun(folder, { ...head, root })
        runs.set(root, run)
        return run.append(files)
      })
      if (forget === undefined) unnoted++
      else roots.add(root)
      return () => {
        if (forget === undefined) unnoted--
        else attempt(forget)
      }
    },
    lastWords: () => ({
      warning:
        unnoted === 0
          ? ''
          : `warning: undo can't take back ${unnoted === 1 ? 'one file' : `${unnoted} files`} of this run: ${shownLine(problem ?? '')}\n`,
      hint: roots.size === 0 ? '' : `To take it back: ${undoCommand([...roots].sort(), here)}\n`,
    }),
  }
}

/** The folder whose journal a file (its real path) belongs to: its repository, the working directory, or its own. */
function rootOf(path: string, here: string): string {
  return gitRoot(dirname(path)) ?? (isWithin(here, path) ? here : dirname(path))
}

/** `undo` is about the repository around the working directory, or what is below that. */
export function undoScope(here: string): string {
  return gitRoot(here) ?? here
}

function undoCommand(roots: readonly string[], here: string): string {
  const scope = undoScope(here)
  const isHere = roots.every((root) => isWithin(scope, root))
  return [
    'msb-migrate undo',
    ...(isHere ? [] : roots.map((root) => quoteWord(relative(here, root) || '.'))),
  ].join(' ')
}
