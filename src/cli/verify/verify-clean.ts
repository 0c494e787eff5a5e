import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLeftovers } from '../../verify/build/remove-leftovers.ts'
import { EngineError } from '../../verify/engine/engine-problem.ts'
import { findEngine } from '../../verify/engine/find-engine.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { UsageError } from '../usage-error.ts'
import { removeWorkFolder } from '../../verify/build/work-folder.ts'
import { createMachine, workFolderName } from './verify-machine.ts'

/** `verify --clean`: removes what killed runs left on the engine and this machine. Gives the exit code. Throws UsageError where there is no engine. */
export async function cleanUp(around: Surroundings): Promise<number> {
  const { docker, env } = createMachine(around, 'clean')
  try {
    await findEngine(docker, env)
  } catch (error) {
    if (error instanceof EngineError) throw new UsageError(error.message)
    throw error
  }
  const { containers, networks, images } = await removeLeftovers(docker)
  const folders = await removeWorkFolders()
  around.stderr.write(
    `Removed ${containers} containers, ${networks} networks, ${images} images, ${folders} temporary folders.\n`,
  )
  return 0
}

/** Gives how many there were. Logs stay: they are there to be read. */
async function removeWorkFolders(): Promise<number> {
  const names = readdirSync(tmpdir()).filter((name) => workFolderName.test(name))
  for (const name of names) await removeWorkFolder(join(tmpdir(), name))
  return names.length
}
