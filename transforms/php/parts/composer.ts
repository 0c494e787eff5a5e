import {
  commandEvidence,
  processesOf,
  type Evidence,
  type Leaving,
  type Rewrite,
} from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import type { Part } from './part.ts'
import { placeAppCommand } from './app-commands.ts'
import { artifactsOf } from './artifacts.ts'
import { appFilesOf, consoleMade, type AppFiles } from '../app/app-files.ts'
import { decideDevPackages } from '../composer/no-dev.ts'
import { bringsComposer, installsComposer } from '../composer/obtaining.ts'
import type { ComposerProject } from '../composer/project.ts'
import { startsComposer } from '../app/processes.ts'
import { placeSourceCopy } from './source-copies.ts'
import { secondInstall, withoutDev } from '../composer/with-no-dev.ts'

/** Composer and what it makes; the application's own commands and sources around it. */
export function composerPart(app: PhpApp): Part {
  const files = appFilesOf(app)
  const lastBuild = lastBuildStep(files)
  const needsComposer = startsComposer(app)
  const dev = files.projects.map((project) => leaveDevOut(project, files))
  const ownEnv = needsComposer ? [] : composerEnv(app)
  const comesAlong =
    app.composer.length > 0 ||
    app.stage.copies.some(bringsComposer) ||
    app.stage.commands.some((command) => installsComposer(command, app.stage.commands))
  return {
    leaves: [
      ...(comesAlong && !needsComposer ? [composer] : []),
      ...dev.flatMap(({ leaves }) => leaves),
    ],
    placeCommand: (command) => {
      const isObtained = needsComposer && installsComposer(command, app.stage.commands)
      return isObtained ? 'both' : placeAppCommand(command, files, lastBuild)
    },
    placePackage: (name) => (needsComposer && name === 'composer' ? 'both' : undefined),
    placeCopy: (copy) => placeSourceCopy(copy, files, lastBuild, needsComposer),
    builderRewrites: dev.flatMap(({ rewrites }) => rewrites),
    afterBuild: dev.flatMap(({ afterBuild }) => afterBuild),
    artifacts: artifactsOf(files, lastBuild),
    buildOnlyEnv: ownEnv,
    contract: ownEnv.map((name) => `Env.${name}`),
    notes: [
      ...files.whole.map(({ path, why }) => `${path} comes over as a whole: ${why}.`),
      ...dev.flatMap(({ notes }) => notes),
    ],
    evidence: [
      ...files.projects.flatMap(({ commands }) =>
        commands.map(({ command }) => commandEvidence(command)),
      ),
      ...files.made.flatMap(({ evidence }) => evidence),
      ...files.whole.flatMap(({ evidence }) => evidence),
      ...dev.flatMap(({ evidence }) => evidence),
    ],
  }
}

/** composer.phar: https://getcomposer.org/download/ */
const composer: Leaving = { what: 'composer', megabytes: 3 }

/** A package of composer has about a megabyte, tests and documents of the author included. */
const devPackages = ({ lock, manifest }: ComposerProject): readonly Leaving[] =>
  (lock?.devPackages.length ?? manifest?.requireDev.size) === 0
    ? []
    : [{ what: 'the dev packages', megabytes: lock?.devPackages.length }]

/** Settings of composer's own: https://getcomposer.org/doc/03-cli.md#environment-variables */
function composerEnv({ stage }: PhpApp): readonly string[] {
  const before = stage.base.config.Env
  return [...stage.end.env.keys()].filter(
    (name) => /^COMPOSER(_[A-Z_]+)?$/.test(name) && !before.has(name),
  )
}

interface DevOut {
  readonly rewrites: readonly Rewrite[]
  readonly afterBuild: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly notes: readonly string[]
  readonly leaves: readonly Leaving[]
}

/** The author's own commands with `--no-dev`, or a second install where the build needs the dev packages first. */
function leaveDevOut(project: ComposerProject, { app }: AppFiles): DevOut {
  const stays: DevOut = { rewrites: [], afterBuild: [], evidence: [], notes: [], leaves: [] }
  const dev = decideDevPackages(project, app.stage.commands, processesOf(app.facts))
  switch (dev.kind) {
    case 'as-it-is':
      return stays
    case 'kept':
      return { ...stays, evidence: dev.evidence, notes: [`The dev packages stay: ${dev.why}.`] }
    case 'in-place': {
      const rewrites = withoutDev(project.commands)
      return rewrites === undefined ? stays : { ...stays, rewrites, leaves: devPackages(project) }
    }
    case 'at-the-end': {
      const again = secondInstall(project.commands)
      const { folder } = project
      const cwd = app.stage.end.workdir
      return again === undefined
        ? stays
        : {
            ...stays,
            afterBuild: [`RUN ${cwd === folder ? '' : `cd ${folder} && `}${again}`],
            leaves: devPackages(project),
          }
    }
  }
}

/** The last step of the build that may read what commands leave in the application's folder. */
function lastBuildStep(files: AppFiles): number {
  const { app, projects } = files
  const composer = projects.flatMap(({ commands }) => commands.map(({ command }) => command))
  const others = app.stage.commands.filter(
    (command) =>
      files.assets?.commands.has(command) === true || consoleMade(command, files) !== undefined,
  )
  return Math.max(-1, ...[...composer, ...others].map(({ step }) => step.index))
}
