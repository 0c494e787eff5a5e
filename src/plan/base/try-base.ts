import type { RunCommand } from '../../facts/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { baseName, folderOf, isWithin } from '../../facts/image-path.ts'
import { linksOf } from '../../facts/links.ts'
import { isArchived } from '../../knowledge/archived-releases.ts'
import type { BaseImage } from '../../knowledge/base-image.ts'
import { pathFolders } from '../../knowledge/image-folders.ts'
import { leavesOutRecommended, readInstall } from '../../knowledge/package-managers.ts'
import { isInstalled, packageOfProgram } from '../../knowledge/programs.ts'
import { trustsServers } from '../../knowledge/programs/trusts-servers.ts'
import type { Evidence } from '../../facts/evidence.ts'
import { hasSystemFiles, packageFor, type SystemNeed } from '../needs/system/system-files.ts'
import { imageOfBase } from './image-of-base.ts'
import { needsShell, type Need } from './runtime-needs.ts'
import type { Artifact, FullSplit, RuntimeBase, RuntimePackage } from '../split.ts'

/** Whether an image can be the runtime stage's base, and what must be put on it. */
export type Fit =
  | {
      readonly fits: true
      readonly packages: readonly string[]
      readonly files: readonly RuntimePackage[]
    }
  | { readonly fits: false; readonly why: string; readonly evidence: Evidence | undefined }

export interface Trial {
  readonly facts: Facts
  readonly split: FullSplit
  readonly candidate: RuntimeBase
  readonly needs: readonly Need[]
  /** Files that a package of the system brings. */
  readonly files: readonly SystemNeed[]
  readonly runtimeCommands: readonly RunCommand[]
  /** OS packages that the runtime stage installs already. */
  readonly installs: readonly string[]
  /** All that is copied from the builder. */
  readonly artifacts: readonly Artifact[]
}

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
  }
  const isOwn = candidate.image === facts.final.stage.base
  for (const need of trial.files) {
    if (hasSystemFiles(need, base, installs, isOwn)) continue
    const name = manager === undefined ? undefined : packageFor(need, base)
    if (name === undefined)
      return {
        fits: false,
        why: `${candidate.image} lacks ${need.path}, which ${said(need.evidence)} names`,
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
  const isMissing = (name: string) => !isInstalled(name, base, installs)
  return { fits: true, packages: [...packages].filter(isMissing), files }
}

const said = ({ path, line }: Evidence) => (line === undefined ? path : `${path}:${line}`)

const certificates = 'update-ca-certificates'

/** A program asks servers, and nothing brings what it trusts: not the image, nor a line that installs it with the packages that it recommends. */
function lacksCertificates({ needs, runtimeCommands }: Trial, base: BaseImage): boolean {
  // What a package starts, its row tells.
  const asking = needs.filter(
    ({ program, evidence: { path, text } }) =>
      trustsServers(program, text) && (text.includes('https://') || !path.endsWith('package.json')),
  )
  if (asking.length === 0 || base.hasProgram(certificates) === true) return false
  return !runtimeCommands.some(({ argv }) => {
    const install = readInstall(argv)
    return (
      install?.action === 'install' &&
      !leavesOutRecommended(install) &&
      install.packages.some(({ name }) => asking.some(({ program }) => program === name))
    )
  })
}

function mismatch(
  { facts, split: { contract }, candidate, runtimeCommands, installs }: Trial,
  base: BaseImage,
): string | undefined {
  const own = facts.final.base
  if (needsShell(facts, runtimeCommands) && base.hasShell === false)
    return `${candidate.image} has no shell`
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

/** The author's image lacks it too: its base does not bring it, and no line of the file names it. */
function wasMissing(program: string, { final }: Facts): boolean {
  const { base, stage } = final
  if (base.hasProgram(program) !== false) return false
  const manager = base.packageManager
  const owner = manager === undefined ? undefined : packageOfProgram(manager, program)
  return !stage.instructions.some(
    ({ keyword, text }) =>
      /^(RUN|COPY|ADD)$/.test(keyword) &&
      [program, owner].some((name) => name !== undefined && text.includes(name)),
  )
}

/** Debian's own image has perl-base: Perl without most of its modules. */
const isPart = (program: string, base: BaseImage, own: BaseImage) =>
  program === 'perl' && base.hasPackage('perl') === false && own.hasPackage('perl') !== false

function isProvided(
  program: string,
  base: BaseImage,
  { facts, candidate, split, installs, artifacts, runtimeCommands }: Trial,
): boolean {
  const provided = split.providesProgram(program)
  if (provided !== undefined) return provided
  if (base.hasProgram(program) === true && !isPart(program, base, facts.final.base)) return true
  // A copy of the author's puts it on the PATH, and what is named comes along.
  const made = linksOf(facts.final, facts.stages)
  const isCopied = (path: string) =>
    !made.links.has(path) && !made.copies.has(path) && facts.contextPath(path) !== undefined
  if (pathFolders.some((folder) => isCopied(`${folder}/${program}`))) return true
  const onPath = facts.final.end.env.get('PATH')?.split(':') ?? []
  const isArtifact = artifacts.some(({ path, target = path, isFolder }) =>
    isFolder
      ? // Nothing else can have brought it: the author's image runs.
        base.hasProgram(program) === false && onPath.some((folder) => isWithin(folder, target))
      : baseName(target) === program && /\/s?bin\//.test(target),
  )
  const isLinked = runtimeCommands.some((command) =>
    (effectsOf(command) ?? []).some(
      (effect) =>
        effect.kind === 'creates' &&
        effect.isLink === true &&
        baseName(effect.path) === program &&
        pathFolders.includes(folderOf(effect.path)),
    ),
  )
  const wanted =
    base.packageManager === undefined ? undefined : packageOfProgram(base.packageManager, program)
  if (
    isArtifact ||
    isLinked ||
    isInstalled(program, base, installs) ||
    (wanted !== undefined && isInstalled(wanted, base, installs))
  )
    return true
  return (
    candidate.image === facts.final.stage.base && facts.final.base.hasProgram(program) !== false
  )
}
