import type { Mount } from './consumers/compose-mounts.ts'
import type { Preferences } from './config/preferences.ts'
import type { EntryKind } from './entry-kind.ts'

/** How a compose file, a bake file, a CI workflow, a platform's file, a manifest of Kubernetes, a script or another Dockerfile uses the Dockerfile. */
export interface Usage {
  /** Relative to the build context, as evidence is: 'docker-compose.yml', '../docker-compose.yml'. */
  readonly path: string
  /** Where the service, target or step starts (1-based). */
  readonly line: number
  readonly kind:
    | 'compose'
    | 'bake'
    | 'workflow'
    | 'platform'
    | 'devcontainer'
    | 'kubernetes'
    | 'script'
    | 'dockerfile'
  /** The compose service, bake target, job, or what a platform's file calls it. */
  readonly name: string
  readonly target: string | undefined
  /** What it is built for, where that is said: 'linux/amd64', 'linux/arm64'. */
  readonly platforms: readonly string[]
  readonly command: readonly string[] | string | undefined
  readonly entrypoint: readonly string[] | string | undefined
  /** What is laid over the image; sources of the project relative to the build context, '' for all of it. */
  readonly mounts: readonly Mount[]
  /** Rights and devices that it asks for: 'privileged', 'NET_ADMIN', '/dev/ttyUSB0'. */
  readonly rights: readonly string[]
  /** The container's own files can't be written, but for `tmpfs` and mounts. */
  readonly isReadOnly: boolean
  /** Folders of the container that begin empty, and that everybody may write to: in memory, or an emptyDir of Kubernetes. */
  readonly tmpfs: readonly string[]
  /** Folders of the image whose files somebody else sends: the proxy of a platform. */
  readonly served: readonly string[]
  /** Container paths into which changed files are copied while it runs. */
  readonly syncs: readonly string[]
  /** Paths of the image that another Dockerfile copies out of it. */
  readonly takes: readonly string[]
  /** What another Dockerfile carries out in the image, as written: `RUN npm run build`. */
  readonly carriesOut: string | undefined
  /** Ports that the program listens on where those below 1024 are for root: Kubernetes'. */
  readonly ports: readonly number[]
  /** A value that only the environment knows is '' or has its variable left in: `${VERSION}`. */
  readonly buildArgs: ReadonlyMap<string, string>
  /** Names only. */
  readonly environment: readonly string[]
  /** Those whose values are written out. */
  readonly settings: ReadonlyMap<string, string>
  /** What `env_file` names, relative to the build context; names undefined where the file is not there. */
  readonly envFiles: readonly {
    readonly path: string
    readonly names: readonly string[] | undefined
    readonly settings: ReadonlyMap<string, string>
  }[]
  /** The `test` of its healthcheck: a string is for a shell, a list begins with CMD or CMD-SHELL. */
  readonly healthcheck: readonly string[] | string | undefined
  /** Of it, as flags of HEALTHCHECK name them: 'interval', 'start-period'. */
  readonly healthTimes?: ReadonlyMap<string, string>
  readonly user: string | undefined
}

/** The line that says who builds images, where that one knows no mounts. */
export interface OldBuilderLine {
  readonly path: string
  readonly line: number
  readonly text: string
  /** 'kaniko' */
  readonly name: string
}

/** Another Dockerfile that is built with the same context and goes by the same ignore file. */
export interface Neighbour {
  /** Relative to the context. */
  readonly path: string
  readonly text: string
}

/**
 * The build context as Docker sends it, `.dockerignore` applied, and what refers to the Dockerfile around it. Read-only and lazy;
 * no link is followed out of the tree. Paths are relative to the context, with `/`, without a leading `./`; '' is the context itself.
 */
export interface Project {
  /** The context's absolute path; for messages and links to files beside it only. */
  readonly root: string
  /** The Dockerfile, relative to the context; undefined where it lies outside or comes from standard input. */
  readonly dockerfile: string | undefined
  readonly isFile: (path: string) => boolean
  readonly isFolder: (path: string) => boolean
  /** Names in a folder, sorted; empty where there is none. */
  readonly list: (folder: string) => readonly string[]
  /** Every file under a folder that the context has (recursively, sorted); stops at 20,000. */
  readonly files: (folder?: string) => readonly string[]
  /** The text of a file; undefined where there is none, where it is over 2 MB, or where it is binary. */
  readonly read: (path: string) => string | undefined
  /** A file whose mode keeps it from others than its owner and group, where that is not how this machine checks out all files. */
  readonly isClosed: (path: string) => boolean
  /** A file that everybody may execute. */
  readonly isExecutable: (path: string) => boolean
  /** A file parsed as JSON (comments and trailing commas allowed); undefined where that fails. */
  readonly json: (path: string) => unknown
  /** What a COPY or ADD source takes, by Go's filepath.Match; a folder is given as itself. Sorted. */
  readonly match: (pattern: string) => readonly string[]
  /** True where `.dockerignore` keeps the path out of the context although it is in the folder. */
  readonly isIgnored: (path: string) => boolean
  /** What stands at a path of the folder, ignored or not, and no link followed; undefined where a new file can be put. */
  readonly standsAt: (path: string) => EntryKind | undefined
  /** The ignore file in force: NAME.dockerignore beside the Dockerfile, or the context's .dockerignore. */
  readonly ignoreFile: { readonly path: string; readonly text: string } | undefined
  readonly usages: () => readonly Usage[]
  /** Who builds the image without mounts, by a line of a pipeline, path relative to the context; undefined where nothing says so. */
  readonly oldBuilder: () => OldBuilderLine | undefined
  /** What its people want, and what they state of it. */
  readonly preferences: Preferences
  /** The other Dockerfiles that are built with this context and go by its .dockerignore; the ignored ones, too. Read as they are asked for. */
  readonly neighbours: () => Iterable<Neighbour>
  /** One object for a project and all that `withFiles` makes of it: what a source says by its text alone is remembered by it. */
  readonly origin: object
  /** The project as it is once these files are written, the same for the same files; paths relative to the context, the ignore file in force among them. */
  readonly withFiles: (
    files: readonly { readonly path: string; readonly after: string }[],
  ) => Project
}
