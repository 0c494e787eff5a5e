import type { Tree, TreeEntry } from './sources/tree.ts'

/** The hosts that pull requests can be opened on. Forgejo speaks Gitea's API. */
export const forgeKinds = ['github', 'gitlab', 'gitea', 'bitbucket'] as const
/** `git`: branches alone, on whatever host. */
export type ForgeKind = (typeof forgeKinds)[number] | 'git'

/** A repository as its host describes it. */
export interface Repository {
  /** 'owner/name'; with GitLab's groups 'group/subgroup/name'. */
  readonly path: string
  /** Undefined while the repository is empty. */
  readonly defaultBranch: string | undefined
  /** Without credentials. */
  readonly cloneUrl: string
  readonly webUrl: string
  readonly topics: readonly string[]
  /** Kilobytes of the whole history, as far as the host says. */
  readonly size: number | undefined
  readonly isArchived: boolean
  readonly isFork: boolean
  /** A mirror takes no pull requests. */
  readonly isMirror: boolean
  /** May the token's owner push to it? */
  readonly canPush: boolean
}

/** Which repositories of a host a campaign is about. At least one of `org` and `query` is given. */
export interface Selection {
  /** An organisation, group, workspace or user. */
  readonly org: string | undefined
  /** Only those with this topic. */
  readonly topic: string | undefined
  /** In the host's own search language. */
  readonly query: string | undefined
}

export interface Pull {
  readonly number: number
  /** Of its page. */
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  readonly title: string
  readonly body: string
  /** The branch it asks to merge, and the repository of that branch (a fork's is another than the pull request's). */
  readonly branch: string
  readonly headRepository: string | undefined
  /** The commit that the branch points to; of a closed one, pointed to. */
  readonly head: string
  /** The branch it is to be merged into. */
  readonly base: string
  readonly labels: readonly string[]
  /** Undefined where the host does not say, or not yet. */
  readonly hasConflicts: boolean | undefined
}

/** A commit, and which files it changes against its first parent. */
export interface Commit {
  readonly sha: string
  readonly message: string
  readonly parents: readonly string[]
  /** Undefined as `id`: the file is gone. */
  readonly files: readonly { readonly path: string; readonly id: string | undefined }[]
}

export interface FileChange {
  readonly path: string
  readonly content: string
  /** Of a file that is there its own, else '100644'. */
  readonly mode: TreeEntry['mode']
  /** Git's object id of the content that is replaced; undefined for a new file. */
  readonly replaces: string | undefined
}

/** One commit on top of `base`, and the branch that is to point to it. */
export interface BranchChange {
  readonly branch: string
  /** The base branch, and its commit on which the new one stands. */
  readonly baseBranch: string
  readonly base: string
  /** What the branch points to now; undefined where it must not be there yet. */
  readonly expected: string | undefined
  readonly files: readonly FileChange[]
  readonly message: string
}

export interface PullDraft {
  readonly branch: string
  /** The repository that has the branch, where it is a fork. */
  readonly headRepository: string | undefined
  readonly base: string
  readonly title: string
  readonly body: string
  readonly isDraft: boolean
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
}

/** An opened pull request, and what of the wish could not be had (a label, a reviewer): a sentence each. */
export interface Opened {
  readonly pull: Pull
  readonly complaints: readonly string[]
}

export type Checks = 'passing' | 'failing' | 'pending' | 'none'

/**
 * A host of git repositories with pull requests (GitLab: merge requests). Every function throws ForgeError; none retries what a second
 * try could do twice. Paths of repositories are as in `Repository.path`, branches are short names ('main').
 */
export interface Forge {
  readonly kind: ForgeKind
  /** 'github.com', 'git.example.org:3000' */
  readonly host: string
  /** The longest body of a pull request, in characters. */
  readonly bodyLimit: number
  /** Does its Markdown have folded parts (`<details>`) and mermaid diagrams? */
  readonly markdown: { readonly folds: boolean; readonly mermaid: boolean }
  /** Does one request of `blobs` give many files? Where not, git is the cheaper way to a repository's files. */
  readonly givesManyFiles: boolean
  /** The login that the token belongs to. */
  readonly viewer: () => Promise<string>
  readonly repositories: (selection: Selection) => AsyncIterable<Repository>
  /** Undefined where there is none, or none that may be seen. */
  readonly repository: (path: string) => Promise<Repository | undefined>
  /** The commit that a branch points to; undefined where there is no such branch. */
  readonly head: (repository: Repository, branch: string) => Promise<string | undefined>
  /** All files of a commit; undefined where the host's API does not give a tree of that size. */
  readonly tree: (repository: Repository, commit: string) => Promise<Tree | undefined>
  /** The contents of files of a commit, by object id; undefined where git is the cheaper way to so many. */
  readonly blobs: (
    repository: Repository,
    commit: string,
    entries: readonly TreeEntry[],
  ) => Promise<ReadonlyMap<string, Uint8Array> | undefined>
  /** Subjects of the newest commits of a branch, some 20. */
  readonly subjects: (repository: Repository, branch: string) => Promise<readonly string[]>
  /** Every pull request whose branch begins with `prefix`, in any state, newest first. */
  readonly pulls: (repository: Repository, prefix: string) => Promise<readonly Pull[]>
  readonly commit: (repository: Repository, sha: string) => Promise<Commit>
  /**
   * Makes the commit and points the branch to it; gives the commit's id. Throws ForgeError 'exists' where a branch is there that must
   * not be, 'moved' where it points elsewhere than expected, or where the base is no longer as `files` say.
   */
  readonly push: (repository: Repository, change: BranchChange) => Promise<string>
  /** Throws ForgeError 'exists' where the branch has an open pull request already. */
  readonly open: (repository: Repository, draft: PullDraft) => Promise<Opened>
  readonly update: (
    repository: Repository,
    pull: Pull,
    text: { readonly title: string; readonly body: string },
  ) => Promise<void>
  /** Closes it with a new body (the marker says who closed it) and a comment, and removes its branch. */
  readonly close: (
    repository: Repository,
    pull: Pull,
    text: { readonly body: string; readonly comment: string },
  ) => Promise<void>
  readonly reopen: (repository: Repository, pull: Pull) => Promise<void>
  /** What the commit checks of a pull request's head say, taken together. */
  readonly checks: (repository: Repository, commit: string) => Promise<Checks>
  /** The token owner's own copy, made if need be, its base branch as in the original. */
  readonly fork: (repository: Repository, baseBranch: string) => Promise<Repository>
  /** The page of a file at a commit, at a line. */
  readonly fileUrl: (
    repository: Repository,
    commit: string,
    path: string,
    line: number | undefined,
  ) => string
  /** For git over HTTPS: the value of an Authorization header. */
  readonly gitAuthorization: string | undefined
}

/** What a host's program takes from the machine. */
export interface ForgeSettings {
  /** 'https://github.com', 'https://git.example.org:3000': scheme and host, no path. */
  readonly origin: string
  readonly token: string | undefined
  /** Milliseconds between two writes; undefined: what the host asks for. */
  readonly pace: number | undefined
  readonly machine: ForgeMachine
}

/** Clock, network and patience, so that tests can give their own. */
export interface ForgeMachine {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Ends early when interrupted. */
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly interrupt: AbortSignal
  readonly fetch: typeof fetch
  /** Told of each wait that a host asks for, in milliseconds, for people. */
  readonly onWait: (milliseconds: number, why: string) => void
}
