import { readManifest } from '../../javascript/manifest.ts'
import { hasFile } from '../../javascript/stage-view.ts'
import type { HashedLocation, NginxConf, ProxyLocation } from './nginx-conf.ts'
import { inFolder } from '../site/site-build.ts'
import type { Site } from '../app.ts'
import type { Fallback } from '../../javascript/tools/tool.ts'

const html = '/usr/share/nginx/html'

/** Where the site's files stand in the runtime stage. */
export const targetOf = ({ serving }: Site): string =>
  `${html}${serving.basePath}`.replace(/\/$/, '')

/** What nginx has to do so that the site answers as it does today. */
export function confOf(site: Site, proxies: readonly ProxyLocation[]): NginxConf {
  const { serving } = site
  const { basePath, cleanUrls, headers, gzipStatic, lists, slashes, hidden } = serving
  const fallback = withoutException(withNotFoundPage(serving.fallback, site), site)
  return {
    ...{ basePath, fallback, cleanUrls, headers, gzipStatic, lists, slashes, hidden, proxies },
    folders: hasPagesBelow(site) ? serving.folders : 'none',
    port: site.server.takesPort ? '${PORT}' : serving.port,
    root: html,
    like: `\`${serving.label}\``,
    hashed: hashedOf(site, fallback),
    hasModules: hasModules(site),
    hasText: hasText(site),
  }
}

/** An exception is only one where the file is missing. */
function withoutException(fallback: Fallback, { folder, serving, server }: Site): Fallback {
  if (fallback.kind !== 'page' || fallback.except === undefined) return fallback
  const { except, ...rest } = fallback
  const name = except.slice(serving.basePath.length)
  const places = [folder, inFolder(serving.cwd ?? '/', 'public')]
  return places.some((place) => hasFile(server.view, inFolder(place, name))) ? rest : fallback
}

/** The page that the build makes for what is not there, where the server would have found it. */
function withNotFoundPage(fallback: Fallback, { output, serving, folder, server }: Site): Fallback {
  if (fallback.kind === 'page' || fallback.page !== undefined) return fallback
  if (serving.by === 'file-server' || serving.by === 'program') return fallback
  const own = output?.notFoundPage
  if (own !== undefined) return { kind: 'not-found', page: own }
  return hasFile(server.view, inFolder(folder, '404.html'))
    ? { kind: 'not-found', page: '/404.html' }
    : fallback
}

/** Whether folders may have an index.html of their own. Development servers make no pages: those of the project are all there are. */
function hasPagesBelow({ folder, serving, server }: Site): boolean {
  const { view } = server
  if (serving.by !== 'development-server' || serving.fallback.kind !== 'page' || serving.cleanUrls)
    return true
  return [folder, serving.cwd ?? '/'].some((place) => {
    const path = view.contextPath(place)
    const prefix = path === undefined || path === '' ? '' : `${path}/`
    const files = path === undefined ? [] : view.project.files(path)
    return files.some((file) => {
      const own = file.slice(prefix.length).replace(/^(public|static|src)\//, '')
      return own.endsWith('/index.html') && !/(^|\/)(node_modules|dist|build)\//.test(own)
    })
  })
}

/** Packages of which a browser loads an `.mjs` file, as the bundler has it. */
const bringModules = [
  // https://github.com/mozilla/pdf.js/wiki/Setup-pdf.js-in-a-website
  ...['pdfjs-dist', 'react-pdf', '@react-pdf-viewer/core', 'vue-pdf-embed', 'ng2-pdf-viewer'],
  'ngx-extended-pdf-viewer',
  // https://onnxruntime.ai/docs/tutorials/web/deploy.html
  'onnxruntime-web',
  '@huggingface/transformers',
]

/** Files of the sources that come into the site as they are. */
function filesAsTheyAre({ serving, folder, server }: Site): readonly string[] {
  const { view } = server
  const cwd = serving.cwd ?? '/'
  const places = [folder, inFolder(cwd, 'public'), inFolder(cwd, 'static')]
  return places.flatMap((place) => {
    const path = view.contextPath(place)
    const files = path === undefined ? [] : view.project.files(path)
    return files.filter((file) => !file.includes('node_modules/'))
  })
}

/** The page that most tools make the site's own from. */
const pages = ['index.html', 'src/index.html']

/** Without a character set browsers take a text for windows-1252. A page may name its own, the others can't. */
function hasText(site: Site): boolean {
  const { view } = site.server
  const cwd = site.serving.cwd ?? '/'
  const own = pages.flatMap((page) => view.contextPath(inFolder(cwd, page)) ?? [])
  return [...own, ...filesAsTheyAre(site)].some((file) => {
    if (!/\.(txt|html?)$/.test(file)) return false
    const text = view.project.read(file) ?? ''
    return /[^\p{ASCII}]/u.test(text) && (file.endsWith('.txt') || !/charset/i.test(text))
  })
}

/** `.mjs` files that are copied into the site, or that a package is known to bring: pdf.js starts its worker from one. */
function hasModules(site: Site): boolean {
  const { serving, server } = site
  const { view } = server
  const isCopied = filesAsTheyAre(site).some((file) => file.endsWith('.mjs'))
  const path = view.contextPath(inFolder(serving.cwd ?? '/', 'package.json'))
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  if (isCopied || manifest === undefined) return isCopied
  const { dependencies, devDependencies, scripts } = manifest
  return (
    bringModules.some((name) => dependencies.has(name) || devDependencies.has(name)) ||
    [...scripts.values()].some((script) => /\.mjs\s.*\b(dist|build|out|public)\b/.test(script))
  )
}

function hashedOf(site: Site, fallback: Fallback): HashedLocation | undefined {
  const { output, tool, serving } = site
  const hashed = output?.hashed
  if (hashed === undefined || tool === undefined) return undefined
  if (hashed.kind === 'folder') {
    const path = `${serving.basePath}${hashed.path.replace(/^\//, '')}`
    // Beside a regular expression a beginning has to say that it goes first; but not before that of the modules among its files, or of the names that begin with a dot.
    const isBeside = fallback.kind === 'page' && !fallback.forFiles
    const match = isBeside
      ? hasModules(site) || serving.hidden !== undefined
        ? `~ ^${path.replaceAll('.', '\\.')}`
        : `^~ ${path}`
      : path
    return { by: tool.title, match }
  }
  return { by: tool.title, match: `~ ${quoted(hashed.pattern)}` }
}

/** nginx ends a word at a brace. */
const quoted = (pattern: string) => (/[{};]/.test(pattern) ? `"${pattern}"` : pattern)
