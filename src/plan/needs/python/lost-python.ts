import type { Facts } from '../../../facts/facts.ts'
import { lostInterpreter } from './lost-interpreter.ts'
import { lostOnPath } from './lost-on-path.ts'
import { lostPackages } from './lost-packages.ts'
import { startsPython } from './starts.ts'

/**
 * What a program of Python would miss in the runtime stage, as a sentence: its interpreter, the packages that it imports, the console scripts
 * that start it. Undefined where nothing is missing, and where the container starts no Python.
 */
export function lostPython(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length || !startsPython(before)) return undefined
  return lostInterpreter(before, after) ?? lostPackages(before, after) ?? lostOnPath(before, after)
}
