import type { Change, Facts, Leaving, Linking, ProgramSources } from '../../src/transform.ts'
import type { Asset } from './parts/assets.ts'
import { startEvidence } from './builds/started-program.ts'

/** What the user reads of the split: safe where the sources tell all, else with what is assumed. */
export function splitChange(
  facts: Facts,
  sources: ProgramSources,
  linking: Linking,
  assets: readonly Asset[],
  ofFrontend: string | undefined,
): Change {
  const change: Change = {
    rule: 'split-stages',
    title: 'Build in a builder stage, run the binary alone',
    why: '',
    risk: 'safe',
    evidence: [
      ...startEvidence(facts),
      ...(linking.kind === 'unknown' ? [] : [linking.evidence]),
      ...assets.map(({ evidence }) => evidence),
    ],
  }
  const ofSources =
    sources.gap === undefined
      ? undefined
      : `The sources do not tell what the program reads (${sources.gap}): whatever of the build context is no source, documentation or tooling comes along.`
  const assumptions = [ofSources, ofFrontend].filter((item) => item !== undefined)
  return assumptions.length === 0
    ? change
    : { ...change, risk: 'review', assumption: assumptions.join(' ') }
}

/** What run time does without. */
export function leavingsOf({ final, imagePath }: Facts): readonly Leaving[] {
  const toolchain = { what: 'the Go toolchain', isOfImage: true }
  return [
    ...(final.base.family === 'golang' ? [toolchain] : []),
    { what: 'the module cache', path: '/go/pkg/mod' },
    { what: 'the sources', path: imagePath('go.mod') },
  ]
}
