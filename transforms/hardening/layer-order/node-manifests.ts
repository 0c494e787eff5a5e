import type { Evidence, Project } from '../../../src/transform.ts'
import { inSource, type InstallSite, type Manifests } from './manifests.ts'
import { hasLifecycle, ignoresScripts, isRecord, namesFolders } from './package-manifest.ts'
import { workspaceManifests } from './workspace-manifests.ts'

/** What each package manager reads beside package.json when it installs; only what is there is copied. */
const readBy: Readonly<
  Record<string, { readonly locks: readonly string[]; readonly settings: readonly string[] }>
> = {
  npm: { locks: ['package-lock.json', 'npm-shrinkwrap.json'], settings: ['.npmrc'] },
  yarn: { locks: ['yarn.lock'], settings: ['.yarnrc', '.yarnrc.yml', '.npmrc'] },
  pnpm: { locks: ['pnpm-lock.yaml'], settings: ['pnpm-workspace.yaml', '.npmrc', '.pnpmfile.cjs'] },
  bun: { locks: ['bun.lock', 'bun.lockb'], settings: ['bunfig.toml', '.npmrc'] },
}
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
/** package.json, the lock file and what else the install reads; undefined where it needs the sources. */
export function nodeManifests(site: InstallSite): Manifests | undefined {
  const { project, source, installs } = site
  const path = inSource(source, 'package.json')
  const manifest = project.json(path)
  if (!isRecord(manifest)) return undefined
  const has = (name: string) => project.isFile(inSource(source, name))
  const tools = [...new Set(installs.flatMap(({ name }) => name ?? []))]
  const rows = tools.flatMap((tool) => readBy[tool] ?? [])
  if (rows.length === 0 || rows.length !== tools.length) return undefined
  const own = rows.flatMap((row) => row.locks).filter(has)
  // Without a lock file of its own npm goes by yarn's (https://docs.npmjs.com/cli/commands/npm-install#package-lock).
  const locks = own.length === 0 && tools.includes('npm') && has('yarn.lock') ? ['yarn.lock'] : own
  if (installs.some(({ args }) => args.some(needsLock)) && locks.length === 0) return undefined
  if (!ignoresScripts(installs) && hasLifecycle(manifest)) return undefined
  if (readByScripts.some(has) || namesFolders(manifest)) return undefined
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
    files: ['package.json', ...locks, ...new Set(rows.flatMap((row) => row.settings).filter(has))],
    nested,
    folders: [...yarnFolder, ...(schema === undefined ? [] : [schema])],
    evidence: locks.map((name): Evidence => ({
      path: inSource(source, name),
      line: 1,
      text: name,
    })),
    assumption: isSure
      ? undefined
      : 'The build context has no node_modules folder of its own, which a COPY behind the install would lay over the installed one; a .dockerignore with node_modules makes sure.',
  }
}

const needsLock = (arg: string | undefined) =>
  arg === 'ci' ||
  arg === 'clean-install' ||
  (arg?.startsWith('--frozen') ?? false) ||
  arg === '--immutable'

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
