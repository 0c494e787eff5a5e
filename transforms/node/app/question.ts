import { baseName } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Shape } from './shape.ts'

/** What decides where the author's instructions go. */
export interface Question {
  readonly app: NodeApp
  readonly shape: Shape
  /** Programs that run time calls: the start command's and those that the sources start. */
  readonly programs: ReadonlySet<string>
  /** Whether it calls others, too, whose names only a run shows. */
  readonly callsOthers: boolean
}

/** Files that only an install or a compiler reads. */
const manifests =
  /^(package(-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(\.yml)?|\.yarn|\.pnpmfile\.cjs|bunfig\.toml|lerna\.json|patches|\.nvmrc|\.node-version|turbo\.json|nx\.json)$/

export const isManifest = (path: string) => manifests.test(baseName(path))

/** The position of the last instruction that the builder needs. */
export function lastBuildIndex({ works }: NodeApp): number {
  return Math.max(
    -1,
    ...works.filter((work) => work.isNode).map(({ command }) => command.step.index),
  )
}
