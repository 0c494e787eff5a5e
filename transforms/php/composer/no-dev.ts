import {
  type Command,
  type Evidence,
  lineEvidence,
  placeOf,
  type Process,
  type RunCommand,
} from '../../../src/transform.ts'
import { bundlesOf, environmentOf } from '../frameworks/symfony-bundles.ts'
import { devPackageOf, runsSeeders } from './dev-commands.ts'
import { devNamesOf, type DevNames } from './dev-names.ts'
import { findDevUse, type DevUse } from './dev-uses.ts'
import { isInstalling, leavesDevOut, type ComposerProject } from './project.ts'
import { scriptLinesOf } from './script-lines.ts'

/** What becomes of the dev packages of a project. */
export type DevPackages =
  /** They were never there, or nothing is known of them. */
  | { readonly kind: 'as-it-is' }
  /** `--no-dev` at the author's own commands. */
  | { readonly kind: 'in-place' }
  /** The build needs them: a second install at its end takes them away. */
  | { readonly kind: 'at-the-end' }
  | { readonly kind: 'kept'; readonly why: string; readonly evidence: readonly Evidence[] }

/** Decides whether composer leaves the dev packages out. `later` are commands of the build, `started` those of the container. */
export function decideDevPackages(
  project: ComposerProject,
  later: readonly Command[],
  started: readonly Process[],
): DevPackages {
  const { manifest, commands } = project
  const installs = commands.filter(isInstalling)
  if (manifest === undefined || installs.length === 0) return { kind: 'as-it-is' }
  const out = installs.map(leavesDevOut)
  if (out.at(-1) !== false) return { kind: 'as-it-is' }
  const asked = installs.find(
    ({ name, args }) => name === 'create-project' || args.includes('--dev'),
  )
  if (asked !== undefined) return kept('the author asks for dev packages', asked.command)
  const names = devNamesOf(project)
  const start = started.flatMap((process) => devStart(process, project, names) ?? [])[0]
  if (start !== undefined) return start
  const bundle = devBundle(project, names)
  if (bundle !== undefined) return bundle
  const use = findDevUse(project, names, false)
  if (use !== undefined) return keptFor(use)
  const script = devScript(project, names)
  if (script !== undefined) return script
  return later.some((command) => devPackageOf(command, project, names) !== undefined)
    ? { kind: 'at-the-end' }
    : { kind: 'in-place' }
}

/** A line of composer's scripts that only the dev packages make possible. */
function devScript(project: ComposerProject, names: DevNames): DevPackages | undefined {
  const { commands, manifest, lock } = project
  if (manifest === undefined) return undefined
  const lines = commands.flatMap((command) => scriptLinesOf(command, manifest, lock !== undefined))
  for (const { commands: own, evidence, text } of lines) {
    // Such a line asks composer whether the dev packages are there: https://getcomposer.org/doc/articles/scripts.md#event-names
    if (text.includes('COMPOSER_DEV_MODE')) continue
    const needed =
      own === undefined
        ? namespaceOf(text, names)
        : own.flatMap((command) => devPackageOf(command, project, names) ?? [])[0]
    if (needed === undefined) continue
    const why = `\`${text}\` of composer.json needs ${needed}`
    return { kind: 'kept', why, evidence: [evidence] }
  }
  return undefined
}

/** What brings the class of a callback: `Acme\\Tools\\Setup::run`. */
function namespaceOf(text: string, { namespaces }: DevNames): string | undefined {
  const lower = text.toLowerCase().replace(/^\\/, '')
  const found = namespaces.find(({ prefix }) => lower.startsWith(prefix))
  return found?.package === 'composer.json' ? 'autoload-dev' : found?.package
}

/** A command that the container starts with, which only the dev packages make possible. */
function devStart(
  process: Process,
  project: ComposerProject,
  names: DevNames,
): DevPackages | undefined {
  const own = devPackageOf(process, project, names)
  const use =
    own === undefined && runsSeeders(process, project)
      ? findDevUse(project, names, true)
      : undefined
  if (own === undefined && use === undefined) return undefined
  const at = process.via.at(-1)
  const command = `\`${process.argv.map((word) => word ?? '…').join(' ')}\``
  return {
    kind: 'kept',
    why:
      use === undefined
        ? `${command} needs ${own ?? ''}`
        : `${command} needs ${use.package}, which ${placeOf(use.evidence)} names`,
    evidence: [...(at === undefined ? [] : [at]), ...(use === undefined ? [] : [use.evidence])],
  }
}

function keptFor({ package: from, name, evidence }: DevUse): DevPackages {
  const brings = from === 'composer.json' ? 'autoload-dev' : from
  return {
    kind: 'kept',
    why: `${placeOf(evidence)} names ${name}, which only ${brings} brings`,
    evidence: [evidence],
  }
}

function kept(why: string, { step }: RunCommand): DevPackages {
  return { kind: 'kept', why, evidence: [lineEvidence(step.instruction)] }
}

/** A bundle of a dev package that the image's environment loads, or that an environment nobody knows might. */
function devBundle(project: ComposerProject, names: DevNames): DevPackages | undefined {
  const { view, folder } = project
  const bundles = bundlesOf(view, folder).filter(({ name }) =>
    names.namespaces.some(({ prefix }) => `${name.toLowerCase()}\\`.startsWith(prefix)),
  )
  if (bundles.length === 0) return undefined
  const environment = environmentOf(view, folder)
  const loaded = bundles.find(
    ({ environments }) =>
      environment === undefined ||
      environments.includes('all') ||
      environments.includes(environment.name),
  )
  if (loaded === undefined) return undefined
  const { evidence, name } = loaded
  return {
    kind: 'kept',
    why:
      environment === undefined
        ? `${placeOf(evidence)} loads ${name} in some environments, and APP_ENV is only known when the container runs`
        : `${placeOf(evidence)} loads ${name} where APP_ENV is ${environment.name}`,
    evidence: [evidence, ...(environment?.evidence === undefined ? [] : [environment.evidence])],
  }
}
