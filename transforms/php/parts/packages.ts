import {
  areHeaders,
  installedPackages,
  lineEvidence,
  ownValue,
  placeOfPackage,
  readPackageCommand,
  runtimeCounterparts,
  type Placement,
} from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { isInstalledByHand } from '../app/processes.ts'
import { ofImage, packagePrograms } from '../tables/package-programs.ts'
import type { Part } from './part.ts'
import { isCalledForRepository } from './repositories.ts'
import { isCalled } from '../app/run-time-calls.ts'

/** Which OS packages run time needs: tools of the build stay behind where nothing calls them. */
export function packagesPart(app: PhpApp): Part {
  const { stage, image } = app
  const place = (name: string): Placement | undefined => placePackage(name, app)
  const installs = installedPackages(stage.commands)
  // Headers of a release whose libraries are not known by name stay, for they bring them.
  const isKnown = (name: string) =>
    !areHeaders(name) || runtimeCounterparts(image.manager, stage.base.release, name) !== undefined
  const left = installs.filter(
    ({ name, isRemoved }) =>
      !isRemoved &&
      isKnown(name) &&
      (place(name) ?? placeOfPackage(image.manager, name)) === 'build',
  )
  return {
    placePackage: place,
    packages: broughtAlong(app, place),
    leavesPackages: left.length > 0,
    assumptions: releaseAssumption(
      app,
      left.map(({ name }) => name),
    ),
  }
}

/**
 * What packages bring to the author's image that stay behind: Debian's composer depends on extensions that the application may use.
 * `apt-cache depends composer`
 */
function broughtAlong(
  { stage, image }: PhpApp,
  place: (name: string) => Placement | undefined,
): NonNullable<Part['packages']> {
  if (image.manager !== 'apt') return []
  return stage.commands.flatMap((command) => {
    const install = readPackageCommand(command.argv)
    if (install?.action !== 'install') return []
    const { instruction } = command.step
    const evidence = lineEvidence(instruction)
    const names = install.packages.map(({ name }) => name)
    const isLeft =
      image.source === 'packages' && names.includes('composer') && place('composer') === 'build'
    return isLeft ? ['php-cli', 'php-intl', 'php-mbstring'].map((name) => ({ name, evidence })) : []
  })
}

function placePackage(name: string, app: PhpApp): Placement | undefined {
  const programs = ownValue(packagePrograms, name)
  if (programs === undefined) {
    const place = placeOfPackage(app.image.manager, name)
    // Nothing that builds a PHP application starts what serves and watches it.
    if (place === 'run') return 'run'
    return place === 'interpreter' && !isCalled(app, interpreters) ? 'build' : undefined
  }
  // Alpine's composer brings PHP's own packages by names that change with the release.
  if (name === 'composer' && app.image.source === 'packages' && app.image.manager === 'apk')
    return 'both'
  if (/^(git|git-core|unzip|zip|p7zip(-full)?|patch)$/.test(name) && isInstalledByHand(app))
    return 'both'
  if (app.image.source === 'official' && ofImage.test(name)) return 'build'
  return isCalled(app, programs) || isCalledForRepository(app, programs) ? 'both' : 'build'
}

const interpreters = ['python', 'python2', 'python3', 'pip', 'pip3']

/**
 * Names of libraries that differ between the releases that a tag without one has stood on. What trixie calls `libpng16-16t64` goes by its old name
 * there, too: https://wiki.debian.org/ReleaseGoals/64bit-time
 */
function releaseAssumption(
  { stage, image }: PhpApp,
  headers: readonly string[],
): readonly string[] {
  const { reference, release } = stage.base
  if (image.manager !== 'apt' || release === undefined || reference.tag?.includes(release) === true)
    return []
  const other = release === 'bookworm' ? 'trixie' : release === 'trixie' ? 'bookworm' : undefined
  if (other === undefined || reference.digest !== undefined) return []
  const differing = headers.flatMap((name) => {
    const here = runtimeCounterparts('apt', release, name) ?? []
    const there = runtimeCounterparts('apt', other, name) ?? []
    return here.filter((library) => !there.includes(library) && !there.includes(`${library}t64`))
  })
  if (differing.length === 0) return []
  return [
    `${reference.text} stands on Debian ${release}, where the package is called ${differing.join(', ')}; with ${other} the build would not find it. A tag that names the release (\`-${release}\`) makes sure.`,
  ]
}
