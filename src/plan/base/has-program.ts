import type { Copy } from '../../facts/stages/copy.ts'
import type { Command } from '../../facts/commands/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { installedPackages } from '../../facts/installed-packages.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { baseName, folderOf, isWithin } from '../../facts/image-path.ts'
import { linksOf } from '../../facts/stages/links.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { pathFolders } from '../../knowledge/images/image-folders.ts'
import { recommendedBy } from '../../knowledge/os-packages.ts'
import { leavesOutRecommended, readInstall } from '../../knowledge/package-managers.ts'
import { isInstalled, packageOfProgram } from '../../knowledge/programs.ts'
import { comesWithPackages } from '../needs/python/starts.ts'
import type { FullSplit } from '../split.ts'
import type { Trial } from './trial.ts'

/** The author's image lacks it too: its base does not bring it, and no line of the file names it. */
export function wasMissing(program: string, { final }: Facts): boolean {
  const { base, stage } = final
  if (base.hasProgram(program) !== false) return false
  const manager = base.packageManager
  const owner = manager === undefined ? undefined : packageOfProgram(manager, program)
  if (owner !== undefined && comesAlong(owner, final.commands)) return false
  return !stage.instructions.some(
    ({ keyword, text }) =>
      /^(RUN|COPY|ADD)$/.test(keyword) &&
      [program, owner].some((name) => name !== undefined && text.includes(name)),
  )
}

/** Whether a line installs a package that recommends another one, with what it recommends. */
function comesAlong(name: string, commands: readonly Command[]): boolean {
  return commands.some(({ argv }) => {
    const install = readInstall(argv)
    return (
      install?.action === 'install' &&
      install.manager === 'apt' &&
      !leavesOutRecommended(install) &&
      install.packages.some((item) => recommendedBy(item.name).includes(name))
    )
  })
}

/** Debian's own image has perl-base: Perl without most of its modules. */
const isPart = (program: string, base: BaseImage, own: BaseImage) =>
  program === 'perl' && base.hasPackage('perl') === false && own.hasPackage('perl') !== false

/** `COPY --from=busybox /bin/busybox /usr/local/bin/` is as good in the runtime stage, where it stands, too. */
function bringsProgram(copy: Copy, program: string, split: FullSplit): boolean {
  const { from, sources, destination } = copy
  if (from === undefined || destination === undefined || split.placeCopy(copy) === 'build')
    return false
  return sources.some((source) =>
    pathFolders.some((folder) =>
      destination === folder
        ? baseName(source) === program
        : destination === `${folder}/${program}`,
    ),
  )
}

/** The author's image has it by itself, or by an OS package that a RUN installs. */
function isOfSystem(program: string, { final: { base, commands } }: Facts): boolean {
  const manager = base.packageManager
  const owner = manager === undefined ? undefined : packageOfProgram(manager, program)
  return (
    base.hasProgram(program) === true ||
    (owner !== undefined && installedPackages(commands).some(({ name }) => name === owner))
  )
}

/** Whether the runtime stage has a program: by its base, by what it installs, copies or links, or because the ecosystem says so. */
export function isProvided(
  program: string,
  base: BaseImage,
  { facts, candidate, split, installs, artifacts, runtimeCommands }: Trial,
): boolean {
  const provided = split.providesProgram(program)
  if (provided !== undefined) return provided
  if (comesWithPackages(program, facts)) return true
  if (base.hasProgram(program) === true && !isPart(program, base, facts.final.base)) return true
  // A copy of the author's puts it on the PATH, and what is named comes along.
  const made = linksOf(facts.final, facts.stages)
  const isCopied = (path: string) =>
    !made.links.has(path) && !made.copies.has(path) && facts.contextPath(path) !== undefined
  if (pathFolders.some((folder) => isCopied(`${folder}/${program}`))) return true
  if (facts.final.copies.some((copy) => bringsProgram(copy, program, split))) return true
  const onPath = facts.final.end.env.get('PATH')?.split(':') ?? []
  const isArtifact = artifacts.some(({ path, target = path, isFolder }) =>
    isFolder
      ? // Nothing else can have brought it: the author's image runs.
        base.hasProgram(program) === false &&
        !isOfSystem(program, facts) &&
        onPath.some((folder) => isWithin(folder, target))
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
    (wanted !== undefined &&
      (isInstalled(wanted, base, installs) || comesAlong(wanted, runtimeCommands)))
  )
    return true
  return (
    candidate.image === facts.final.stage.base && facts.final.base.hasProgram(program) !== false
  )
}
