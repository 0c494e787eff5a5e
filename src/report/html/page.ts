import { escapeHtml } from '../escape-html.ts'

/** A page of one file. */
export interface HtmlPage {
  readonly title: string
  readonly style: string
  /** Runs at the end; `hash` lets the page's policy name it, and a test makes it again. */
  readonly script?: { readonly text: string; readonly hash: string }
  /** HTML. */
  readonly main: string
}

/**
 * The whole page. It loads nothing, from nowhere, and no script runs in it but ours.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
export function htmlPage({ title, style, script, main }: HtmlPage): string {
  const scripts = script === undefined ? "'none'" : `'${script.hash}'`
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${scripts}; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<main>
${main}
</main>
${script === undefined ? '' : `<script>${script.text}</script>\n`}</body>
</html>
`
}
