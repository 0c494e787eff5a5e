import type { CallRow } from '../../call.ts'
import { rowsOf, words } from './row.ts'

/** What works with git's program, and what tells a version by it. */
export const askingGit: readonly CallRow[] = [
  ...rowsOf('git git.Repo', {
    names: words('Repo clone_from'),
    startsProgram: 'git',
    source: 'https://gitpython.readthedocs.io/en/stable/intro.html#requirements',
  }),
  ...rowsOf('setuptools_scm setuptools_git_versioning versioningit versioneer', {
    names: ['get_version'],
    asksGitIn: 'root',
    source: 'https://setuptools-scm.readthedocs.io/en/latest/usage/#programmatic-usage',
  }),
  ...rowsOf('dunamai.Version', {
    names: words('from_git from_any_vcs'),
    asksGitIn: 'path',
    source: 'https://github.com/mtkennerly/dunamai#library',
  }),
]
