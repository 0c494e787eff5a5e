/** A file of a commit. */
export interface TreeEntry {
  /** From the root of the repository, with `/`. */
  readonly path: string
  /** As git has it: plain, executable, a link, a submodule. */
  readonly mode: '100644' | '100755' | '120000' | '160000'
  /** Git's object id of its content. */
  readonly id: string
  /** In bytes, where known. */
  readonly size: number | undefined
}

/** All files of a commit, without the folders. */
export interface Tree {
  readonly commit: string
  readonly entries: readonly TreeEntry[]
}

/** A commit's files, and the contents of those that are here by now, by object id. Plain data: it crosses processes. */
export interface CommitFiles {
  readonly tree: Tree
  readonly known: ReadonlyMap<string, Uint8Array>
}

/** Where a commit's files are read from: the host's API, or git. Both throw ForgeError. */
export interface TreeSource {
  readonly tree: () => Promise<Tree>
  /** The contents of files, by object id; one that can't be had is not in the answer. */
  readonly blobs: (entries: readonly TreeEntry[]) => Promise<ReadonlyMap<string, Uint8Array>>
  /** Removes what it needed on this machine. */
  readonly close: () => Promise<void>
}
