import type { Artifact, Behaviour } from '../../../src/transform.ts'
import { browserFolder } from '../../javascript/browser-folder.ts'
import type { NodeApp } from '../app.ts'

/** The browser that Puppeteer downloads in the install; without it nothing is launched. It goes to the home of whoever runs the program. */
export function browserCache(app: NodeApp, behaviour: Behaviour): readonly Artifact[] {
  const [install] = app.installs
  const { manifest, view, root } = app
  const found =
    install === undefined
      ? undefined
      : browserFolder(install.work, install.task, root, manifest, view)
  if (install === undefined || found === undefined) return []
  const { path, home: own, evidence } = found
  const { base } = view.stage
  const home =
    own === '/root' && behaviour.writesElsewhere === undefined && base.user !== undefined
      ? base.user.home
      : own
  return [
    {
      path,
      ...(path.startsWith(`${own}/`) && home !== own
        ? { target: `${home}${path.slice(own.length)}` }
        : {}),
      isFolder: true,
      after: install.work.command.step.instruction,
      evidence: [evidence],
    },
  ]
}
