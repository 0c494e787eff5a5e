import { refuse, isWithin, type Facts, type Refusal } from '../../../src/transform.ts'
import { startLine } from '../../javascript/start-line.ts'
import type { Serving } from '../../javascript/tools/servers/serving.ts'
import type { SiteBuild } from '../site/site-build.ts'
import type { StartServer } from '../site/start-server.ts'

/** The site's folder can't be told. */
export function refuseUnknownFolder(facts: Facts, { label }: Serving, why: string): Refusal {
  const line = startLine(facts)
  return refuse(
    'unknown-site-folder',
    `Line ${line} starts \`${label}\`, and which folder holds the site can't be told: ${why}.`,
    line,
  )
}

/** The folder that is served has to be there, and must not be the image itself. */
export function refuseFolder(
  facts: Facts,
  { view, works }: StartServer,
  serving: Serving,
  folder: string,
  builds: readonly SiteBuild[],
): Refusal | undefined {
  const line = startLine(facts)
  if (/^\/(usr|etc|var|home|opt)?$/.test(folder))
    return refuse(
      'unknown-site-folder',
      `Line ${line} serves ${folder}, which holds more than the site. Add a WORKDIR, and serve a folder of its own.`,
      line,
    )
  const copied = view.contextPath(folder)
  const isMade =
    builds.some(({ output }) => output.kind === 'unknown' || isWithin(output.folder, folder)) ||
    works.some(
      (work) =>
        work.unknownOutput !== undefined ||
        work.makes.some(({ path }) => isWithin(path, folder) || isWithin(folder, path)),
    )
  const isListed =
    copied !== undefined &&
    !isMade &&
    !view.project.isFile(copied === '' ? 'index.html' : `${copied}/index.html`)
  if (isListed && serving.fallback.kind === 'not-found')
    return refuse(
      'server-not-translated',
      `Line ${line} serves ${folder}, which has no index.html: \`${serving.label}\` lists its files.`,
      line,
    )
  if (copied !== undefined || isMade) return undefined
  return refuse(
    'missing-start-file',
    `Line ${line} serves ${folder}, which is neither in the build context nor made by a RUN.`,
    line,
  )
}
