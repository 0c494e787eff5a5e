import type { Facts } from '../../facts/facts.ts'
import { isArchived } from '../../knowledge/images/archived-releases.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { leavesOutRecommended, readInstall } from '../../knowledge/package-managers.ts'
import { headersOfCompiler, imageMagickExtras } from '../../knowledge/os-packages.ts'
import { isInstalled, packageOfProgram } from '../../knowledge/programs.ts'
import { trustsServers } from '../../knowledge/programs/trusts-servers.ts'
import { placeOf, type Evidence } from '../../facts/evidence.ts'
import { hasSystemFiles, packageFor } from '../needs/system/system-files.ts'
import { asksServers } from './command-uses.ts'
import { unheardOfTag } from './given-tag.ts'
import { isProvided, wasMissing } from './has-program.ts'
import { imageOfBase } from './image-of-base.ts'
import { needsShell } from './runtime-needs.ts'
import type { RuntimePackage } from '../split.ts'
import type { Trial } from './trial.ts'

/** Whether an image can be the runtime stage's base, and what must be put on it. */
export type Fit =
  | {
      readonly fits: true
      readonly packages: readonly string[]
      readonly files: readonly RuntimePackage[]
    }
  | { readonly fits: false; readonly why: string; readonly evidence: Evidence | undefined }

/** Tries an image. What it lacks is installed by its package manager, or copied from the builder. */
export function tryBase(trial: Trial): Fit {
  const { facts, candidate, needs, installs } = trial
  const base = imageOfBase(candidate.image, facts)
  const problem = mismatch(trial, base)
  if (problem !== undefined) return { fits: false, why: problem, evidence: undefined }
  const manager = canInstall(facts, base) ? base.packageManager : undefined
  const wanted = candidate.packages ?? []
  const files = manager === undefined ? wanted : []
  const packages = new Set(manager === undefined ? [] : wanted.map(({ name }) => name))
  if (manager === 'apt' && lacksCertificates(trial, base)) packages.add('ca-certificates')
  for (const { program, evidence, by } of needs) {
    if (isProvided(program, base, trial) || wasMissing(program, facts)) continue
    const name = manager === undefined ? undefined : packageOfProgram(manager, program)
    // What the author's image has by itself is not what a package of the same name has: Debian's golang-go is another version.
    const isOther = facts.final.base.ownPrograms.has(program)
    if (name === undefined || isOther)
      return {
        fits: false,
        why: `${candidate.image} lacks ${program}${by === undefined ? '' : `, which ${by} runs`}`,
        evidence,
      }
    packages.add(name)
    const headers = manager === undefined ? undefined : headersOfCompiler(manager, name)
    if (headers !== undefined) packages.add(headers)
    if (manager === 'apt')
      for (const extra of imageMagickExtras(name, base.release).coders) packages.add(extra)
  }
  const isOwn = candidate.image === facts.final.stage.base
  for (const need of trial.files) {
    if (hasSystemFiles(need, base, installs, isOwn)) continue
    const name = manager === undefined ? undefined : packageFor(need, base)
    if (name === undefined)
      return {
        fits: false,
        why: `${candidate.image} lacks ${need.path}, which ${placeOf(need.evidence)} asks for`,
        evidence: need.evidence,
      }
    packages.add(name)
  }
  const unfit = files.find((item) => item.files === undefined)
  if (unfit !== undefined)
    return {
      fits: false,
      why: `${candidate.image} lacks ${unfit.name}, and its packages are no longer served`,
      evidence: unfit.evidence,
    }
  const isMissing = (name: string) =>
    base.hasPackage(name) !== true && !isInstalled(name, base, installs)
  return { fits: true, packages: [...packages].filter(isMissing), files }
}

const certificates = 'update-ca-certificates'

/** Something asks servers, and nothing brings what it trusts before that: not the image, nor a line that installs a client with what it recommends. */
function lacksCertificates({ needs, runtimeCommands }: Trial, base: BaseImage): boolean {
  // What a package starts, its row tells.
  const asking = needs.filter(
    ({ program, evidence: { path, text } }) =>
      trustsServers(program, text) && (text.includes('https://') || !path.endsWith('package.json')),
  )
  if (base.hasProgram(certificates) === true) return false
  const bringing = runtimeCommands.findIndex(({ argv }) => {
    const install = readInstall(argv)
    return (
      install?.action === 'install' &&
      install.packages.some(
        ({ name }) =>
          name === 'ca-certificates' || (!leavesOutRecommended(install) && trustsServers(name, '')),
      )
    )
  })
  const first = runtimeCommands.findIndex(asksServers)
  if (asking.length === 0 && first === -1) return false
  return bringing === -1 || (first !== -1 && first < bringing)
}

function mismatch(
  { facts, split: { contract }, candidate, runtimeCommands, installs }: Trial,
  base: BaseImage,
): string | undefined {
  const own = facts.final.base
  if (needsShell(facts, runtimeCommands) && base.hasShell === false)
    return `${candidate.image} has no shell`
  const unheardOf = unheardOfTag(candidate.image, facts)
  if (unheardOf !== undefined) return unheardOf
  const entrypoint = facts.final.config.Entrypoint
  const isInherited = entrypoint !== undefined && entrypoint === own.config.Entrypoint
  // What it does before it starts the command is not known.
  if (
    isInherited &&
    !isSameList(entrypoint, base.config.Entrypoint) &&
    !contract.includes('Entrypoint')
  )
    return `${candidate.image} lacks ${entrypoint.join(' ')}, the entrypoint of ${own.reference.text}`
  const isSame = candidate.image === facts.final.stage.base
  const hasOwnPackages =
    base.packageManager === own.packageManager && base.distribution === own.distribution
  return !isSame && installs.length > 0 && !hasOwnPackages
    ? `${candidate.image} has another package manager`
    : undefined
}

const isSameList = (a: readonly string[], b: readonly string[] | undefined) =>
  a.length === b?.length && a.every((word, i) => word === b[i])

/** False for a release whose packages are no longer on the mirrors, unless the author's own build installs packages from there. */
function canInstall({ final }: Facts, base: BaseImage): boolean {
  if (!isArchived(base)) return true
  return final.commands.some(({ argv }) => readInstall(argv)?.action === 'install')
}
