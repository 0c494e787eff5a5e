import {
  inSource,
  type InstallSite,
  isRecord,
  type Manifests,
  ownValue,
  type Project,
  type RunCommand,
  splice,
  type Stays,
  composerCommandOf,
  isComposer,
  resolvePath,
} from '../../../src/transform.ts'

/**
 * Options of `composer install` that keep their meaning where its work is done in two steps, and what the second step says for them.
 * https://getcomposer.org/doc/03-cli.md#install-i, https://getcomposer.org/doc/03-cli.md#dump-autoload-dumpautoload
 */
const options: Readonly<Record<string, { readonly second: string; readonly isForSecond?: true }>> =
  {
    '--no-dev': { second: '--no-dev' },
    '--no-scripts': { second: '--no-scripts' },
    '--optimize-autoloader': { second: '--optimize', isForSecond: true },
    '-o': { second: '--optimize', isForSecond: true },
    '--classmap-authoritative': { second: '--classmap-authoritative', isForSecond: true },
    '-a': { second: '--classmap-authoritative', isForSecond: true },
    '--apcu-autoloader': { second: '--apcu', isForSecond: true },
  }
/** Those that say how, not what. */
const manners =
  /^(--(no-interaction|prefer-dist|no-progress|no-suggest|quiet|verbose|ansi|no-ansi)|-[nqv]+)$/

/** Plugins whose work at an install needs no file of the sources, or whose work is done when the autoloader is written. */
const harmlessPlugins = new Set([
  'composer/package-versions-deprecated',
  'dealerdirect/phpcodesniffer-composer-installer',
  'ocramius/package-versions',
  'pestphp/pest-plugin',
  'php-http/discovery',
  'phpstan/extension-installer',
  'symfony/flex',
  'symfony/runtime',
])

/**
 * Scripts that are not run by the install, that the second step runs, or that may run after it. Into an empty vendor folder nothing is
 * updated, and nothing is removed.
 */
const movableScripts =
  /^(post-install-cmd|(pre|post)-update-cmd|(pre|post)-autoload-dump|post-root-package-install|post-create-project-cmd|(pre|post)-(archive|status)-cmd|(pre|post)-package-(update|uninstall))$/
/** https://getcomposer.org/doc/articles/scripts.md#event-names */
const isEvent = (name: string) => /^(pre|post)-|^(init|command)$/.test(name)

/**
 *   RUN composer install --no-dev   =>   RUN composer install --no-dev --no-scripts --no-autoloader
 *                                        COPY . .
 *                                        RUN composer dump-autoload --no-dev
 *
 * The autoloader lists the project's own classes and files, and its scripts run its code: both wait for the sources. Undefined where packages
 * come from folders of the project, a plugin or a script has work before that, or there is no lock file to say so.
 */
export function composerManifests(site: InstallSite): Manifests | Stays | undefined {
  const { project, source, installs } = site
  const [install] = installs
  if (install === undefined || installs.length > 1 || install.source === undefined) return undefined
  const path = inSource(source, 'composer.json')
  const json = project.json(path)
  const lock = project.json(inSource(source, 'composer.lock'))
  if (!isRecord(json) || !isRecord(lock)) return undefined
  if (hasLocalPackages(json, lock)) return stays('packages come from folders of the project')
  const config = isRecord(json['config']) ? json['config'] : {}
  if (config['vendor-dir'] !== undefined) return undefined
  const plugin = pluginsOf(lock).find((name) => !harmlessPlugins.has(name))
  if (plugin !== undefined) return stays(`the plugin ${plugin} may read them`)
  const scripts = isRecord(json['scripts']) ? Object.keys(json['scripts']) : []
  const runsScripts = !install.args.includes('--no-scripts')
  const early = scripts.find((name) => isEvent(name) && !movableScripts.test(name))
  if (runsScripts && early !== undefined) return stays(`its script ${early} runs before the end`)
  const second = secondStep(
    install,
    site.step.instruction.text,
    runsScripts && scripts.includes('post-install-cmd'),
  )
  if (second === undefined || hasPackages(project, source)) return undefined
  const optional = ['auth.json', 'symfony.lock', ...ownPhar(site)].filter((name) =>
    project.isFile(inSource(source, name)),
  )
  return {
    files: ['composer.json', 'composer.lock', ...optional],
    folders: [],
    evidence: [{ path: inSource(source, 'composer.lock'), line: undefined, text: 'composer.lock' }],
    assumption: project.isIgnored(inSource(source, 'vendor'))
      ? undefined
      : 'The build context has no vendor folder of its own, which a COPY behind the install would lay over the installed one; a .dockerignore with vendor makes sure.',
    later: { first: firstStep(install), second },
  }
}

/** `php composer.phar install`: composer itself lies among the sources, and needs nothing else of them. */
function ownPhar({ installs, folder }: InstallSite): readonly string[] {
  const [install] = installs
  return install?.argv.some((word) => word?.endsWith('.phar') === true) === true &&
    install.argv.some((word) => resolvePath(install.cwd, word ?? '') === `${folder}/composer.phar`)
    ? ['composer.phar']
    : []
}

const stays = (why: string): Stays => ({
  stays: `The sources stay above \`composer install\`: ${why}.`,
})

/** The install's text without what only the autoloader is told; `offset` is where the text begins in the RUN. */
function firstStep({ source, args }: RunCommand): (run: string) => string {
  return (run) => {
    if (source === undefined) return run
    const words = source.words.filter(
      ({ value }) => value !== undefined && ownValue(options, value)?.isForSecond === true,
    )
    const missing = ['--no-scripts', '--no-autoloader'].filter((name) => !args.includes(name))
    const last = source.words.findLast((word) => !words.includes(word))
    const end = last?.end ?? source.end
    return splice(run, [
      ...words.map(({ start, end: to }) => ({
        start: start - (/[ \t]*$/.exec(run.slice(0, start))?.[0].length ?? 0),
        end: to,
        text: '',
      })),
      { start: end, end, text: missing.map((name) => ` ${name}`).join('') },
    ])
  }
}

/** What is left for when the sources are there: the autoloader, and the scripts. Undefined where an option is not known. */
function secondStep(command: RunCommand, run: string, hasScript: boolean): string | undefined {
  const composer = composerCommandOf(command)
  // `-d` says where: the second step would have to say it, too.
  if (composer === undefined || composer.folder !== command.cwd) return undefined
  const own = composer.args.filter((arg) => arg === undefined || !manners.test(arg))
  const rows = own.map((arg) => (arg === undefined ? undefined : ownValue(options, arg)))
  const { source } = command
  const program = source?.words.find(({ value }) => isComposer(value))
  if (rows.includes(undefined) || source === undefined || program === undefined) return undefined
  // With what stands before it: assignments, `php -d memory_limit=-1`.
  const call = run.slice(source.start, program.end)
  const second = [...new Set(rows.flatMap((row) => row?.second ?? []))]
  const dump = [call, 'dump-autoload', ...second].join(' ')
  const dev = own.includes('--no-dev') ? ' --no-dev' : ''
  return hasScript ? `${dump} && ${call} run-script${dev} post-install-cmd` : dump
}

/** `path` and `artifact` repositories, and packages that were locked from such. */
function hasLocalPackages(
  json: Readonly<Record<string, unknown>>,
  lock: Readonly<Record<string, unknown>>,
): boolean {
  const repositories = JSON.stringify(json['repositories'] ?? [])
  return (
    /"type":"(path|artifact)"|"url":"(\.|\/|file:)/.test(repositories) ||
    packagesOf(lock).some(({ dist }) => isRecord(dist) && dist['type'] === 'path')
  )
}

function packagesOf(
  lock: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  return ['packages', 'packages-dev'].flatMap((field) => {
    const list: unknown = lock[field]
    return Array.isArray(list) ? list.filter(isRecord) : []
  })
}

function pluginsOf(lock: Readonly<Record<string, unknown>>): readonly string[] {
  return packagesOf(lock)
    .filter(({ type }) => type === 'composer-plugin' || type === 'composer-installer')
    .map(({ name }) => (typeof name === 'string' ? name : 'without a name'))
}

const hasPackages = (project: Project, source: string) =>
  project.isFolder(inSource(source, 'vendor'))
