import type { Change, Evidence } from '../../src/transform.ts'
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
  const dev = kept === undefined ? '' : ` The dev dependencies come along: ${kept}.`
  return {
    rule: 'split-stages',
    ...words(shape, program, leavesDevDependencies(leaner)),
    ...(dev === ''
      ? {}
      : { why: `${words(shape, program, leavesDevDependencies(leaner)).why}${dev}` }),
    risk: 'safe',
    evidence: unique(evidence),
  }
}

function words(
  shape: Question['shape'],
  program: Program,
  hasLessPackages: boolean,
): { title: string; why: string } {
  const tools = hasLessPackages ? 'tools and dev dependencies' : 'build tools'
  switch (shape.kind) {
    case 'run':
      return {
        title: 'Install in a builder stage, run the sources beside the packages',
        why: `The package manager’s cache${hasLessPackages ? ', the dev dependencies' : ''} and the build tools stay behind; the sources go where they run.`,
      }
    case 'both':
      return {
        title: 'Build in a builder stage, run on a lean one',
        why: `The ${tools} stay behind. The sources come along: ${shape.why}.`,
      }
    case 'folder':
      return {
        title: 'Build in a builder stage, take its folder over',
        why: `The ${tools} stay behind. The whole folder comes along: ${shape.why}.`,
      }
    case 'made': {
      const names = program.frameworks.map(({ framework }) => framework.name).join(', ')
      return {
        title: 'Build in a builder stage, run what it makes',
        why: `${hasLessPackages ? 'Sources, tools and dev dependencies' : 'Sources and build tools'} stay behind; the runtime stage has what was built, the packages of production and what the sources read${names === '' ? '' : ` (${names})`}.`,
      }
    }
  }
}

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(
    (item, i) =>
      evidence.findIndex((other) => other.path === item.path && other.line === item.line) === i,
  )
}
