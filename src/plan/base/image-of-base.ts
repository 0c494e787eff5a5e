import { expandWord } from '../../dockerfile/words/variables.ts'
import type { Facts } from '../../facts/facts.ts'
import { globalArguments } from '../../facts/stages/step.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { describeBaseImage } from '../../knowledge/images/describe-base-image.ts'

/** What is known of an image that a FROM of the new file names, with the ARGs above the first FROM in it. */
export function imageOfBase(image: string, { dockerfile, project }: Facts): BaseImage {
  const globals = globalArguments(dockerfile)
  const resolved = expandWord(image, (name) => globals.get(name), dockerfile.escape)
  return describeBaseImage(resolved ?? image, project.preferences.images)
}
