import type { ToolCall } from './call.ts'
import { hindrance, type Hindrance } from './tool-server.ts'
import { lineOfOffset, resolvePath } from '../../../src/transform.ts'

/**
 * Pages that a development server makes anew for each visitor, with what they learn at that moment: a build asks once, and its files keep
 * the answer. `asks` gives the words of a source that ask, undefined where it only shows what lies beside it.
 */
export function madeOnRequest(
  { view, cwd }: ToolCall,
  asks: (path: string, text: string) => string | undefined,
): Hindrance | undefined {
  const folder = view.contextPath(resolvePath(cwd, 'src') ?? '')
  if (folder === undefined || !view.project.isFolder(folder)) return undefined
  for (const path of view.project.files(folder)) {
    const text = view.project.read(path) ?? ''
    const words = asks(path, text)
    if (words === undefined) continue
    const line = lineOfOffset(text, text.indexOf(words))
    return hindrance(
      'other',
      `a page runs \`${words}\` for each visitor, and the files of a build would keep the first answer`,
      { path, line, text: words },
    )
  }
  return undefined
}

/** Awaited words that only read what lies in the sources. https://docs.astro.build/en/reference/modules/astro-content/ */
const ofTheSources =
  /^(Astro\s*\.\s*(glob|slots)|(getCollection|getEntry|getEntries|getEntryBySlug|getDataEntryById|getImage|render|import)\s*\(|[\w.]+\s*\.\s*render\s*\()/

/** The script at the head of an Astro component or page, and endpoints: https://docs.astro.build/en/basics/astro-components/#the-component-script */
export function astroAsks(path: string, text: string): string | undefined {
  const isPage = path.endsWith('.astro')
  if (!isPage && !/(^|\/)src\/pages\/.*\.[cm]?[jt]s$/.test(path)) return undefined
  const script = isPage ? (/^\s*---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '') : text
  const request = /\bAstro\s*\.\s*(request|cookies|clientAddress|url\s*\.\s*search\w*)\b/.exec(
    script,
  )
  if (request !== null) return request[0]
  const call = /\b(?:fetch|axios(?:\s*\.\s*\w+)?)\s*\(/.exec(script)
  if (call !== null) return call[0].replace(/\s*\($/, '')
  for (const { 1: awaited = '' } of script.matchAll(/\bawait\s+([^\n;]+)/g))
    if (!ofTheSources.test(awaited)) return /^[\w.]*/.exec(awaited)?.[0] || awaited
  return undefined
}

/**
 * The functions that load a page's data: https://svelte.dev/docs/kit/load#Page-data. `inBrowser`: those that are not the server's own run in
 * the browser, after a build, too.
 */
export const svelteAsks =
  (inBrowser: boolean) =>
  (path: string, text: string): string | undefined => {
    const isServers = /(^|\/)\+(page|layout)\.server\.[jt]s$/.test(path)
    if (!isServers && (inBrowser || !/(^|\/)\+(page|layout)\.[jt]s$/.test(path))) return undefined
    return /\bfetch(?=\s*\()|\baxios\b|\$env\/dynamic\/\w+|\bprocess\.env\b/.exec(text)?.[0]
  }
