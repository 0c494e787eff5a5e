import { isWithin, resolvePath, type Command } from '../../../src/transform.ts'
import { consoleCommandOf } from '../frameworks/index.ts'
import { consoleRows, devPrograms } from '../tables/dev-commands.ts'
import type { DevNames } from './dev-names.ts'
import type { ComposerProject } from './project.ts'

/** The dev package that a command can't run without, because it starts its program or works on its files; undefined where none is known. */
export function devPackageOf(
  command: Command,
  project: ComposerProject,
  names: DevNames,
): string | undefined {
  const { framework, folder } = project
  const isDev = (name: string) => isDevPackage(name, project)
  const console = consoleCommandOf(command, framework, folder)
  if (console !== undefined)
    return consoleRows
      .filter(({ commands }) => commands.test(console.name))
      .flatMap(({ packages }) => packages)
      .find(isDev)
  const words = command.name === 'php' ? command.args : [command.name]
  const program = words.find((word) => word?.startsWith('-') === false)
  const inBin = program === undefined ? undefined : nameInBin(program, command, project)
  const own = inBin ?? program
  const from =
    own === undefined
      ? undefined
      : (names.programs.get(own) ??
        devPrograms.find(([name, packageName]) => name === own && isDev(packageName))?.[1])
  return from ?? (inBin === undefined ? workedOn(command, project) : ownerOf(inBin, project))
}

function isDevPackage(name: string, { manifest, lock }: ComposerProject): boolean {
  return lock === undefined
    ? manifest?.requireDev.has(name) === true && !manifest.require.has(name)
    : lock.devPackages.some((item) => item.name === name)
}

/** `phinx` of `vendor/bin/phinx`, in whichever folder composer.json has its programs. */
function nameInBin(
  program: string,
  { cwd }: Command,
  { manifest, folder }: ComposerProject,
): string | undefined {
  const path = program.includes('/') ? resolvePath(cwd ?? folder, program) : undefined
  const bin = resolvePath(folder, manifest?.binDir ?? 'vendor/bin')
  return path === undefined || bin === undefined || path === bin || !isWithin(path, bin)
    ? undefined
    : path.slice(bin.length + 1)
}

/** Without a lock file, no list says whose a program is: `phinx` is that of robmorgan/phinx. */
function ownerOf(
  program: string,
  { manifest, lock }: Pick<ComposerProject, 'manifest' | 'lock'>,
): string | undefined {
  if (lock !== undefined || manifest === undefined) return undefined
  const isNamed = (name: string) => name.endsWith(`/${program}`)
  return [...manifest.require.keys()].some(isNamed)
    ? undefined
    : [...manifest.requireDev.keys()].find(isNamed)
}

/** Programs that go on, or are meant to answer no, where what they name isn't there. */
const lookers = new Set(['test', '[', '[[', 'ls', 'echo', 'composer', 'find', 'mkdir'])

/** The dev package whose files a command names: `sed -i s/a/b/ vendor/mikey179/vfsstream/src/x.php`. */
function workedOn(command: Command, project: ComposerProject): string | undefined {
  const { name = '', args, cwd } = command
  const { vendor, folder } = project
  const isForced = args.some((arg) => arg === '--force' || /^-[a-zA-Z]*f/.test(arg ?? ''))
  if (lookers.has(name) || (name === 'rm' && isForced)) return undefined
  for (const word of [name, ...args]) {
    const text = word?.slice(word.indexOf('=') + 1) ?? ''
    const path = text.includes('/') ? resolvePath(cwd ?? folder, text) : undefined
    if (path === undefined || !isWithin(path, vendor)) continue
    const from = path
      .slice(vendor.length + 1)
      .split('/')
      .slice(0, 2)
      .join('/')
      .toLowerCase()
    if (isDevPackage(from, project)) return from
  }
  return undefined
}

/** Whether a command fills a database by the application's seeders, which may use what tests use. */
export function runsSeeders(command: Command, { framework, folder }: ComposerProject): boolean {
  const console = consoleCommandOf(command, framework, folder)
  if (console === undefined) return false
  if (/^(db:seed|doctrine:fixtures:load|migrate:fresh|migrate:refresh)$/.test(console.name))
    return console.name.startsWith('migrate:')
      ? console.args.some((arg) => /^--seed/.test(arg))
      : true
  return console.name === 'migrate' && console.args.some((arg) => /^--seed/.test(arg))
}
