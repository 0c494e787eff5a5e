import { apacheRoot, rootInServerFiles, rootOfPhp, type Facts } from '../../../src/transform.ts'
import type { PhpStart } from './start.ts'

/** The folder that the web server serves; undefined where there is none, or where it can't be told. */
export function webRootOf(
  facts: Facts,
  start: PhpStart,
  folder: string | undefined,
): string | undefined {
  const { process } = start
  switch (start.kind) {
    case 'server': {
      const { args = [], cwd } = process ?? {}
      if (args.includes('-t') || args.includes('-S')) return rootOfPhp(args, cwd)
      return folder === undefined ? undefined : `${folder}/public`
    }
    case 'apache':
      return apacheRoot(facts)
    case 'several':
    case 'fpm':
      return rootInServerFiles(facts)
    default:
      return undefined
  }
}
