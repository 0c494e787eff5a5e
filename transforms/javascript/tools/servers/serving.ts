import type { Evidence } from '../../../../src/transform.ts'
import type { Header } from '../headers.ts'
import type { DevProxy, Fallback } from '../tool.ts'

/** How a site is served today, whatever serves it: what nginx has to repeat. */
export interface Serving {
  /** The command's own words, for sentences and for nginx.conf: 'serve -s'. */
  readonly label: string
  readonly by: 'file-server' | 'preview' | 'development-server' | 'program'
  readonly port: number
  /** Absolute in the image; undefined for a development server, which serves what its tool would build. */
  readonly folder: string | undefined
  /** Where the site starts, with both slashes. */
  readonly basePath: string
  readonly fallback: Fallback
  /** `/about` is about.html. */
  readonly cleanUrls: boolean
  /** What `/docs` answers where docs/index.html is there: a redirect to `/docs/`, or the page at once; 'none': folders are no more than other paths. */
  readonly folders: 'redirect' | 'index' | 'none'
  /** A folder without index.html is answered by a list of its files. */
  readonly lists: boolean
  /** `/about/` is about.html, too. */
  readonly slashes: boolean
  readonly proxies: readonly DevProxy[]
  readonly headers: readonly Header[]
  /** Serves `x.js.gz` for `x.js` where it is there. */
  readonly gzipStatic: boolean
  /** What is never handed out, although it is there; undefined where every file is. */
  readonly hidden: HiddenPaths | undefined
  /** The folder that the server runs in; undefined where it is not known. */
  readonly cwd: string | undefined
  readonly evidence: readonly Evidence[]
}

/** Paths that a server answers as if nothing stood there, or forbids. */
export interface HiddenPaths {
  /** A regular expression of nginx (PCRE). */
  readonly pattern: string
  readonly isForbidden: boolean
}

/** A server that can't be repeated. */
export interface Unrepeatable {
  readonly label: string
  readonly cause: 'options' | 'proxy' | 'run-time'
  /** A clause: '`-S` serves TLS'. */
  readonly why: string
  readonly evidence: Evidence | undefined
}

export const isUnrepeatable = (served: Serving | Unrepeatable): served is Unrepeatable =>
  'why' in served

/** What most file servers do. */
export const plainFiles = {
  by: 'file-server',
  basePath: '/',
  fallback: { kind: 'not-found', page: undefined },
  cleanUrls: false,
  folders: 'redirect',
  lists: false,
  slashes: false,
  proxies: [],
  headers: [],
  gzipStatic: false,
  hidden: undefined,
} as const satisfies Partial<Serving>

/** Any path that is no file, one with an ending included, is the application's. */
export const everyPath = { kind: 'page', page: '/index.html', forFiles: true } as const
/** Paths without an ending are the application's; a missing file stays missing. */
export const pathsWithoutEnding = { kind: 'page', page: '/index.html', forFiles: false } as const

/** Files whose own name begins with a dot; those in a folder of such a name are handed out. https://github.com/pillarjs/send/blob/0.19.0/README.md#dotfiles */
export const dotNames: HiddenPaths = { pattern: String.raw`/\.[^/]*$`, isForbidden: false }
/** What lies in a folder whose name begins with a dot, too. https://github.com/pillarjs/send/blob/1.1.0/README.md#dotfiles */
export const dotPaths: HiddenPaths = { pattern: String.raw`/\.`, isForbidden: false }
/** All of these but `.well-known`. https://github.com/lukeed/sirv/blob/v3.0.0/packages/sirv/readme.md#optsdotfiles */
export const dotPathsButWellKnown: HiddenPaths = {
  pattern: String.raw`/\.(?!well-known/)`,
  isForbidden: false,
}

/** 404, with the site's own page for it where it has one. */
export const ownNotFoundPage = { kind: 'not-found', page: '/404.html' } as const
