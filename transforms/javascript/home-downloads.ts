import {
  isRecord,
  isRoot,
  isWithin,
  ownValue,
  parseYamlText,
  resolvePath,
} from '../../src/transform.ts'
import { browserFolder, type HomeDownload } from './browser-folder.ts'
import { lineOfKey, majorOf, type Manifest } from './manifest.ts'
import { pnpmMajor } from './package-managers/pnpm-version.ts'
import type { StageView } from './stage-view.ts'
import type { ManagerTask } from './task.ts'
import type { Work } from './work.ts'

/** What the install scripts of packages download for their run time into a home folder. */
export function homeDownloads(
  work: Work,
  task: ManagerTask,
  root: string,
  manifest: Manifest,
  view: StageView,
): readonly HomeDownload[] {
  if (task.call.kind !== 'install' || work.command.args.includes('--ignore-scripts')) return []
  return [browserFolder, serverFolder]
    .flatMap((folderOf) => folderOf(work, root, manifest, view, homeOf(work, view)) ?? [])
    .filter(({ name }) => runsScript(name, task, manifest, view))
}

/** Of whoever installs: USER may be a name or a number, with a group behind it. */
function homeOf({ command }: Work, { stage: { base } }: StageView): string {
  const { user } = command.step
  const home = command.step.variable('HOME')
  if (home !== undefined || isRoot(user)) return home ?? '/root'
  const [own = ''] = user?.split(':') ?? []
  const isBases = base.user?.name === own || String(base.user?.uid) === own
  return (isBases ? base.user?.home : undefined) ?? `/home/${own}`
}

const memoryServers = /^mongodb-memory-server(-global(-[\d.]+)?)?$/
/** Before that they kept it in node_modules. https://github.com/typegoose/mongodb-memory-server/blob/master/docs/guides/migration/migrate7.md */
const sinceMajor = 7

/** The MongoDB of mongodb-memory-server; undefined where its script downloads none, or not there. https://typegoose.github.io/mongodb-memory-server/docs/api/config-options */
function serverFolder(
  { command }: Work,
  root: string,
  manifest: Manifest,
  { project }: StageView,
  home: string,
): HomeDownload | undefined {
  const [found] = [...manifest.dependencies].filter(([name]) => memoryServers.test(name))
  if (found === undefined) return undefined
  const [name, range] = found
  const config = partOf(project.json(manifest.path), 'config', 'mongodbMemoryServer')
  const option = (variable: string, key: string): string | undefined => {
    const own = `MONGOMS_${variable}`
    const said = partOf(config, key)
    return (
      command.assignments.get(own) ??
      command.step.variable(own) ??
      (typeof said === 'string' || typeof said === 'boolean' ? String(said) : undefined)
    )
  }
  const isSaid = (text: string | undefined) => /^(true|1|on|yes)$/i.test(text ?? '')
  if (isSaid(option('DISABLE_POSTINSTALL', 'disablePostinstall'))) return undefined
  if (option('SYSTEM_BINARY', 'systemBinary') !== undefined) return undefined
  const folder = option('DOWNLOAD_DIR', 'downloadDir')
  const isGlobal = option('PREFER_GLOBAL_PATH', 'preferGlobalPath')
  const isOld = (majorOf(manifest, name) ?? sinceMajor) < sinceMajor
  const isHome = name.includes('global') || (isGlobal === undefined ? !isOld : isSaid(isGlobal))
  if (folder === undefined && !isHome) return undefined
  const path = folder === undefined ? `${home}/.cache/mongodb-binaries` : resolvePath(root, folder)
  return path === undefined || isWithin(path, `${root}/node_modules`)
    ? undefined
    : {
        name,
        path,
        evidence: {
          path: manifest.path,
          line: lineOfKey(manifest, 'dependencies', name),
          text: `"${name}": "${range}"`,
        },
      }
}

/**
 * Whether the manager runs a package's scripts: pnpm since version 10, and bun, only where that is said. A browser is there in any case, or the
 * author's image has none. https://pnpm.io/settings#allowbuilds, https://bun.com/docs/install/lifecycle
 */
function runsScript(
  name: string,
  { manager }: ManagerTask,
  manifest: Manifest,
  { project, stage }: StageView,
): boolean {
  if (manager.name !== 'pnpm' && manager.name !== 'bun') return true
  const major = manager.name === 'pnpm' ? pnpmMajor(manifest, stage) : undefined
  if (major === undefined ? name === 'puppeteer' : major < 10) return true
  const folder = manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1)
  const json = project.json(manifest.path)
  if (manager.name === 'bun') return hasName(partOf(json, 'trustedDependencies'), name)
  const workspace = parseYamlText(project.read(`${folder}pnpm-workspace.yaml`) ?? '')?.data
  return [partOf(json, 'pnpm'), workspace].some(
    (settings) =>
      partOf(settings, 'dangerouslyAllowAllBuilds') === true ||
      partOf(settings, 'allowBuilds', name) === true ||
      hasName(partOf(settings, 'onlyBuiltDependencies'), name),
  )
}

const hasName = (names: unknown, name: string): boolean =>
  Array.isArray(names) && names.includes(name)

const partOf = (json: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (isRecord(at) ? ownValue(at, key) : undefined), json)
