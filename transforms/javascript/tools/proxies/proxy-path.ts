import type { DevProxy } from '../tool.ts'
import type { ProxyStyle } from './proxy-style.ts'

/** Paths that a proxy's key means. */
export interface ProxyPath {
  readonly path: string
  readonly matches: DevProxy['matches']
}

/** Reads a proxy's key; undefined where it is a pattern that is no plain beginning of paths. */
export function proxyPath(key: string, style: ProxyStyle): ProxyPath | undefined {
  if (style.hasPatterns && key.startsWith('^')) return patternPath(key.slice(1))
  if (style.hasGlobs) {
    // `/api/**`, `/api/*`: the folder and all below it.
    const [, folder] = /^(\/[\w./~%@-]*[\w~%@-])\/\*{1,2}(?:\/\*)?$/.exec(key) ?? []
    if (folder !== undefined) return { path: folder, matches: 'segments' }
  }
  return isPlain(key) ? { path: key, matches: style.matches } : undefined
}

/** `/api/.*` => `/api/`: what a regular expression that starts at the path's beginning comes to. */
function patternPath(pattern: string): ProxyPath | undefined {
  const segments = /^(.+?)\(?(?:\/\|\$|\$\|\/)\)?$/.exec(pattern)?.[1]
  const text = (segments ?? pattern.replace(/\.\*\$?$/, '')).replaceAll('\\/', '/')
  if (!isPlain(text)) return undefined
  return { path: text, matches: segments === undefined ? 'characters' : 'segments' }
}

/** A beginning of paths with nothing in it that a pattern would read otherwise; `/` alone is every path, the site's own pages included. */
const isPlain = (text: string) => /^\/[\w~%@/-][\w./~%@-]*$/.test(text)
