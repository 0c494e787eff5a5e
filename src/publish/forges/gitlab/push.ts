import type { CommitAction } from '@gitbeaker/rest'
import { ForgeError } from '../../forge-error.ts'
import type { BranchChange, FileChange, Repository } from '../../forge.ts'
import { findOrNone, type GitlabApi, readGitlab } from './api.ts'
import { branchShape, commitShape } from './shapes.ts'

/** The commit that a branch points to; undefined where there is no such branch. */
export async function readHead(
  { gitlab }: GitlabApi,
  { path }: Pick<Repository, 'path'>,
  branch: string,
): Promise<string | undefined> {
  const answer = await findOrNone(gitlab.Branches.show(path, branch))
  return readGitlab(branchShape.optional(), answer, 'A branch')?.commit.id
}

/**
 * Makes the commit and the branch in one request: https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions
 *
 * `start_sha` pins the base, so that what stands in it can't change meanwhile, and `last_commit_id` would add nothing. A new branch is
 * refused where one of its name is there. For a rebuild GitLab has no compare-and-swap: `force` takes the branch wherever it points,
 * so it is read just before, and pushes of this program to one branch wait for each other. A commit that somebody else pushes between
 * the two requests is lost from the branch (its merge request still lists it among its versions).
 */
export const pushGitlab = (
  api: GitlabApi,
  repository: Repository,
  change: BranchChange,
): Promise<string> =>
  api.inTurn(`${repository.path} ${change.branch}`, () => push(api, repository, change))

async function push(api: GitlabApi, repository: Repository, change: BranchChange): Promise<string> {
  const { branch, base, expected, files, message } = change
  if (expected !== undefined && (await readHead(api, repository, branch)) !== expected) {
    throw new ForgeError('moved', `The branch ${branch} no longer points to what was expected.`)
  }
  const original = api.originals.get(repository.path)
  const answer = await api.gitlab.Commits.create(
    repository.path,
    branch,
    message,
    files.flatMap(actionsOf),
    {
      startSha: base,
      ...(original === undefined ? {} : { startProject: original }),
      ...(expected === undefined ? {} : { force: true }),
      stats: false,
    },
  )
  return readGitlab(commitShape, answer, 'A new commit').id
}

/** An update keeps the file's mode. A new file is plain: to make it executable is an action of its own. */
function actionsOf({ path, content, mode, replaces }: FileChange): CommitAction[] {
  const isNew = replaces === undefined
  // In base64, as text would leave it to GitLab what it makes of line ends.
  const written: CommitAction = {
    action: isNew ? 'create' : 'update',
    filePath: path,
    content: Buffer.from(content).toString('base64'),
    encoding: 'base64',
  }
  if (!isNew || mode !== '100755') return [written]
  return [written, { action: 'chmod', filePath: path, execute_filemode: true }]
}
