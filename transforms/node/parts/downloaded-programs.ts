import type { Artifact } from '../../../src/transform.ts'
import { homeDownloads } from '../../javascript/home-downloads.ts'
import type { NodeApp } from '../app.ts'

/** What packages download in the install, a browser or a database; without it they start nothing. */
export function downloadedPrograms(app: NodeApp): readonly Artifact[] {
  const [install] = app.installs
  const { manifest, view, root } = app
  if (install === undefined) return []
  const after = install.work.command.step.instruction
  return homeDownloads(install.work, install.task, root, manifest, view).map(
    ({ path, evidence }) => ({ path, isFolder: true, after, evidence: [evidence] }),
  )
}
