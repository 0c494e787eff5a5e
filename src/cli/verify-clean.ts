import { removeLeftovers } from '../verify/remove-leftovers.ts'
import { EngineError } from '../verify/engine-problem.ts'
import { findEngine } from '../verify/find-engine.ts'
import type { Surroundings } from './surroundings.ts'
import { UsageError } from './usage-error.ts'
import { createMachine } from './verify-machine.ts'

/** `verify --clean`: removes what killed runs left on the engine. Gives the exit code. Throws UsageError where there is no engine. */
export async function cleanUp(around: Surroundings): Promise<number> {
  const { docker, env } = createMachine(around, 'clean')
  try {
    await findEngine(docker, env)
  } catch (error) {
    if (error instanceof EngineError) throw new UsageError(error.message)
    throw error
  }
  const { containers, networks, images } = await removeLeftovers(docker)
  around.stderr.write(`Removed ${containers} containers, ${networks} networks, ${images} images.\n`)
  return 0
}
