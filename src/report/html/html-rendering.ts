import { escapeHtml } from '../escape-html.ts'
import { inventoryFile } from '../inventory/inventory.ts'
import type { Rendering } from '../rendering.ts'
import { stagesText } from '../stages/stage-changes.ts'
import { summaryWords } from '../summary.ts'
import { fileList, type ListedFile } from './file-list.ts'
import { filePart } from './file-part.ts'
import { filterHash, filterScript } from './filter-script.ts'
import { htmlPage } from './page.ts'
import { reportStyle } from './report-style.ts'

/** One page that needs no network, and no script to be read; the script filters. All comes with the tail, since the list comes first. */
export function htmlRendering(): Rendering {
  const listed: ListedFile[] = []
  const parts: string[] = []
  return {
    head: '',
    file: (report) => {
      const id = `file${listed.length + 1}`
      const text = filePart(report, id)
      if (text !== '') parts.push(text)
      const part = text === '' ? undefined : id
      listed.push({ file: inventoryFile(report), stages: stagesText(report), part })
      return ''
    },
    tail: (tally) =>
      htmlPage({
        title: 'What msb-migrate would change',
        style: reportStyle,
        script: { text: filterScript, hash: filterHash },
        main: [
          `<p class="lead">${escapeHtml(summaryWords(tally, undefined))}.</p>\n`,
          listed.length === 0 ? '' : fileList(listed),
          parts.length === 0 ? '' : '<h2 id="parts">One by one</h2>\n',
          ...parts,
        ].join(''),
      }),
    isSilentOnRefusals: false,
  }
}
