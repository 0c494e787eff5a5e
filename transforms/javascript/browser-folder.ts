import { resolvePath, type Evidence } from '../../src/transform.ts'
import { configFile } from './config/find-config.ts'
import { optionsOf, textOption } from './config/options.ts'
import { lineOfKey, type Manifest } from './manifest.ts'
import type { StageView } from './stage-view.ts'
import { buildIn, readConfigAt } from './tools/call.ts'
import type { Work } from './work.ts'

/** From this version on Puppeteer keeps its browser in the user's home, and no more in node_modules. https://pptr.dev/guides/configuration */
const sinceMajor = 19

const skips = [
  'PUPPETEER_SKIP_DOWNLOAD',
  'PUPPETEER_SKIP_CHROMIUM_DOWNLOAD',
  'PUPPETEER_SKIP_CHROME_DOWNLOAD',
]

/** A folder that the install script of a package fills beside node_modules. */
export interface HomeDownload {
  /** The package's. */
  readonly name: string
  readonly path: string
  readonly evidence: Evidence
}

/** The browser that Puppeteer's install script downloads, beside node_modules; undefined where it downloads none, or not there. */
export function browserFolder(
  { command }: Work,
  root: string,
  manifest: Manifest,
  view: StageView,
  home: string,
): HomeDownload | undefined {
  const range = manifest.dependencies.get('puppeteer')
  const major = Number(/\d+/.exec(range ?? '')?.[0] ?? sinceMajor)
  if (range === undefined || major < sinceMajor) return undefined
  const variable = (name: string) => command.assignments.get(name) ?? command.step.variable(name)
  if (skips.some((name) => /^(true|1|yes)$/i.test(variable(name) ?? ''))) return undefined
  const settings = view.contextPath(resolvePath(root, '.npmrc') ?? '')
  if (settings !== undefined && /^puppeteer_skip/im.test(view.project.read(settings) ?? ''))
    return undefined
  return {
    name: 'puppeteer',
    path:
      variable('PUPPETEER_CACHE_DIR') ?? configuredCache(root, view) ?? `${home}/.cache/puppeteer`,
    evidence: {
      path: manifest.path,
      line: lineOfKey(manifest, 'dependencies', 'puppeteer'),
      text: `"puppeteer": "${range}"`,
    },
  }
}

/** `cacheDirectory: join(__dirname, '.cache', 'puppeteer')`, as its documents have it; undefined where nothing is said, or it can't be told. */
function configuredCache(root: string, view: StageView): string | undefined {
  const [path] = ['.puppeteerrc', 'puppeteer.config'].flatMap(
    (name) => configFile(view, root, name) ?? [],
  )
  if (path === undefined) return undefined
  const folder = textOption(
    optionsOf(readConfigAt(buildIn('puppeteer', root, view), path))('cacheDirectory'),
  )
  return typeof folder === 'string' ? resolvePath(root, folder) : undefined
}
