import { bun } from '../package-managers/bun.ts'
import { readManagerCall } from '../package-managers/index.ts'
import { npm } from '../package-managers/npm.ts'
import { pnpm } from '../package-managers/pnpm.ts'
import { yarn, yarnBerry } from '../package-managers/yarn.ts'
import { namedFiles, namedFolders } from './named-files.ts'
import { hasLifecycle, ignoresScripts, namesFolders } from './package-manifest.ts'
import { workspaceManifests } from './workspace-manifests.ts'
import {
  baseName,
  type Evidence,
  inSource,
  type InstallSite,
  isRecord,
  isWithin,
  type Manifests,
  npmVerb,
  type Project,
} from '../../../src/transform.ts'

/** Files that the install of a dependency reads, or that make the project itself be built. */
const readByScripts = [
  'binding.gyp',
  '.puppeteerrc',
  '.puppeteerrc.cjs',
  '.puppeteerrc.json',
  '.pnp.cjs',
  '.pnp.js',
  'lerna.json',
]

const managers = [npm, yarn, yarnBerry, pnpm, bun]

/** package.json, the lock file and what else the install reads; undefined where it needs the sources. */
export function javascriptManifests(site: InstallSite): Manifests | undefined {
  const { project, source, installs } = site
  const path = inSource(source, 'package.json')
  const manifest = project.json(path)
  if (!isRecord(manifest)) return undefined
  const has = (name: string) => project.isFile(inSource(source, name))
  const tools = installs.flatMap(
    ({ name = '', args }) => readManagerCall(baseName(name), args, false)?.manager.program ?? [],
  )
  const rows = managers.filter(({ program }) => tools.includes(program))
  const own = [...new Set(rows.flatMap((row) => row.lockFiles))].filter(has)
  // Without a lock file of its own npm goes by yarn's (https://docs.npmjs.com/cli/commands/npm-install#package-lock).
  const locks = own.length === 0 && tools.includes('npm') && has('yarn.lock') ? ['yarn.lock'] : own
  if (installs.some(({ args }) => args.some(needsLock)) && locks.length === 0) return undefined
  if (!ignoresScripts(installs) && hasLifecycle(manifest)) return undefined
  if (readByScripts.some(has) || namesFolders(manifest)) return undefined
  const settings = [...new Set(rows.flatMap((row) => row.settings).filter(has))]
  // https://classic.yarnpkg.com/blog/2016/11/24/offline-mirror/
  const mirrors = settings.includes('.yarnrc') ? namedFolders('.yarnrc', project, source) : []
  const brought = ['.yarn', 'package.json', ...mirrors, ...locks, ...settings]
  const isOther = (file: string) => !brought.some((own) => isWithin(file, own))
  const namesOthers = (name: string) =>
    [...namedFiles(name, project, source), ...namedFolders(name, project, source)].some(isOther)
  if (settings.some(namesOthers)) return undefined
  const nested = workspaceManifests(site)
  if (nested === undefined) return undefined
  const schema = prismaFolder(manifest, project, source)
  if (schema === 'elsewhere' || project.isFolder(inSource(source, 'node_modules'))) return undefined
  const yarnFolder =
    tools.includes('yarn') && project.isFolder(inSource(source, '.yarn')) ? ['.yarn'] : []
  const isSure = ['package.json', ...nested].every((file) =>
    project.isIgnored(inSource(source, file.replace(/package\.json$/, 'node_modules'))),
  )
  return {
    files: ['package.json', ...locks, ...settings],
    nested,
    folders: [...yarnFolder, ...mirrors, ...(schema === undefined ? [] : [schema])],
    evidence: locks.map((name): Evidence => ({
      path: inSource(source, name),
      line: undefined,
      text: name,
    })),
    assumption: isSure
      ? undefined
      : 'The build context has no node_modules folder of its own, which a COPY behind the install would lay over the installed one; a .dockerignore with node_modules makes sure.',
  }
}

const needsLock = (arg: string | undefined) =>
  npmVerb(arg ?? '') === 'ci' || (arg?.startsWith('--frozen') ?? false) || arg === '--immutable'

/** @prisma/client makes itself from the schema when it is installed, where it finds one (https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/generating-prisma-client). */
function prismaFolder(
  manifest: Readonly<Record<string, unknown>>,
  project: Project,
  source: string,
): string | undefined {
  const { dependencies } = manifest
  if (!isRecord(dependencies) || dependencies['@prisma/client'] === undefined) return undefined
  const files = project.files(source === '' ? undefined : source)
  const schemas = files.filter((file) => file.endsWith('.prisma'))
  if (schemas.length === 0 && manifest['prisma'] === undefined) return undefined
  return schemas.every((file) => file === inSource(source, 'prisma/schema.prisma'))
    ? 'prisma'
    : 'elsewhere'
}
