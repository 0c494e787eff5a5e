import { emitTargets } from '../../publish/emit/emit-targets.ts'
import { groupings } from '../../publish/campaign/service.ts'
import { forgeKinds } from '../../publish/forge.ts'
import type { OptionRow } from '../option-row.ts'

const group = 'Pull requests'

/** The rows of the options table that are for `pr`. */
export const prOptions: readonly OptionRow[] = [
  {
    name: 'repos',
    kind: 'text',
    argument: 'FILE',
    group,
    description:
      'Work on the repositories that FILE names ("-": standard input): owner/name or URL, one a line',
  },
  {
    name: 'org',
    kind: 'text',
    argument: 'NAME',
    group,
    description: 'Work on all repositories of an organisation, group, workspace or user',
  },
  {
    name: 'topic',
    kind: 'text',
    argument: 'TOPIC',
    group,
    description: 'Of these, only those with this topic',
  },
  {
    name: 'query',
    kind: 'text',
    argument: 'WORDS',
    group,
    description: "Work on what the host's own search finds",
  },
  {
    name: 'host',
    kind: 'text',
    argument: 'URL',
    group,
    description:
      'The host of the repositories (by default: that of the remote, or of the environment, or github.com)',
  },
  {
    name: 'forge',
    kind: 'text',
    argument: forgeKinds.join('|'),
    choices: forgeKinds,
    group,
    description: 'What the host runs (by default: told from its name, or asked)',
  },
  {
    name: 'remote',
    kind: 'text',
    argument: 'NAME',
    group,
    description: 'The remote of this repository (by default: origin)',
  },
  {
    name: 'group-by',
    kind: 'text',
    argument: groupings.join('|'),
    choices: groupings,
    group,
    description:
      'One pull request for each service (the default), repository, or owner by CODEOWNERS',
  },
  {
    name: 'base',
    kind: 'text',
    argument: 'BRANCH',
    group,
    description: "Merge into BRANCH (by default: the repository's default branch)",
  },
  {
    name: 'branch-prefix',
    kind: 'text',
    argument: 'PREFIX',
    group,
    description: 'Begin names of branches with PREFIX (by default: msb-migrate/)',
  },
  { name: 'draft', kind: 'flag', group, description: 'Open drafts' },
  {
    name: 'label',
    kind: 'list',
    argument: 'NAMES',
    group,
    description: 'Give each pull request these labels',
  },
  {
    name: 'reviewer',
    kind: 'list',
    argument: 'LOGINS',
    group,
    description: 'Ask these people for a review',
  },
  {
    name: 'team-reviewer',
    kind: 'list',
    argument: 'TEAMS',
    group,
    description: 'Ask these teams for a review',
  },
  { name: 'assignee', kind: 'list', argument: 'LOGINS', group, description: 'Assign these people' },
  {
    name: 'title-template',
    kind: 'text',
    argument: 'TEXT',
    group,
    description: 'Title of each pull request, with {{service}}, {{title}} and others',
  },
  {
    name: 'body-template',
    kind: 'text',
    argument: 'FILE',
    group,
    description: 'Body of each pull request, with {{summary}}, {{changes}}, {{diff}} and others',
  },
  {
    name: 'fork',
    kind: 'flag',
    group,
    description: 'Go by a fork where the token may not push to a repository',
  },
  {
    name: 'max-open',
    kind: 'text',
    argument: 'N',
    group,
    description: 'Have at most N of our pull requests open at a time',
  },
  {
    name: 'pilot',
    kind: 'text',
    argument: 'N',
    group,
    description: 'Open N pull requests, then stop',
  },
  {
    name: 'reopen',
    kind: 'flag',
    group,
    description: 'Open another one where a person has closed ours',
  },
  {
    name: 'state',
    kind: 'text',
    argument: 'FILE',
    group,
    description:
      'Keep the campaign in FILE (by default: .msb-migrate-campaign.jsonl; in one repository: inside of .git)',
  },
  {
    name: 'resume',
    kind: 'flag',
    group,
    description:
      'Go on with the campaign of the state file, with the options that it was begun with',
  },
  {
    name: 'shard',
    kind: 'text',
    argument: 'I/N',
    group,
    description: 'Work on the I-th of N parts of all services, the same ones each time',
  },
  {
    name: 'pace',
    kind: 'text',
    argument: 'SECONDS',
    group,
    description: 'Wait this long between two writes (by default: what the host asks for)',
  },
  {
    name: 'push-only',
    kind: 'flag',
    group,
    description: 'Push branches by git, and open nothing; for hosts of another kind',
  },
  {
    name: 'emit',
    kind: 'text',
    argument: emitTargets.join('|'),
    choices: emitTargets,
    group,
    description: 'Print what another engine needs to run this campaign, and do nothing else',
  },
  {
    name: 'yes',
    kind: 'flag',
    group,
    description: 'With pr close: close them (without: list them)',
  },
]
