import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Rehearsal } from '../../publish/campaign/settings.ts'
import { diffsOf } from '../../report/pretty-report.ts'
import { messageOf } from '../migrate/file-list.ts'
import { UsageError } from '../usage-error.ts'

/** Writes pull requests as files, and knows how many. */
export interface Rehearser {
  readonly write: (planned: Rehearsal) => void
  readonly written: () => { readonly name: string; readonly count: number }
}

/** Pull requests as files: `HOST/OWNER/NAME/BRANCH.md` has title and body, `.patch` what would be committed. */
export function createRehearsal(folder: string, cwd: string): Rehearser {
  const root = resolve(cwd, folder)
  let count = 0
  return {
    written: () => ({ name: relative(cwd, root) || '.', count }),
    write: ({ repository, branch, title, body, reports }) => {
      const place = join(root, ...repository.split('/').map(fileName))
      const name = join(place, fileName(branch))
      count++
      try {
        mkdirSync(place, { recursive: true })
        writeFileSync(`${name}.md`, `# ${title}\n\n${body}`)
        writeFileSync(`${name}.patch`, reports.flatMap((report) => diffsOf(report)).join(''))
      } catch (error) {
        throw new UsageError(`--output: ${place} can't be written (${messageOf(error)})`)
      }
    },
  }
}

/** A name of one part, on every file system. */
function fileName(text: string): string {
  return text.replace(/[^\w.@+-]+/g, '-').replace(/^\.+/, '-')
}
