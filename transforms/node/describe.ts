import { isWithin, resolvePath, type Change, type Leaving } from '../../src/transform.ts'
import { installsOf } from '../javascript/work.ts'
import type { FileNeed } from './sources/file-needs.ts'
import type { Question } from './app/question.ts'
import type { Leaner } from './parts/dev-dependencies.ts'
import { leavesDevDependencies } from './parts/runtime-bases.ts'
import type { Program } from './sources/program.ts'

/** What the user reads of the split. */
export function describeSplit(
  { app, shape }: Question,
  program: Program,
  needs: readonly FileNeed[],
  leaner: Leaner,
): Change {
  const { kept } = leaner
  const start = app.facts.start?.processes.flatMap(({ via }) => via) ?? []
  const made = app.made.flatMap(({ evidence }) => evidence)
  const evidence = [...start, ...made, ...needs.flatMap((need) => need.evidence)]
  const comesAlong =
    shape.kind === 'both'
      ? [`The sources come along: ${shape.why}.`]
      : shape.kind === 'folder'
        ? [`The whole folder comes along: ${shape.why}.`]
        : []
  const assumption = assumptionOf(program, leaner)
  const dev = kept === undefined ? [] : [`The dev dependencies come along: ${kept}.`]
  return {
    rule: 'split-stages',
    title: titles[shape.kind],
    why: [...comesAlong, ...dev].join(' '),
    ...(assumption === undefined ? { risk: 'safe' } : { risk: 'review', assumption }),
    evidence,
  }
}

/** What is left behind although nobody sees that run time does without it. */
function assumptionOf(program: Program, leaner: Leaner): string | undefined {
  if (program.unknownStart !== undefined)
    return `Run time needs no programs and libraries of the system but those that are seen: ${program.unknownStart}.`
  return program.unseen === undefined || !leavesDevDependencies(leaner)
    ? undefined
    : `Run time needs no dev dependency: that is not seen, for ${program.unseen}.`
}

const titles: Readonly<Record<Question['shape']['kind'], string>> = {
  run: 'Install in a builder stage, run the sources beside the packages',
  both: 'Build in a builder stage, run the sources beside what it makes',
  folder: 'Build in a builder stage, take its folder over',
  made: 'Build in a builder stage, run what it makes',
}

/** What run time does without. */
export function leavingsOf(
  { app, shape }: Question,
  { graph }: Program,
  leaner: Leaner,
  takesPackages: boolean,
): readonly Leaving[] {
  const { facts, manifest } = app
  const { base } = facts.final
  const [source] = graph.modules
  // Of a program that is not read, any source tells whether folders of sources come along.
  const sourcePath = source?.path ?? facts.project.files().find((file) => ofSources.test(file))
  const hasDev =
    app.hasDevDependencies &&
    manifest.devDependencies.size > 0 &&
    leaner.kept === undefined &&
    leavesDevDependencies(leaner)
  return [
    ...(base.variant === 'full'
      ? [{ what: `the compilers and headers of ${base.reference.text}`, isOfImage: true }]
      : []),
    ...(shape.kind === 'made'
      ? [{ what: 'the sources', path: sourcePath && facts.imagePath(sourcePath) }]
      : []),
    ...(takesPackages
      ? hasDev
        ? [{ what: 'the dev dependencies' }]
        : []
      : installsHere(app)
        ? [{ what: 'node_modules', path: resolvePath(app.root, 'node_modules') }]
        : []),
  ]
}

const ofSources = /(^|\/)src\/(?!.*\.d\.ts$).*\.[cm]?[jt]sx?$/

/** Packages that another folder has, as NODE_PATH names it, may come along from there. */
const installsHere = ({ root, works }: Question['app']) =>
  works.some((work) => installsOf(work).some(({ command: { cwd } }) => isWithin(root, cwd ?? '/')))
