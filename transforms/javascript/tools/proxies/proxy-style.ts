import type { DevProxy } from '../tool.ts'

/** What a development server takes a proxy's key and options for, where they do not say. */
export interface ProxyStyle {
  /** A key that is a plain path. */
  readonly matches: DevProxy['matches']
  readonly changesOrigin: boolean
  /** Where the target is all that is said. */
  readonly changesOriginOfText: boolean
  readonly websocket: boolean
  readonly verifiesTls: boolean
  readonly forwardsClient: boolean
  /** Keys that begin with `^` are regular expressions. */
  readonly hasPatterns: boolean
  /** Keys may have `*`. */
  readonly hasGlobs: boolean
}

const plain: ProxyStyle = {
  matches: 'characters',
  changesOrigin: false,
  changesOriginOfText: false,
  websocket: false,
  verifiesTls: true,
  forwardsClient: false,
  hasPatterns: false,
  hasGlobs: false,
}

/** https://vite.dev/config/server-options.html#server-proxy */
export const viteStyle: ProxyStyle = { ...plain, changesOriginOfText: true, hasPatterns: true }

/** https://github.com/chimurai/http-proxy-middleware#context-matching, which webpack-dev-server, Parcel and Angular have inside. */
export const middlewareStyle: ProxyStyle = { ...plain, hasGlobs: true }

/** https://cli.vuejs.org/config/#devserver-proxy: keys are regular expressions, and files of the project are never handed on. */
export const vueStyle: ProxyStyle = {
  ...plain,
  changesOrigin: true,
  changesOriginOfText: true,
  websocket: true,
  verifiesTls: false,
  forwardsClient: true,
  hasPatterns: true,
}

/** `proxy` in package.json: https://create-react-app.dev/docs/proxying-api-requests-in-development/ */
export const packageStyle: ProxyStyle = { ...vueStyle, matches: 'no-page' }
