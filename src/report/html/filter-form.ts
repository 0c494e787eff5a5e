import { escapeHtml } from '../escape-html.ts'
import { groupDigits } from '../group-digits.ts'

/** What a list can be filtered by: the name of the rows' data, and its values with what they are called. */
export interface Filter {
  readonly name: string
  readonly label: string
  readonly values: readonly { readonly value: string; readonly text: string }[]
}

/** Hidden until the script is there to heed it. Filters of less than two values are left out. */
export function filterForm(filters: readonly Filter[], total: number, hint: string): string {
  const selects = filters
    .filter(({ values }) => values.length > 1)
    .map(({ name, label, values }) => {
      const options = values.map(
        ({ value, text }) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
      )
      return `<label>${label} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>\n`
    })
  return `<form hidden role="search" aria-label="Filter the list">
${selects.join('')}<label class="search">Search <input type="search" name="text" placeholder="${escapeHtml(hint)}"></label>
<output role="status">${groupDigits(total)} of ${groupDigits(total)} shown</output>
</form>`
}

/** The values that are there, each with how often. */
export function filterValues(
  counted: readonly { readonly value: string; readonly files: number }[],
  textOf: (value: string) => string = (value) => value,
): Filter['values'] {
  return counted.map(({ value, files }) => ({
    value,
    text: `${textOf(value)} (${groupDigits(files)})`,
  }))
}
