import { refusedHeader, type Header } from '../headers.ts'
import { hasFile, isMadeInImage, readJson } from '../../stage-view.ts'
import type { ServerQuestion } from './file-server.ts'
import { isRecord, resolvePath } from '../../../../src/transform.ts'

/** What serve.json says, as far as nginx can do it. */
export type ServeConfig =
  | {
      readonly kind: 'read'
      readonly isSingle: boolean
      readonly cleanUrls: boolean
      readonly folder: string | undefined
      readonly headers: readonly Header[]
      /** Folders without a page are listed. */
      readonly lists: boolean
    }
  | { readonly kind: 'unknown'; readonly why: string }

const plain = {
  kind: 'read',
  isSingle: false,
  cleanUrls: true,
  folder: undefined,
  headers: [],
  lists: true,
} as const
/** Folders whose contents tools copy into the site. */
const copied = ['public', 'static', 'src']

/**
 * Reads the configuration of `serve`: a file of the folder that is served, which builds copy from `public`, or the one that `-c` names.
 * https://github.com/vercel/serve-handler#options
 */
export function readServeConfig(
  question: ServerQuestion,
  folder: string | undefined,
  named: string | undefined,
): ServeConfig {
  const { view, task } = question
  const candidates =
    named === undefined
      ? [folder, ...copied.map((name) => resolvePath(task.cwd, name))].map((place) =>
          resolvePath(place, 'serve.json'),
        )
      : [resolvePath(folder, named), resolvePath(task.cwd, named)]
  const made = candidates.find((path) => path !== undefined && isMadeInImage(view, path))
  if (made !== undefined)
    return { kind: 'unknown', why: `its configuration ${made} is made in the image` }
  const file = candidates.find((path) => path !== undefined && hasFile(view, path))
  if (file === undefined)
    return named === undefined
      ? plain
      : { kind: 'unknown', why: `its configuration ${named} is not in the build context` }
  const config = readJson(view, file)
  if (!isRecord(config)) return { kind: 'unknown', why: `${file} can't be read` }
  return translate(config, file, resolvePath(task.cwd, '.'))
}

function translate(
  config: Record<string, unknown>,
  file: string,
  cwd: string | undefined,
): ServeConfig {
  let isSingle = false
  let cleanUrls = true
  let folder: string | undefined
  let lists = true
  let headers: readonly Header[] = []
  for (const [key, value] of Object.entries(config)) {
    switch (key) {
      case '$schema':
      case 'etag':
      case 'renderSingle':
      case 'symlinks':
        continue
      case 'public':
        if (typeof value !== 'string') return refused(key, file)
        folder = resolvePath(cwd, value)
        continue
      case 'directoryListing':
        if (typeof value !== 'boolean') return refused(key, file)
        lists = value
        continue
      case 'cleanUrls':
        if (typeof value !== 'boolean') return refused(key, file)
        cleanUrls = value
        continue
      case 'headers': {
        const read = headersOf(value)
        if (read === undefined) return refused(key, file)
        headers = read
        continue
      }
      case 'rewrites':
        if (!isCatchAll(value)) return refused(key, file)
        isSingle = true
        continue
      default:
        return refused(key, file)
    }
  }
  return { kind: 'read', isSingle, cleanUrls, folder, headers, lists }
}

/** `{ "source": "**", "destination": "/index.html" }` is what `-s` does. */
function isCatchAll(rewrites: unknown): boolean {
  if (!Array.isArray(rewrites) || rewrites.length !== 1) return false
  const only: unknown = rewrites[0]
  return isRecord(only) && isEveryPath(only['source']) && only['destination'] === '/index.html'
}

const isEveryPath = (source: unknown) => /^\/?(\*\*|\*|\*\*\/\*)$/.test(String(source))

function headerOf(pair: unknown): Header | undefined {
  const { key: name, value } = isRecord(pair) ? pair : {}
  return typeof name === 'string' && typeof value === 'string' ? { name, value } : undefined
}

/** `[{ "source": "**", "headers": [{ "key": "X-Frame-Options", "value": "DENY" }] }]`; undefined where some paths have others, or nginx can't send one. */
function headersOf(rules: unknown): readonly Header[] | undefined {
  if (!Array.isArray(rules)) return undefined
  const found = rules.map((rule: unknown) =>
    isRecord(rule) && isEveryPath(rule['source']) && Array.isArray(rule['headers'])
      ? rule['headers'].map(headerOf)
      : [undefined],
  )
  const headers = found.flat()
  const known = headers.filter((header) => header !== undefined)
  return known.length === headers.length && refusedHeader(known) === undefined ? known : undefined
}

const refused = (key: string, file: string): ServeConfig => ({
  kind: 'unknown',
  why: `${file} sets \`${key}\`, which is not translated`,
})
