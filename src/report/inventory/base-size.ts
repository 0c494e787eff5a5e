import type { Stage } from '../../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../../dockerfile/parse/parse.ts'
import { expandWord } from '../../dockerfile/words/variables.ts'
import { globalArguments } from '../../facts/stages/step.ts'
import { describeBaseImage } from '../../knowledge/images/describe-base-image.ts'
import { megabytesOfImage } from '../../knowledge/images/image-sizes.ts'

/** Megabytes of the image at the bottom of what `docker build` makes, roughly; undefined where no table has it. */
export function megabytesOfBase(source: string): number | undefined {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return undefined
  const globals = globalArguments(dockerfile)
  const baseOf = ({ base }: Stage): string =>
    expandWord(base, (name) => globals.get(name), dockerfile.escape) ?? base
  let stage = dockerfile.stages.at(-1)
  while (stage !== undefined) {
    const { index } = stage
    const base = baseOf(stage)
    stage = dockerfile.stages.find((each) => each.index < index && each.name === base.toLowerCase())
    if (stage === undefined)
      return base === 'scratch' ? 0 : megabytesOfImage(describeBaseImage(base))
  }
  return undefined
}
