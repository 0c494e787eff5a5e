import { fetchToolOf, recommendsCertificates } from '../../knowledge/fetch-tools.ts'
import {
  areHeaders,
  imageMagickExtras,
  needsRecommended,
  placeOfPackage,
  runtimeCounterparts,
} from '../../knowledge/os-packages.ts'
import type { ShellWord } from '../../dockerfile/shell/shell-script.ts'
import type { RunCommand } from '../../facts/commands/command.ts'
import {
  leavesOutRecommended,
  readInstall,
  type Install,
} from '../../knowledge/package-managers.ts'
import type { Spare } from '../spare/spare.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'

/** Which packages of an install command run time needs. One that is not known stays: too much is better than too little. */
export function placePackages(
  install: Install,
  command: RunCommand,
  { split, facts, spare, image }: PlaceContext,
): CommandPlace {
  const { manager } = install
  const siblings = facts.commands
    .filter(({ step }) => step === command.step)
    .map(({ argv }) => readInstall(argv))
  // `apk add --virtual .build-deps` and `apk del .build-deps`: run time does without.
  const isRemoved = (name: string) =>
    siblings.some(
      (other) => other?.action === 'remove' && other.packages.some((item) => item.name === name),
    )
  if (
    install.virtual !== undefined &&
    (isRemoved(install.virtual) || /build|dev|compile/.test(install.virtual))
  )
    return { kind: 'build' }
  // A line of ours can't install packages of another repository or release.
  if (
    install.flags.some((flag) => /^(-t|--target-release|--repository|-X|--enablerepo)\b/.test(flag))
  )
    return { kind: 'both' }
  // Nor what the image completes, by values that no table has: `nginx-module-njs=$NGINX_VERSION`
  if (command.source?.words.some((word) => isCompletedByImage(word, command, facts)) === true)
    return { kind: 'both' }
  // Nor a package of a file that another command of the RUN brings.
  if (install.packages.some(({ text }) => isFile(text))) return { kind: 'both' }
  const names: string[] = []
  let isPartial = false
  let isWithoutTools = true
  let isRunOnly = true
  for (const item of install.packages) {
    const isUsed = split.usedPackages.includes(item.name)
    if (isRemoved(item.name) && !isUsed) {
      isPartial = true
      isWithoutTools = false
      continue
    }
    const own = isUsed ? 'both' : split.placePackage(item.name)
    // A package that the table lists for run time may be here for the build alone; only the transform knows.
    if (own !== 'run') isRunOnly = false
    const isSpare = own === undefined && spare.packages.includes(item.name)
    const place = isSpare ? 'build' : (own ?? placeOfPackage(manager, item.name) ?? 'run')
    if (place === 'run' || place === 'both') {
      names.push(item.text)
      continue
    }
    isPartial = true
    if (isSpare) {
      if (bringsCertificates(item.name, install, facts)) names.push('ca-certificates')
      continue
    }
    isWithoutTools = false
    const counterparts = runtimeCounterparts(manager, facts.base.release, item.name)
    // A -dev package whose run-time half is not known is installed as it is.
    const lacking = counterparts?.filter((name) => image.hasPackage(name) !== true)
    names.push(...(lacking ?? (areHeaders(item.name) && place === 'build' ? [item.text] : [])))
    if (manager === 'apt' && !leavesOutRecommended(install) && counterparts !== undefined)
      names.push(...imageMagickExtras(item.name, facts.base.release).programs)
  }
  // apt installs nothing without the lists that `apt-get update` of the same RUN fetches.
  const hasLists = manager !== 'apt' || siblings.some((other) => other?.action === 'update')
  if (!isPartial && hasLists) return { kind: isRunOnly ? 'run' : 'both' }
  if (names.length === 0) return { kind: 'build' }
  const isAsked = isWithoutTools || names.some(needsRecommended)
  const takesRecommended = isAsked && hasRecommended(install, spare)
  return { kind: 'packages', packages: { manager, names: [...new Set(names)], takesRecommended } }
}

/** Of what stays, not of a tool that brings its certificates alone. */
const hasRecommended = (install: Install, spare: Spare) =>
  install.manager === 'apt' &&
  !leavesOutRecommended(install) &&
  install.packages.some(
    ({ name }) => !spare.packages.includes(name) && fetchToolOf('apt', name) === undefined,
  )

function isCompletedByImage(
  word: ShellWord,
  { step }: RunCommand,
  { base }: PlaceContext['facts'],
): boolean {
  const known = (name: string) => {
    const value = step.variable(name) ?? ''
    return value === '' && base.config.Env.get(name) === '' ? undefined : value
  }
  return word.value === undefined && word.expand(known) === undefined
}

const isFile = (text: string) => /^\.{0,2}\/|:\/\/|\.(deb|apk|rpm)$/.test(text)

/** Run time goes on trusting servers by what a package recommends, where the author's image has nothing else for it. */
const bringsCertificates = (name: string, install: Install, { base }: PlaceContext['facts']) =>
  install.manager === 'apt' &&
  recommendsCertificates(name) &&
  !leavesOutRecommended(install) &&
  base.hasProgram('update-ca-certificates') !== true

/** `apk upgrade`, `apt-get upgrade -y`: of all that the image has, not of packages by their names. */
export const upgradesAll = ({ action, verb }: Install, { args }: RunCommand): boolean =>
  action === 'upgrade' &&
  verb !== 'fix' &&
  args.every((arg) => arg === verb || arg?.startsWith('-') === true || arg?.includes('::') === true)

/** `apk del .build-deps` of packages that the same RUN installed: a stage without them has nothing to remove. */
export function removesOwn(
  { action, packages }: Install,
  command: RunCommand,
  { facts, split }: PlaceContext,
): boolean {
  if (packages.some(({ name }) => split.usedPackages.includes(name))) return false
  if (action !== 'remove' || packages.length === 0) return false
  const installed = facts.commands
    .filter(({ step }) => step === command.step)
    .flatMap(({ argv }) => {
      const other = readInstall(argv)
      if (other?.action !== 'install') return []
      return [other.virtual, ...other.packages.map(({ name }) => name)]
    })
  return packages.every(({ name }) => installed.includes(name))
}
