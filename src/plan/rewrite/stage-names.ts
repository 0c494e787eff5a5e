import { usual } from '../../project/config/preferences.ts'
import type { Facts } from '../../facts/facts.ts'
import { freeName, namesInUse } from '../../facts/stages/stage-name.ts'

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
  const inUse = namesInUse([final])
  const { stages } = project.preferences
  const builder = freeName([stages.builder ?? usual.stages.builder, 'build'], inUse)
  const runtime = freeName([stages.runtime ?? usual.stages.runtime], inUse)
  if (name === undefined) return { builder, runtime }
  const isTarget = project.usages().some((usage) => usage.target?.toLowerCase() === name)
  if (isTarget || ofImage.has(name)) return { builder, runtime: name }
  return { builder: ofNeither.test(name) ? builder : name, runtime }
}
