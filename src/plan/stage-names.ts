import type { Facts } from '../facts/facts.ts'

/** The names of both stages. One that is asked for (`--target`) belongs to the stage that becomes the image. */
export function stageNames({ final, project }: Facts): {
  readonly builder: string
  readonly runtime: string
} {
  const { name } = final.stage
  if (name === undefined) return { builder: 'builder', runtime: 'runtime' }
  const isTarget = project.usages().some((usage) => usage.target?.toLowerCase() === name)
  if (isTarget) return { builder: name === 'builder' ? 'build' : 'builder', runtime: name }
  return { builder: name, runtime: name === 'runtime' ? 'final' : 'runtime' }
}
