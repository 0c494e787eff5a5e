import type { Refusal } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Shape } from '../app/shape.ts'
import type { Program } from '../sources/program.ts'
import {
  refuseGlobalCache,
  refuseLinkedPackage,
  refuseMovedBuild,
  refuseUnknownBuild,
} from './build.ts'
import { refuseDevUse, refuseProductionBuild } from './dev-packages.ts'
import { refuseOverrides } from './overrides.ts'
import { refuseMissingEntry } from './start.ts'

/** Why the application is not split; undefined where nothing speaks against it. */
export function refuseApp(app: NodeApp, program: Program, shape: Shape): Refusal | undefined {
  return (
    refuseOverrides(app) ??
    refuseMovedBuild(app) ??
    refuseDevUse(app, program) ??
    refuseMissingEntry(app, program) ??
    refuseProductionBuild(app) ??
    refuseGlobalCache(app) ??
    refuseLinkedPackage(app) ??
    refuseUnknownBuild(app, shape)
  )
}
