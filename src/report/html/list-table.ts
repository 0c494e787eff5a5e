import { escapeHtml } from '../escape-html.ts'

// On a narrow screen the style sheet shows rows as blocks, which takes a table's roles away; so they are said.

/** A column of a page's list. */
export interface ListColumn {
  readonly name: string
  readonly title: string
}

/** A row: what the script filters it by, and a cell of HTML for each column. */
export interface ListRow {
  readonly data: Readonly<Record<string, string>>
  readonly cells: readonly string[]
}

/** The list of all files; the heading above it has the id `list`. */
export function listTable(columns: readonly ListColumn[], rows: readonly ListRow[]): string {
  const head = columns.map(
    ({ name, title }) =>
      `<th scope="col" role="columnheader" class="${name}">${escapeHtml(title)}</th>`,
  )
  const lines = rows.map(({ data, cells }) => {
    const attributes = Object.entries(data).map(
      ([name, value]) => ` data-${name}="${escapeHtml(value)}"`,
    )
    const parts = cells.map(
      (cell, i) => `<td role="cell" class="${columns[i]?.name ?? ''}">${cell}</td>`,
    )
    return `<tr role="row"${attributes.join('')}>${parts.join('')}</tr>\n`
  })
  return `<table role="table" class="list" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">
${lines.join('')}</tbody>
</table>`
}
