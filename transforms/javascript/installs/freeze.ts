import {
  baseName,
  bunMisfit,
  inSource,
  isRecord,
  npmMisfit,
  npmVerb,
  pnpmMisfit,
  yarnMisfit,
  type Freeze,
  type FreezeSite,
  type RunCommand,
  type Stays,
} from '../../../src/transform.ts'
import { readManagerCall } from '../package-managers/index.ts'
import { pnpmMajor } from '../package-managers/pnpm-version.ts'

/** Flags that change nothing of what a lock file decides. */
const harmless =
  /^(--(omit|include|only|also|production|prod|legacy-peer-deps|ignore-scripts|no-audit|audit|no-fund|fund|no-optional|silent|quiet|verbose|loglevel|prefer-offline|offline|unsafe-perm|cache|registry|progress|no-progress|no-update-notifier|fetch-retries|network-timeout|network-concurrency|non-interactive|cache-folder|foreground-scripts|ignore-engines)(=.*)?|-[qsdP])$/

/** Fields of package.json by which a lock file is made, too, and that are not compared here. */
const others = [
  'workspaces',
  'overrides',
  'resolutions',
  'patchedDependencies',
  'catalog',
  'catalogs',
  'pnpm',
]

/**
 *   npm install    =>   npm ci                              https://docs.npmjs.com/cli/commands/npm-ci
 *   yarn install   =>   yarn install --frozen-lockfile      https://classic.yarnpkg.com/lang/en/docs/cli/install/
 *   bun install    =>   bun install --frozen-lockfile       https://bun.sh/docs/cli/install
 *
 *   pnpm install   =>   pnpm install --frozen-lockfile      https://pnpm.io/cli/install#--frozen-lockfile
 *
 * Later versions of Yarn compare more with their lock file than can be shown here.
 */
export function freezeJavaScript(site: FreezeSite): Freeze | Stays | undefined {
  const { command, project, source, has } = site
  const read = readManagerCall(baseName(command.name ?? ''), command.args, false)
  if (read?.call.kind !== 'install' || command.source === undefined) return undefined
  const { manager, call } = read
  if (manager.program === 'npm' && command.args.some((arg) => arg !== undefined && isCi(arg)))
    return undefined
  if (command.args.some((arg) => arg?.startsWith('--frozen-lockfile'))) return undefined
  const lock = manager.lockFiles.find((name) => project.isFile(inSource(source, name)))
  if (lock === undefined) return undefined
  const stays = (why: string) => ({ stays: `${site.where} stays as it is: ${why}.` })
  if (!has(lock)) return stays(`${lock} is not copied before`)
  const isOpen = command.args.includes(undefined) || read.selection !== undefined
  if (isOpen || !call.flags.every((flag) => harmless.test(flag)) || hasSettings(command))
    return stays('its flags may ask for something that the lock file does not have')
  const changing = site.earlier.find((other) => mayChange(other, [lock, 'package.json']))
  if (changing !== undefined) return stays(`an earlier command may change package.json or ${lock}`)
  if (project.isFolder(inSource(source, 'node_modules')))
    return stays('the build context has a node_modules folder')
  const misfit = misfitOf(manager.program, lock, site, call.flags)
  if (misfit !== undefined) return stays(misfit)
  const spans = spansFor(manager.program, command)
  return spans === undefined ? undefined : { spans, lock: inSource(source, lock) }
}

const isCi = (arg: string) => npmVerb(arg) === 'ci'

const hasSettings = ({ assignments, step }: RunCommand) =>
  [...assignments.keys(), ...step.env.keys(), ...step.args.keys()].some(
    (name) =>
      /^(p?npm_config_|yarn_|bun_)/i.test(name) &&
      !/^yarn_version$|^bun_(install|runtime)/i.test(name),
  )

function mayChange({ name = '', args, redirects, argv }: RunCommand, files: readonly string[]) {
  const words = [...argv, ...redirects.map(({ target }) => target)]
  const isManager = /^(npm|yarn|bun|pnpm|corepack)$/.test(baseName(name))
  return (
    words.some((word) => files.some((file) => word?.includes(file))) ||
    (isManager &&
      args.some((arg) => /^(pkg|set-script|version|npm@.*|set|config)$/.test(arg ?? '')))
  )
}

function misfitOf(
  program: string,
  lock: string,
  { project, source, stage }: FreezeSite,
  flags: readonly string[],
): string | undefined {
  const path = (name: string) => inSource(source, name)
  const manifest = project.json(path('package.json'))
  if (!isRecord(manifest)) return "package.json can't be read"
  const other = others.find((field) => manifest[field] !== undefined)
  if (other !== undefined) return `package.json has ${other}, which is not compared`
  const settings = project.read(path('.npmrc')) ?? ''
  if (/package-lock\s*=\s*false/.test(settings)) return '.npmrc says that there is no lock file'
  switch (program) {
    case 'npm': {
      // `npm ci` of npm 7 and later reads every version of the file: https://docs.npmjs.com/cli/configuring-npm/package-lock-json#lockfileversion
      const node = /^v?(\d+)/.exec(stage.base.version ?? '24')?.[1] ?? '24'
      if (stage.base.family !== 'node' || Number(node) < 16)
        return 'the version of npm is not known'
      const isLegacy = /legacy-peer-deps\s*=\s*true/.test(settings)
      const hasPeers = !isLegacy && !flags.includes('--legacy-peer-deps')
      return npmMisfit(manifest, project.json(path(lock)), hasPeers)
    }
    case 'yarn':
      return project.isFile(path('.yarnrc.yml'))
        ? 'what a later version of Yarn would write into its lock file is not known'
        : yarnMisfit(manifest, project.read(path(lock)) ?? '')
    case 'bun':
      return lock === 'bun.lock'
        ? bunMisfit(manifest, project.json(path(lock)))
        : `${lock} is no text`
    case 'pnpm': {
      if (project.isFile(path('pnpm-workspace.yaml')) || /auto-install-peers/.test(settings))
        return 'its settings are not compared'
      const { packageManager } = manifest
      const pinned = typeof packageManager === 'string' ? packageManager : undefined
      const major = pnpmMajor({ packageManager: pinned }, stage)
      return pnpmMisfit(manifest, project.read(path(lock)), major)
    }
    default:
      return `what ${program} compares with its lock file is not known`
  }
}

/** `npm i` becomes `npm ci`; the others get a flag behind the word, or behind `yarn`. */
function spansFor(
  program: string,
  { source, args, argv }: RunCommand,
): Freeze['spans'] | undefined {
  const words = source?.words ?? []
  const first = argv.length - args.length
  const at = words.findIndex(
    ({ value }, i) => i >= first && value !== undefined && !value.startsWith('-'),
  )
  if (program === 'npm') {
    const verb = words[at]
    return verb === undefined || npmVerb(verb.value ?? '') !== 'install'
      ? undefined
      : [{ start: verb.start, end: verb.end, text: 'ci' }]
  }
  const word = words[at] ?? words[first - 1]
  if (word === undefined) return undefined
  return [{ start: word.end, end: word.end, text: ' --frozen-lockfile' }]
}
