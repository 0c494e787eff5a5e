import { EmitError, type Emission, hostOf } from './emission.ts'
import { comment, shellCommand } from './quote.ts'
import {
  checkEngine,
  engineBody,
  engineBranch,
  engineNotes,
  engineTitle,
  migrateScript,
} from './whole-repository.ts'

const taken = [
  'org',
  'repos',
  'host',
  'forge',
  'base',
  'branch-prefix',
  'draft',
  'reviewer',
  'team-reviewer',
  'push-only',
  'group-by',
]

/**
 * A shell script that runs git-xargs over the fleet, and is what it runs in each repository. Throws EmitError.
 * https://github.com/gruntwork-io/git-xargs#notable-flags
 */
export function emitGitXargs(emission: Emission): string {
  checkEngine(emission, 'git-xargs')
  check(emission)
  const notes = engineNotes(
    emission,
    'git-xargs',
    emission.title === undefined ? taken : [...taken, 'title-template'],
  )
  const { repositories } = emission
  // Whatever is not a terminal it reads as a list of repositories: https://github.com/gruntwork-io/git-xargs/blob/main/cmd/git-xargs.go
  const input =
    repositories === undefined
      ? '</dev/null'
      : `<<'MSB_MIGRATE_END'\n${repositories.join('\n')}\nMSB_MIGRATE_END`
  const host = hostOf(emission)
  const enterprise =
    host === 'github.com' ? '' : `${shellCommand('export', [[`GITHUB_HOSTNAME=${host}`]])}\n`
  return `#!/bin/sh
${comment([
  'Runs msb-migrate over a fleet by git-xargs: keep this as a file, and run it with `sh FILE`; look first, with `sh FILE --dry-run --loglevel DEBUG`.',
  'git-xargs takes its token from GITHUB_OAUTH_TOKEN.',
  '',
  ...notes,
])}
set -eu

if [ -z "\${XARGS_REPO_NAME:-}" ]; then
  self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
${enterprise === '' ? '' : `  ${enterprise}`}  # Without --no-skip-ci its commits say "[skip ci]", and no check would run.
  exec ${command(emission).replace(/\n(?= )/g, '\n  ')} "$@" sh "$self" ${input}
fi

# From here on: in each repository.
${migrateScript(emission, 'XARGS_DRY_RUN')}`
}

function check({ kind, topic, query }: Emission): void {
  if (kind !== 'github') throw new EmitError('git-xargs works on GitHub only')
  if (topic !== undefined || query !== undefined)
    throw new EmitError(
      'git-xargs knows no topics and no search; list the repositories, with --repos',
    )
}

function command(emission: Emission): string {
  const { org, base, isDraft, isDryRun, isPushOnly, reviewers, teamReviewers } = emission
  const title = engineTitle(emission)
  return shellCommand('git-xargs', [
    ...(org === undefined ? [] : [['--github-org', org, '--skip-archived-repos']]),
    ['--branch-name', engineBranch(emission)],
    ...(base === undefined ? [] : [['--base-branch-name', base]]),
    ['--commit-message', title],
    ['--pull-request-title', title],
    ['--pull-request-description', engineBody(emission)],
    ...reviewers.map((login) => ['--reviewers', login]),
    ...teamReviewers.map((team) => ['--team-reviewers', team]),
    ['--no-skip-ci'],
    ...(isDraft ? [['--draft']] : []),
    ...(isPushOnly ? [['--skip-pull-requests']] : []),
    ...(isDryRun ? [['--dry-run']] : []),
  ])
}
