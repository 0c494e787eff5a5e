import type { Evidence, Project, RunCommand, StageFacts, Step } from '../../../src/transform.ts'

/** The files that an install or a download reads. */
export interface Manifests {
  /** Relative to the sources' folder in the context; one COPY brings them. */
  readonly files: readonly string[]
  /** Folders that the install reads, too; each is a COPY of its own. */
  readonly folders: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly assumption: string | undefined
  /** Where the install works in two steps: the RUN's text for the first, and the command for when the sources are there. */
  readonly later?: { readonly first: (run: string) => string; readonly second: string }
  /** Manifests of workspaces, each copied to its place: 'packages/api/package.json'. */
  readonly nested?: readonly string[]
}

/** A RUN that stands below the COPY of the sources, and what an ecosystem needs to find its manifests. */
export interface InstallSite {
  readonly stage: StageFacts
  readonly step: Step
  readonly project: Project
  /** The sources' folder, relative to the context; '' is the context itself. */
  readonly source: string
  /** Where the sources go in the image. */
  readonly folder: string
  /** The commands that install or download. */
  readonly installs: readonly RunCommand[]
}

/** A path of the sources' folder, relative to the context. */
export const inSource = (source: string, name: string) =>
  source === '' ? name : `${source}/${name}`
