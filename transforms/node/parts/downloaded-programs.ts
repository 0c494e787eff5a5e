import type { Artifact, Behaviour } from '../../../src/transform.ts'
import { homeDownloads } from '../../javascript/home-downloads.ts'
import type { NodeApp } from '../app.ts'

/** What packages download in the install, a browser or a database; without it they start nothing. It goes to the home of whoever runs the program. */
export function downloadedPrograms(app: NodeApp, behaviour: Behaviour): readonly Artifact[] {
  const [install] = app.installs
  const { manifest, view, root } = app
  if (install === undefined) return []
  const { base } = view.stage
  return homeDownloads(install.work, install.task, root, manifest, view).map(
    ({ path, home: own, evidence }) => {
      const home =
        own === '/root' && behaviour.writesElsewhere === undefined && base.user !== undefined
          ? base.user.home
          : own
      return {
        path,
        ...(path.startsWith(`${own}/`) && home !== own
          ? { target: `${home}${path.slice(own.length)}` }
          : {}),
        isFolder: true,
        after: install.work.command.step.instruction,
        evidence: [evidence],
      }
    },
  )
}
