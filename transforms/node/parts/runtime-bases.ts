import {
  baseName,
  describeBaseImage,
  effectsOf,
  isWithin,
  installedPackages,
  leanerBase,
  placeOfPackage,
  type Facts,
  type RuntimeBase,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Shape } from '../app/shape.ts'
import type { Leaner } from './dev-dependencies.ts'

/** The images for the runtime stage: the slim twin of the author's base where there is one, else that base. */
export function runtimeBases(
  app: NodeApp,
  shape: Shape['kind'],
  leaner: Leaner,
  keepsBase: boolean,
  onOther?: RuntimeBase['onOther'],
): readonly RuntimeBase[] {
  const { facts } = app
  const { stage } = facts.final
  const own: RuntimeBase = {
    image: stage.base,
    pays: leavesPackages(app) || leavesDevDependencies(leaner) || leavesSources(app, shape),
  }
  if (keepsBase) return [own]
  const lean = twinOf(facts.final, facts)
  const stands = onOther === undefined ? {} : { onOther }
  if (lean === undefined) return [{ ...own, ...stands }]
  return [{ image: lean.image, pays: true, ...stands }, own]
}

/** The slim twin of a stage's base. */
function twinOf({ stage, base }: Facts['final'], { project }: Facts) {
  const names = project.preferences.images
  return leanerBase(describeBaseImage(stage.base, names), base.reference.text, names)
}

/** Sources that were built and that do not come along, or what a RUN hides in the layers above it. */
const leavesSources = ({ made, works, root }: NodeApp, shape: Shape['kind']) =>
  (shape === 'made' && made.length > 0) ||
  works.some(({ command }) =>
    effectsOf(command)?.some((effect) => effect.kind === 'deletes' && isWithin(effect.path, root)),
  )

export const leavesDevDependencies = ({ afterBuild, builderRewrites }: Leaner): boolean =>
  afterBuild.length > 0 || builderRewrites.length > 0

/** Whether the image has something that run time does without: dev dependencies, what was built from, packages, a heavier base. */
export function leavesAnything(app: NodeApp): boolean {
  const { facts } = app
  return (
    app.hasDevDependencies ||
    app.made.length > 0 ||
    app.unknownOutput !== undefined ||
    leavesPackages(app) ||
    twinOf(facts.final, facts) !== undefined
  )
}

/** Compilers and headers that stay in a layer: not those that the same RUN deletes again. */
const leavesPackages = ({ facts }: NodeApp): boolean =>
  installedPackages(facts.final.commands).some(
    ({ name, manager, isRemoved }) =>
      !isRemoved && placeOfPackage(manager, baseName(name)) === 'build',
  )
