import type { FileReport } from '../report/file-report.ts'
import { type Look, paint, shownPath } from '../report/paint.ts'
import { prettyReport } from '../report/pretty-report.ts'
import { askForKey, type Terminal } from './ask-for-key.ts'

export interface ReviewResult {
  /** The reports to write, in order. */
  readonly accepted: readonly FileReport[]
  /** Did the user answer for every file? */
  readonly isComplete: boolean
}

/** Where a review happens: reports are shown, questions asked. */
export interface Screen {
  readonly show: (text: string) => Promise<void>
  readonly terminal: Terminal
  readonly look: Look
}

const help = `y  write this file
n  leave this file as it is
a  write this file and all that follow
d  leave this file and all that follow as they are
q  quit: write the files answered with y, leave this one and all that follow
?  show this help
Nothing is written before the last answer. Ctrl-C leaves every file as it is.`

/**
 * Shows each migrated file and asks whether to write it. Writes nothing itself. Ctrl-C and the end of input take back every answer: then
 * nothing is accepted.
 */
export async function review(
  reports: readonly FileReport[],
  screen: Screen,
): Promise<ReviewResult> {
  const accepted: FileReport[] = []
  for (const [i, report] of reports.entries()) {
    await screen.show(prettyReport(report, screen.look))
    const message = paint(
      screen.look,
      'bold',
      `(${i + 1}/${reports.length}) ${questionOf(report)} [y,n,a,d,q,?]?`,
    )
    const key = await askForKey({ message, keys: ['y', 'n', 'a', 'd', 'q'], help }, screen.terminal)
    switch (key) {
      case 'y':
        accepted.push(report)
        break
      case 'n':
        break
      case 'a':
        return { accepted: [...accepted, ...reports.slice(i)], isComplete: true }
      case 'd':
        return { accepted, isComplete: true }
      case 'q':
        return { accepted, isComplete: false }
      default:
        return { accepted: [], isComplete: false }
    }
  }
  return { accepted, isComplete: true }
}

/** 'Write services/api/Dockerfile and 1 more' */
function questionOf({ path, result }: FileReport): string {
  const others = result.outcome === 'migrated' ? result.otherFiles.length : 0
  return `Write ${shownPath(path)}${others === 0 ? '' : ` and ${others} more`}`
}
