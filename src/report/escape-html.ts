import { shownLine } from './paint.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Foreign text for an HTML page, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return shownLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

/** Text that links to a page; the text alone where its address is not one of the web (`javascript:` and the like). */
export function htmlLink(url: string, text: string): string {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  const shown = escapeHtml(text)
  return isWeb ? `<a href="${escapeHtml(url)}" rel="noreferrer">${shown}</a>` : shown
}
