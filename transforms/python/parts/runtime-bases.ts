import {
  baseName,
  describeBaseImage,
  installedPackages,
  leanerBase,
  mountsOf,
  placeOfPackage,
  pythonPackagesOf,
  type Facts,
  type PackageWork,
  type RuntimeBase,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { managersIn } from '../managers/manager.ts'
import { librariesOfCompilers } from './compiler-libraries.ts'

/** The images for the runtime stage: the slim twin of the author's base where there is one, else that base. */
export function runtimeBases(app: PythonApp): readonly RuntimeBase[] {
  const { facts } = app
  const packages = librariesOfCompilers(app)
  const own = { image: facts.final.stage.base, pays: leavesTools(facts), packages }
  const lean = twinOf(facts)
  if (lean === undefined) return [own]
  const { image } = lean
  return [{ image, pays: true, packages, assumptions: assumptionsOn(image, app) }, own]
}

function assumptionsOn(image: string, { works, facts }: PythonApp) {
  const why = `What the listed packages bring along needs no library and no program that ${image} lacks.`
  // A manager among the packages of the image stays in the builder.
  const copied = works.filter(({ home }) => home.kind === 'environment')
  return copied.every((work) => isLocked(work, facts)) ? [] : [{ why }]
}

/** A lock file lists what packages bring along, too, and the engine looks at each of them. */
const isLocked = ({ install, command }: PackageWork, facts: Facts): boolean =>
  install === undefined || pythonPackagesOf(install, facts, mountsOf(command.step)).isLocked

/** The slim image of the same Python and the same release of Debian; undefined where there is none. */
export function twinOf({ final: { stage, base }, project }: Facts) {
  const names = project.preferences.images
  return leanerBase(describeBaseImage(stage.base, names), base.reference.text, names)
}

/** Whether the image has something that run time does without: a heavier base, compilers and headers. */
export const leavesAnything = ({ facts }: PythonApp): boolean =>
  twinOf(facts) !== undefined || leavesTools(facts)

/** Whether nothing is installed for Python 3, and the image has a slim twin: the file needs no builder to stand on that. */
export const standsAlone = ({ works, unread, facts }: PythonApp): boolean =>
  works.length === 0 &&
  unread === undefined &&
  facts.final.base.family === 'python' &&
  facts.final.base.version?.startsWith('2') !== true &&
  twinOf(facts) !== undefined

/** Compilers, headers, or a manager of projects with all that it brings along. */
const leavesTools = (facts: Facts): boolean => leavesPackages(facts) || managersIn(facts).length > 0

/** Compilers and headers that stay in a layer: not those that the same RUN deletes again. */
const leavesPackages = ({ final }: Facts): boolean =>
  installedPackages(final.commands).some(
    ({ name, manager, isRemoved }) =>
      !isRemoved && placeOfPackage(manager, baseName(name)) === 'build',
  )
