import { placeOf, type Project } from '../../src/transform.ts'

/** Who builds the image and is not known to take what came with BuildKit, as a clause; undefined where nobody is seen to. `what`: 'mounts', '--link'. */
export function oldBuilder(project: Project, what: string): string | undefined {
  const old = project.oldBuilder()
  return old === undefined
    ? undefined
    : `${placeOf(old)} builds by ${old.name}, which is not known to take ${what}`
}
