import type { StageView, Taken } from './stage-views.ts'

/** Paths that are named beside an arrow. */
const mostPaths = 3

/** What stands in a stage's box: its name, marked where it becomes the image, and the image below it. */
export function stageLines({ name, isLast, image }: StageView): readonly string[] {
  const words = name ?? (isLast ? 'the image' : 'a stage without a name')
  const head = isLast && name !== undefined ? `${name}, the image` : words
  return image === undefined ? [head] : [head, image]
}

/** What stands beside an arrow. */
export function arrowText({ how, paths }: Taken): string {
  const rest = paths.length - mostPaths
  const shown = [...paths.slice(0, mostPaths), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
  return how === 'base' ? 'FROM' : how === 'mount' ? `mount ${shown}` : shown
}

/** The images that stages take files from, each once. */
export function outerImages(stages: readonly StageView[]): readonly string[] {
  const all = stages.flatMap(({ takes }) => takes.map(({ from }) => from))
  return [...new Set(all.filter((from) => typeof from === 'string'))]
}
