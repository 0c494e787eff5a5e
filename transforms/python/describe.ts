import { lineEvidence, type Change, type Evidence, type Leaving } from '../../src/transform.ts'
import type { PythonApp } from './app.ts'
import { managersIn } from './managers/manager.ts'
import { standsAlone } from './parts/runtime-bases.ts'

/** What the user reads of the split. */
export function splitChange(app: PythonApp): Change {
  if (standsAlone(app))
    return {
      rule: 'split-stages',
      title: 'Run on the slim image of the same Python',
      why: 'Nothing is installed that would have to be built.',
      risk: 'safe',
      evidence: [lineEvidence(app.facts.final.stage.from), ...evidenceOf(app)],
    }
  return {
    rule: 'split-stages',
    title: 'Install the packages in a builder stage, run on what they need',
    why: 'The environment is copied as a whole, at its own path.',
    risk: 'safe',
    evidence: evidenceOf(app),
  }
}

function evidenceOf({ works, facts }: PythonApp): readonly Evidence[] {
  const lines = [
    ...works.flatMap(({ command, install }) =>
      install === undefined ? [] : command.step.instruction,
    ),
    ...(facts.start?.instruction === undefined ? [] : [facts.start.instruction]),
  ]
  return [...new Set(lines)].map((instruction) => lineEvidence(instruction))
}

/** What run time does without. */
export function leavingsOf({ works, facts }: PythonApp): readonly Leaving[] {
  const keepsCache = works.some(
    ({ install, command: { args, step, assignments } }) =>
      install?.manager === 'pip' &&
      !args.includes('--no-cache-dir') &&
      (assignments.get('PIP_NO_CACHE_DIR') ?? step.variable('PIP_NO_CACHE_DIR') ?? '') === '',
  )
  return [
    { what: 'the compilers and headers of the full image', isOfImage: true },
    ...managersIn(facts).map(({ title, name }) => ({
      what: title,
      isOfImage: facts.final.base.hasProgram(name) === true,
    })),
    // On the same image it needs no second stage to go.
    ...(keepsCache ? [{ what: 'the cache of pip', isOfImage: true }] : []),
  ]
}
