import {
  resolvePath,
  type Artifact,
  type Behaviour,
  type Evidence,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { configFile } from '../../javascript/config/find-config.ts'
import { optionsOf, textOption } from '../../javascript/config/options.ts'
import { buildIn, readConfigAt } from '../../javascript/tools/call.ts'
import { lineOfKey } from '../../javascript/manifest.ts'

/** From this version on Puppeteer keeps its browser in the user's home, and no more in node_modules. https://pptr.dev/guides/configuration */
const sinceMajor = 19

const skips = [
  'PUPPETEER_SKIP_DOWNLOAD',
  'PUPPETEER_SKIP_CHROMIUM_DOWNLOAD',
  'PUPPETEER_SKIP_CHROME_DOWNLOAD',
]

/** The browser that Puppeteer's install script downloads, beside node_modules; without it nothing is launched. */
export function browserCache(app: NodeApp, behaviour: Behaviour): readonly Artifact[] {
  const { installs, manifest, view } = app
  const [install] = installs
  const range = manifest.dependencies.get('puppeteer')
  const major = Number(/\d+/.exec(range ?? '')?.[0] ?? sinceMajor)
  if (install === undefined || range === undefined || major < sinceMajor) return []
  const { command } = install.work
  const variable = (name: string) => command.assignments.get(name) ?? command.step.variable(name)
  if (skips.some((name) => /^(true|1|yes)$/i.test(variable(name) ?? ''))) return []
  const settings = view.contextPath(resolvePath(app.root, '.npmrc') ?? '')
  if (settings !== undefined && /^puppeteer_skip/im.test(view.project.read(settings) ?? ''))
    return []
  if (install.task.call.kind !== 'install' || command.args.includes('--ignore-scripts')) return []
  const { user, instruction } = command.step
  const own = user === undefined || user === 'root' || user === '0' ? '/root' : `/home/${user}`
  const { base } = view.stage
  const home =
    own === '/root' && behaviour.writesElsewhere === undefined && base.user !== undefined
      ? base.user.home
      : own
  const named = variable('PUPPETEER_CACHE_DIR')
  const path = named ?? configuredCache(app) ?? `${own}/.cache/puppeteer`
  const evidence: Evidence = {
    path: manifest.path,
    line: lineOfKey(manifest, 'dependencies', 'puppeteer'),
    text: `"puppeteer": "${range}"`,
  }
  return [
    {
      path,
      ...(path.startsWith(`${own}/`) && home !== own
        ? { target: `${home}${path.slice(own.length)}` }
        : {}),
      isFolder: true,
      after: instruction,
      evidence: [evidence],
    },
  ]
}

/** `cacheDirectory: join(__dirname, '.cache', 'puppeteer')`, as its documents have it; undefined where nothing is said, or it can't be told. */
function configuredCache({ root, view }: NodeApp): string | undefined {
  const [path] = ['.puppeteerrc', 'puppeteer.config'].flatMap(
    (name) => configFile(view, root, name) ?? [],
  )
  if (path === undefined) return undefined
  const folder = textOption(
    optionsOf(readConfigAt(buildIn('puppeteer', root, view), path))('cacheDirectory'),
  )
  return typeof folder === 'string' ? resolvePath(root, folder) : undefined
}
