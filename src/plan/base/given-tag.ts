import { expandWord } from '../../dockerfile/words/variables.ts'
import type { Facts } from '../../facts/facts.ts'
import { globalArguments } from '../../facts/stages/step.ts'
import { describeBaseImage } from '../../knowledge/images/describe-base-image.ts'
import type { ImageName } from '../../knowledge/images/image-names.ts'
import { isPlacedSlim } from '../../knowledge/images/leaner-base.ts'

/**
 * Why an image whose name has a build argument in it can't be taken: compose, a bake file or a workflow gives a value with which there is no
 * such image. `node:${VERSION}-slim` with `20-alpine`. The end of a sentence.
 */
export function unheardOfTag(
  image: string,
  { dockerfile, project, final }: Facts,
): string | undefined {
  if (image === final.stage.base || !image.includes('$')) return undefined
  const own = globalArguments(dockerfile)
  for (const { buildArgs, path, line } of project.usages()) {
    const given = expandWord(
      image,
      (name) => buildArgs.get(name) ?? own.get(name),
      dockerfile.escape,
    )
    if (given !== undefined && isOdd(given, project.preferences.images))
      return `${path}:${line} builds it as ${given}, which there is not`
  }
  return undefined
}

/** A tag has one variant: https://github.com/docker-library/official-images/blob/master/library/node */
function isOdd(image: string, names: readonly ImageName[]): boolean {
  const [version = '', ...words] = image.slice(image.lastIndexOf(':') + 1).split('-')
  const variants = words.filter((word) => /^(slim|alpine[\d.]*)$/.test(word))
  return (
    variants.length > 1 ||
    (words.length > 0 && (version === 'latest' || image.includes('@'))) ||
    (variants.length > 0 && /^(alpine|slim)/.test(version)) ||
    !isPlacedSlim(describeBaseImage(image, names))
  )
}
