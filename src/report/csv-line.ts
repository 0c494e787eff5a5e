import { shownLine } from './paint.ts'

/**
 * A line of CSV by RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), its end included. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  const text = guard(shownLine(value))
  return /[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A formula begins with one of these signs, whatever blanks come first; the full-width ones count in some locales. Where a spreadsheet
 * separates cells by `;`, what follows one begins a cell, too; a blank there makes it text.
 */
function guard(text: string): string {
  return text.replace(
    /(^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|;(?=[=+\-@\uff1d\uff0b\uff0d\uff20]))/g,
    "$1'",
  )
}
