import type { RunCommand, StageFacts, Step } from '../../../src/transform.ts'
import type { Span } from './apk-cache.ts'

/** Releases whose own pip is older than --no-cache-dir (pip 6, https://pip.pypa.io/en/stable/news/#v6-0). */
const tooOld = /^(wheezy|jessie|7|8|precise|trusty|12\.04|14\.04)/
const seesToIt = /--(no-)?cache-dir|pip\d?\s+cache\s+(purge|remove)|\.cache\b|PIP_NO_CACHE_DIR/

/** `--no-cache-dir` at each `pip install`. */
export function pipSpans(
  step: Step,
  stage: StageFacts,
  commands: readonly RunCommand[],
): readonly Span[] {
  const { base } = stage
  if (seesToIt.test(step.instruction.text) || step.variable('PIP_NO_CACHE_DIR') !== undefined)
    return []
  if (base.family !== 'python' && (base.release === undefined || tooOld.test(base.release)))
    return []
  return commands.flatMap(({ name, args, source }) => {
    const isPip = /^pip[\d.]*$/.test(name ?? '') && args[0] === 'install'
    const isModule =
      /^python[\d.]*$/.test(name ?? '') && args.slice(0, 3).join(' ') === '-m pip install'
    const word = source?.words.find(({ value }) => value === 'install')
    return word === undefined || !(isPip || isModule)
      ? []
      : [{ start: word.end, end: word.end, text: ' --no-cache-dir' }]
  })
}
