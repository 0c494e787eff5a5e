import type { Facts } from '../../facts/facts.ts'

/** Names that mean the image itself. A builder of that name would mislead the reader. */
const ofImage = new Set('run runner runtime final release prod production deploy'.split(' '))
/** Names of an image to develop in, and of a server that another one replaces. Neither stage is one. */
const ofNeither = /^(dev|develop|development|local|serve|server|http-server|preview)$/

/**
 * The names of both stages. One that the author gave stays: with the stage that becomes the image where it is asked for (`--target`) or
 * speaks of that, with the builder else.
 */
export function stageNames({ final, project }: Facts): {
  readonly builder: string
  readonly runtime: string
} {
  const { name } = final.stage
  if (name === undefined) return { builder: 'builder', runtime: 'runtime' }
  const isTarget = project.usages().some((usage) => usage.target?.toLowerCase() === name)
  if (isTarget || ofImage.has(name))
    return { builder: name === 'builder' ? 'build' : 'builder', runtime: name }
  if (ofNeither.test(name)) return { builder: 'builder', runtime: 'runtime' }
  return { builder: name, runtime: 'runtime' }
}
