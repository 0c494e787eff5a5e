import type { StageFacts } from '../../../src/transform.ts'

/** The TCP ports that a stage exposes. */
export function exposedPorts({ config }: StageFacts): readonly number[] {
  return config.ExposedPorts.flatMap((port) => {
    const digits = /^(\d+)(\/tcp)?$/.exec(port)?.[1]
    return digits === undefined ? [] : [Number(digits)]
  })
}
