import { emitActions } from './actions.ts'
import type { EmitTarget } from './emit-targets.ts'
import type { Emission } from './emission.ts'
import { emitGitXargs } from './git-xargs.ts'
import { emitGitlabCi } from './gitlab-ci.ts'
import { emitMultiGitter } from './multi-gitter.ts'
import { emitSourcegraph } from './sourcegraph.ts'

/** The file that an engine runs; complete as it is. Throws EmitError where the engine can't do what is asked. */
export function emit(target: EmitTarget, emission: Emission): string {
  switch (target) {
    case 'multi-gitter':
      return emitMultiGitter(emission)
    case 'git-xargs':
      return emitGitXargs(emission)
    case 'sourcegraph':
      return emitSourcegraph(emission)
    case 'actions':
      return emitActions(emission)
    case 'gitlab-ci':
      return emitGitlabCi(emission)
  }
}
