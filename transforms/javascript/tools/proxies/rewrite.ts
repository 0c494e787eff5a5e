import type { Evidence } from '../../../../src/transform.ts'
import type { ConfigValue } from '../../config/value.ts'
import type { DevProxy } from '../tool.ts'

export type Rewrite = DevProxy['rewrite'] | 'unreadable'

const requestPath = 'the path of a request'

/** `pathRewrite: { '^/api': '' }`: the first rule that fits is the one that counts. https://github.com/chimurai/http-proxy-middleware#pathrewrite-objectfunction */
export function recordRewrite(value: ConfigValue, path: string): Rewrite {
  if (value.kind === 'function') return functionRewrite(value, path)
  if (value.kind !== 'record' || !value.isWhole) return 'unreadable'
  for (const [pattern, target] of value.entries) {
    const to =
      target.kind === 'literal' && typeof target.value === 'string' ? target.value : undefined
    const rewrite = to === undefined ? 'unreadable' : replace(pattern, to, path)
    if (rewrite !== undefined) return rewrite
  }
  return undefined
}

/** `rewrite: (path) => path.replace(/^\/api/, '')` */
export function functionRewrite(value: ConfigValue, path: string): Rewrite {
  if (value.kind !== 'function') return 'unreadable'
  const at: Evidence = value.at
  const result = value.apply([
    { kind: 'import', module: requestPath, name: undefined, at, variables: [] },
  ])
  if (result.kind === 'import' && result.module === requestPath) return undefined
  if (result.kind !== 'call' || result.name !== 'replace' || result.module !== requestPath)
    return 'unreadable'
  const [from, to] = result.args
  const text = to?.kind === 'literal' && typeof to.value === 'string' ? to.value : undefined
  if (text === undefined) return 'unreadable'
  if (from?.kind === 'regex') return replace(from.pattern, text, path)
  // A text is replaced where it stands first, which is the path's beginning where the path begins with it.
  const plain = from?.kind === 'literal' && typeof from.value === 'string' ? from.value : undefined
  return plain !== undefined && path.startsWith(plain) ? fixed(plain, text) : 'unreadable'
}

/** What a rule makes of paths that begin with `path`; undefined where it never fits. */
function replace(pattern: string, to: string, path: string): Rewrite {
  const isAnchored = pattern.startsWith('^')
  const from = pattern.replace(/^\^/, '').replaceAll('\\/', '/')
  if (!/^\/[\w./~%@-]*$/.test(from) || to.includes('$')) return 'unreadable'
  if (path.startsWith(from)) return fixed(from, to)
  // A rule for paths below: `^/api/old` of the proxy `/api`.
  return isAnchored && !from.startsWith(path) ? undefined : 'unreadable'
}

const fixed = (from: string, to: string): Rewrite => (from === to ? undefined : { from, to })
