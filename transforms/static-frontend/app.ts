import type { Evidence, Facts, Refusal } from '../../src/transform.ts'
import { buildOfDevelopment, type AddedBuild } from './site/development-build.ts'
import { refuseFolder, refuseUnknownFolder } from './refuse/folder.ts'
import type { Serving } from '../javascript/tools/servers/serving.ts'
import type { StartServer } from './site/start-server.ts'
import type { Tool, SiteOutput } from '../javascript/tools/tool.ts'
import { buildsOf, type SiteBuild } from './site/site-build.ts'

type Output = Extract<SiteOutput, { readonly kind: 'site' }>

/** A site as its Dockerfile builds it. */
export interface Site {
  readonly facts: Facts
  readonly server: StartServer
  readonly serving: Serving
  /** The folder that nginx gets, absolute in the builder. */
  readonly folder: string
  /** Who builds it, and what that leaves; undefined where the files are served as they were copied, or made by something else. */
  readonly tool: Tool | undefined
  readonly output: Output | undefined
  /** The build that the development server stands in for. */
  readonly added: AddedBuild | undefined
  readonly evidence: readonly Evidence[]
}

/** Finds the folder that is served and who makes it. */
export function readSite(facts: Facts, server: StartServer, serving: Serving): Site | Refusal {
  const builds = buildsOf(server)
  if (serving.by === 'development-server') return siteOfDevelopment(facts, server, serving, builds)
  const { folder } = serving
  if (folder === undefined) return refuseUnknownFolder(facts, serving, 'the folder is not known')
  const build = builds.findLast(({ output }) => output.kind === 'site' && output.folder === folder)
  const output = build?.output.kind === 'site' ? build.output : undefined
  const refusal = refuseFolder(facts, server, serving, folder, builds)
  if (refusal !== undefined) return refusal
  return {
    ...{ facts, server, serving, folder, output },
    tool: build?.tool,
    added: undefined,
    evidence: [...serving.evidence, ...(output?.evidence ?? [])],
  }
}

function siteOfDevelopment(
  facts: Facts,
  server: StartServer,
  serving: Serving,
  builds: readonly SiteBuild[],
): Site | Refusal {
  const own = builds.findLast(({ task }) => task.cwd === serving.cwd)
  const added = own === undefined ? buildOfDevelopment(facts, server, serving) : undefined
  if (added !== undefined && 'reason' in added) return added
  const build = own ?? added?.build
  if (build?.output.kind !== 'site')
    return refuseUnknownFolder(
      facts,
      serving,
      build === undefined ? 'the build is not known' : build.output.why,
    )
  const { output, tool } = build
  return {
    ...{ facts, server, serving, tool, output, added },
    folder: output.folder,
    evidence: [...serving.evidence, ...output.evidence],
  }
}
