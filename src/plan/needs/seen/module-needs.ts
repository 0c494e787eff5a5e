import type { Facts } from '../../../facts/facts.ts'
import { moduleNeedsOf } from '../../../facts/go/module-needs.ts'
import type { ProgramSources } from '../../../facts/go/program-sources.ts'
import { withoutMajor } from '../../../knowledge/go-modules/module-needs.ts'
import type { PackageNeed } from './package-needs.ts'

/** What the modules need that a program of Go imports. */
export function moduleNeeds(
  sources: ProgramSources,
  cwd: string | undefined,
  { final }: Facts,
): readonly PackageNeed[] {
  const isFetched = (name: string) =>
    final.commands.some(({ argv }) =>
      argv.some((word) => withoutMajor(word ?? '').startsWith(name)),
    )
  return moduleNeedsOf(sources).flatMap((need) =>
    need.row.ifFetched === true && !isFetched(need.name) ? [] : [{ ...need, cwd }],
  )
}
