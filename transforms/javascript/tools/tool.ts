import type { Evidence } from '../../../src/transform.ts'
import type { StageView } from '../stage-view.ts'
import type { ToolCall } from './call.ts'
import type { Habits } from './environment.ts'
import type { Header } from './headers.ts'
import type { Output } from './output.ts'
import type { RunTime } from './run-time.ts'

/**
 * One tool of JavaScript projects: how it is known, what its build writes, which site that is, what its servers do, and what it needs where it runs.
 * Each stands in a file of its own; the list is in index.ts, and the first that answers has the task.
 */
export interface Tool extends Habits {
  /** 'vite' */
  readonly name: string
  /** As people say it, and as nginx.conf's comments do: 'Vite'. */
  readonly title: string
  /** Programs of node_modules/.bin that may be this tool; the functions below are only asked for these. */
  readonly programs: readonly string[]
  /** What a command writes; undefined for those that are no build of it. Where a tool does not say, it is the site's folder. */
  readonly writes?: (call: ToolCall) => Output | undefined
  /** The site that a command builds; undefined for those that build none: `vite optimize`. */
  readonly site?: (call: ToolCall) => SiteOutput | undefined
  /** The development server that a command starts; undefined for other commands. */
  readonly devServer?: (call: ToolCall) => ToolServer | undefined
  /** The server of what was built, on the developer's machine: `vite preview`, `gatsby serve`. */
  readonly preview?: (call: ToolCall) => ToolServer | undefined
  /** First words that are for development alone, '' for none: `next dev`. */
  readonly development?: readonly string[]
  /**
   * What ends its build, as the configuration has it, where its development server only tells of it, or does not look: 'broken links'.
   * The files don't show whether there are any.
   */
  readonly buildFailsOn?: (call: ToolCall) => string | undefined
  /** Prefixes of variables that the build writes into the site, by the tool's configuration: `VITE_`. */
  readonly publicVariables?: (cwd: string, view: StageView) => readonly string[]
  /** What it needs where it is started in production, or where its build is. */
  readonly runs?: readonly RunTime[]
  /** The tool's documentation. */
  readonly source: string
}

/** What a build leaves. */
export type SiteOutput =
  | {
      readonly kind: 'site'
      /** The folder with index.html, absolute in the image. */
      readonly folder: string
      /** The lines that say so: the script, the configuration's option. */
      readonly evidence: readonly Evidence[]
      readonly hashed: HashedNames | undefined
      /** A page that the build makes for what is not there, as a URL path: '/404.html'. */
      readonly notFoundPage: string | undefined
      /** Links that the build makes to the folder: Nuxt's `dist`. */
      readonly links?: readonly string[]
    }
  /** It writes a site, nobody knows where; or it writes a server, not files. A clause: `vite.config.ts computes build.outDir`. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Files whose names change with their contents: browsers may keep them for ever. URL paths below the site's base path. */
export type HashedNames =
  /** Every file of a folder: '/assets/'. */
  | { readonly kind: 'folder'; readonly path: string }
  /** Files by name, as a regular expression of nginx (PCRE): `\.[0-9a-f]{16}\.(js|css)$`. */
  | { readonly kind: 'pattern'; readonly pattern: string }

/** A development or preview server as it is started. */
export type ToolServer =
  | {
      readonly kind: 'server'
      /** The command's own words, for sentences: 'ng serve'. */
      readonly label: string
      /** By flag, PORT, configuration, or the tool's own default. */
      readonly port: number
      /** Where the site starts, with both slashes: '/' or '/app/'. */
      readonly basePath: string
      readonly fallback: Fallback
      /** In the order in which they are tried. */
      readonly proxies: readonly DevProxy[]
      /** Of a preview server: the folder that it serves, absolute in the image. */
      readonly folder?: string
      /** `/about` is about.html. */
      readonly cleanUrls?: boolean
      /** What its configuration adds to every answer. */
      readonly headers: readonly Header[]
    }
  /** What it does can't be told, or nginx can't do it: TLS, middleware, a proxy by functions. A clause. */
  | {
      readonly kind: 'unreadable'
      readonly label: string
      readonly cause: 'proxy' | 'tls' | 'port' | 'other'
      readonly why: string
      readonly evidence: Evidence | undefined
    }

/** What a path that is no file answers. */
export type Fallback =
  /**
   * The application's own router has it: a page (`/index.html`, base path included) with status 200. `forFiles`: a name with an ending that
   * is not there (`/logo.png`) gets the page, too; else a 404.
   */
  | {
      readonly kind: 'page'
      readonly page: string
      readonly forFiles: boolean
      /** A file that stays missing all the same: '/favicon.ico' of Vite. */
      readonly except?: string
    }
  /** 404, with this page where one is named. */
  | { readonly kind: 'not-found'; readonly page: string | undefined }

/** Requests that a development server hands on. */
export interface DevProxy {
  /** Paths that begin with this: '/api'. */
  readonly path: string
  /**
   * Which requests it takes. `characters`: paths that begin with `path`. `segments`: `/api` and `/api/x`, not `/apis`. `no-file`: all that are
   * no file. `no-page`: those of them that don't ask for a page, as `proxy` in package.json has it.
   */
  readonly matches: 'characters' | 'segments' | 'no-file' | 'no-page'
  /** 'http://backend:5000', a path behind it included where there is one. */
  readonly target: string
  /** Whether the Host header becomes the target's. */
  readonly changesOrigin: boolean
  readonly websocket: boolean
  /** The beginning of the path and what stands for it instead; undefined where the path goes on as it is. */
  readonly rewrite: { readonly from: string; readonly to: string } | undefined
  /** Whether X-Forwarded-For, -Port, -Proto and -Host tell the target of the client (`xfwd`). */
  readonly forwardsClient?: boolean
  /** False where a certificate of the target is not checked (`secure: false`), which is nginx's default, too. */
  readonly verifiesTls: boolean
  readonly evidence: Evidence
}
