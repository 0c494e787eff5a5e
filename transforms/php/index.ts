import {
  nothingToLeave,
  type Ecosystem,
  type Facts,
  type Refusal,
  type FullSplit,
  type Split,
} from '../../src/transform.ts'
import { javascriptLaunchers } from '../javascript/launchers/index.ts'
import { readApp, type PhpApp } from './app.ts'
import { assetsPart } from './assets/part.ts'
import { composerLauncher } from './composer/launcher.ts'
import { composerPart } from './parts/composer.ts'
import { copiesPart } from './parts/copies.ts'
import { writesBeside } from './frameworks/console-writes.ts'
import { describeSplit } from './describe.ts'
import { extensionsPart } from './parts/extensions.ts'
import { phpOf } from './app/image.ts'
import { phpInstallers } from './installs/index.ts'
import { behaviourInStages, behaviourOf } from './behaviour.ts'
import { placeOwnership, type Shipped } from './parts/ownership.ts'
import { packagesPart } from './parts/packages.ts'
import { firstOf, type Part } from './parts/part.ts'
import { broughtProgram } from './parts/brought-program.ts'
import { purposeOf, refuseImage, refuseStart } from './refuse.ts'
import { serverSetupPart } from './parts/server-setup.ts'
import { inspection } from './inspection.ts'

// FROM php:8.2-apache ... RUN docker-php-ext-install gd ... COPY . . ... RUN composer install
//   => builder: everything up to composer, with git, unzip and the packages with headers
//      runtime: the same image with the run-time halves of those packages, the extensions, the sources and vendor
//
// https://docs.docker.com/guides/frameworks/laravel/production-setup/

export const php: Ecosystem = {
  name: 'php',
  inspection,
  title: 'PHP applications',
  about:
    'Composer, compilers and `-dev` packages stay in the builder, and assets that Node makes get a stage of their own; extensions, their libraries, `vendor` and the application come along on the same kind of image.',
  installs: phpInstallers,
  launchers: [...javascriptLaunchers, composerLauncher],
  isBuild: writesBeside,
  purposeOf,
  matches: (facts) => phpOf(facts.final) !== undefined,
  split,
  behaviour: behaviourInStages,
}

function split(facts: Facts): Split | Refusal {
  const app = readApp(facts)
  if (app === undefined) return nothingToLeave
  const early = refuseStart(app)
  if (early !== undefined) return early
  const parts = [
    composerPart,
    assetsPart,
    extensionsPart,
    packagesPart,
    serverSetupPart,
    copiesPart,
  ].map((read): Part => read(app))
  if (
    parts.every(({ leaves = [], leavesPackages }) => leaves.length === 0 && leavesPackages !== true)
  )
    return nothingToLeave
  return refuseImage(app) ?? assemble(app, parts)
}

function assemble(app: PhpApp, parts: readonly Part[]): Split {
  const { stage } = app
  const copyPlace = firstOf(parts, (part) => part.placeCopy)
  const placeCopy: FullSplit['placeCopy'] = (copy) => copyPlace(copy) ?? 'both'
  const commandPlace = firstOf(parts, (part) => part.placeCommand)
  // Extensions first, where one instruction makes both.
  const artifacts = parts
    .flatMap((part) => part.artifacts ?? [])
    .sort((a, b) => rank(a.isMerged) - rank(b.isMerged))
  const behaviour = behaviourOf(app)
  const shipped: Shipped = {
    stage,
    artifacts,
    copies: stage.copies.filter((copy) => placeCopy(copy) !== 'build'),
    written: behaviour.writes.map(({ path }) => path),
    isBuild: (command) => commandPlace(command) === 'build',
  }
  return {
    kind: 'split',
    runtimeBases: [
      {
        image: stage.stage.base,
        pays: true,
        packages: parts.flatMap(({ packages = [] }) => packages),
      },
    ],
    placeCommand: (command) => placeOwnership(command, shipped) ?? commandPlace(command),
    placePackage: firstOf(parts, (part) => part.placePackage),
    placeCopy,
    placeInstruction: firstOf(parts, (part) => part.placeInstruction),
    providesProgram: (name) => broughtProgram(name, app, placeCopy),
    builderRewrites: parts.flatMap(({ builderRewrites = [] }) => builderRewrites),
    afterBuild: parts.flatMap(({ afterBuild = [] }) => afterBuild),
    runtimeSetup: parts.flatMap(({ runtimeSetup = [] }) => runtimeSetup),
    runtimeRewrites: parts.flatMap(({ runtimeRewrites = [] }) => runtimeRewrites),
    artifacts,
    buildOnlyEnv: parts.flatMap(({ buildOnlyEnv = [] }) => buildOnlyEnv),
    contract: parts.flatMap(({ contract = [] }) => contract),
    behaviour,
    leaves: parts.flatMap(({ leaves = [] }) => leaves),
    otherFiles: parts.flatMap(({ otherFiles = [] }) => otherFiles),
    sideStages: parts.flatMap(({ sideStages = [] }) => sideStages),
    change: describeSplit(app, parts),
  }
}

const rank = (isMerged: boolean | undefined) => (isMerged === true ? 0 : 1)
