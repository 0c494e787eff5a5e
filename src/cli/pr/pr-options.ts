import { emitTargets } from '../../publish/emit/emit-targets.ts'
import { groupings } from '../../publish/campaign/service.ts'
import { forgeKinds } from '../../publish/forge.ts'
import { type OptionRow, rowsOf } from '../option-row.ts'

const { flag, list, text } = rowsOf('Pull requests')

/** The rows of the options table that are for `pr`. */
export const prOptions: readonly OptionRow[] = [
  text(
    'repos',
    'FILE',
    'Work on the repositories that FILE names ("-": standard input): owner/name or URL, one a line',
  ),
  text('org', 'NAME', 'Work on all repositories of an organisation, group, workspace or user'),
  text('topic', 'TOPIC', 'Of these, only those with this topic'),
  text('query', 'WORDS', "Work on what the host's own search finds"),
  text(
    'host',
    'URL',
    'The host of the repositories (by default: that of the remote, or of the environment, or github.com)',
  ),
  text('forge', forgeKinds, 'What the host runs (by default: told from its name, or asked)'),
  text('remote', 'NAME', 'The remote of this repository (by default: origin)'),
  text(
    'group-by',
    groupings,
    'One pull request for each service (the default), repository, or owner by CODEOWNERS',
  ),
  text('base', 'BRANCH', "Merge into BRANCH (by default: the repository's default branch)"),
  text('branch-prefix', 'PREFIX', 'Begin names of branches with PREFIX (by default: msb-migrate/)'),
  flag('draft', 'Open drafts'),
  list('label', 'NAMES', 'Give each pull request these labels'),
  list('reviewer', 'LOGINS', 'Ask these people for a review'),
  list('team-reviewer', 'TEAMS', 'Ask these teams for a review'),
  list('assignee', 'LOGINS', 'Assign these people'),
  text(
    'title-template',
    'TEXT',
    'Title of each pull request, with {{service}}, {{title}} and others',
  ),
  text(
    'body-template',
    'FILE',
    'Body of each pull request, with {{summary}}, {{changes}}, {{diff}} and others',
  ),
  flag('fork', 'Go by a fork where the token may not push to a repository'),
  text('max-open', 'N', 'Have at most N of our pull requests open at a time'),
  text('pilot', 'N', 'Open N pull requests, then stop'),
  flag('reopen', 'Open another one where a person has closed ours'),
  text(
    'state',
    'FILE',
    'Keep the campaign in FILE (by default: .msb-migrate-campaign.jsonl; in one repository: inside of .git)',
  ),
  flag(
    'resume',
    'Go on with the campaign of the state file, with the options that it was begun with',
  ),
  text('shard', 'I/N', 'Work on the I-th of N parts of all services, the same ones each time'),
  text('pace', 'SECONDS', 'Wait this long between two writes (by default: what the host asks for)'),
  flag('push-only', 'Push branches by git, and open nothing; for hosts of another kind'),
  text(
    'emit',
    emitTargets,
    'Print what another engine needs to run this campaign, and do nothing else',
  ),
  flag('yes', 'With pr close: close them (without: list them)'),
]
