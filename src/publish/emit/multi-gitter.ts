import { EmitError, type Emission } from './emission.ts'
import { comment, yamlList, yamlText } from './quote.ts'
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
  'topic',
  'query',
  'repos',
  'host',
  'forge',
  'base',
  'branch-prefix',
  'draft',
  'label',
  'reviewer',
  'team-reviewer',
  'assignee',
  'fork',
  'push-only',
  'group-by',
]

/**
 * What multi-gitter runs: a shell script that writes its script and its config file. Throws EmitError.
 * https://github.com/lindell/multi-gitter#config-file
 */
export function emitMultiGitter(emission: Emission): string {
  checkEngine(emission, 'multi-gitter')
  const notes = engineNotes(
    emission,
    'multi-gitter',
    emission.title === undefined ? taken : [...taken, 'title-template'],
  )
  return `#!/bin/sh
${comment([
  'Writes msb-migrate.sh and multi-gitter.yaml into this folder, where neither is there yet, then says how to run them.',
  '',
  ...notes,
])}
set -eu
for file in msb-migrate.sh multi-gitter.yaml; do
  if [ -e "$file" ]; then
    echo "$file is there already." >&2
    exit 1
  fi
done

cat >msb-migrate.sh <<'MSB_MIGRATE_END'
#!/bin/sh
# Run by multi-gitter in each repository.
${migrateScript(emission, 'DRY_RUN')}MSB_MIGRATE_END
chmod +x msb-migrate.sh

cat >multi-gitter.yaml <<'MSB_MIGRATE_END'
${configFile(emission)}MSB_MIGRATE_END

cat <<'MSB_MIGRATE_END'
The token is taken from ${emission.kind.toUpperCase()}_TOKEN. Look first:
  multi-gitter run ./msb-migrate.sh --config multi-gitter.yaml --dry-run
Then:
  multi-gitter run ./msb-migrate.sh --config multi-gitter.yaml
MSB_MIGRATE_END
`
}

/** Its keys are the long names of the command's options. https://github.com/lindell/multi-gitter/blob/master/cmd/config.go */
function configFile(emission: Emission): string {
  const { base, isDraft, isDryRun, isPushOnly, fork } = emission
  const lines = [
    ...platform(emission),
    ...selection(emission),
    `branch: ${yamlText(engineBranch(emission))}`,
    ...(base === undefined ? [] : [`base-branch: ${yamlText(base)}`]),
    `commit-message: ${yamlText(engineTitle(emission))}`,
    `pr-title: ${yamlText(engineTitle(emission))}`,
    'pr-body: |',
    ...engineBody(emission)
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${line}`)),
    '# A branch that is there already is left alone; "replace" would push over what people have committed to it.',
    'conflict-strategy: skip',
    ...list('labels', emission.labels),
    ...list('reviewers', emission.reviewers),
    ...list('team-reviewers', emission.teamReviewers),
    ...list('assignees', emission.assignees),
    ...(isDraft ? ['draft: true'] : []),
    ...(fork ? ['fork: true'] : []),
    ...(isPushOnly ? ['push-only: true'] : []),
    ...(isDryRun ? ['dry-run: true'] : []),
  ]
  return `${lines.join('\n')}\n`
}

function platform({ kind, origin }: Emission): readonly string[] {
  switch (kind) {
    case 'github':
    case 'gitlab': {
      const isPublic = origin === `https://${kind}.com`
      return [`platform: ${kind}`, ...(isPublic ? [] : [`base-url: ${yamlText(origin)}`])]
    }
    case 'gitea':
      return ['platform: gitea', `base-url: ${yamlText(origin)}`]
    case 'bitbucket':
      throw new EmitError(
        'multi-gitter asks for more of Bitbucket than can be told from here; use msb-migrate pr itself',
      )
  }
}

function selection({ kind, org, topic, query, repositories }: Emission): readonly string[] {
  if (repositories !== undefined) return list(kind === 'gitlab' ? 'project' : 'repo', repositories)
  if (query !== undefined) {
    if (kind !== 'github')
      throw new EmitError(`multi-gitter searches on GitHub only; give --org or --repos`)
    // The search takes all words together. https://docs.github.com/en/search-github/searching-on-github/searching-for-repositories
    const words = [query, ...(org === undefined ? [] : [`org:${org}`])]
    return [`repo-search: ${yamlText(words.join(' '))}`, ...list('topic', topicsOf(topic))]
  }
  const owners = org === undefined ? [] : [org]
  const subgroups = kind === 'gitlab' ? ['include-subgroups: true'] : []
  return [
    ...list(kind === 'gitlab' ? 'group' : 'org', owners),
    ...subgroups,
    ...list('topic', topicsOf(topic)),
  ]
}

function topicsOf(topic: string | undefined): readonly string[] {
  return topic === undefined ? [] : [topic]
}

/** It reads each text of a list as a line of CSV. https://pkg.go.dev/github.com/spf13/pflag#FlagSet.StringSlice */
function list(key: string, texts: readonly string[]): readonly string[] {
  const fields = texts.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
  return texts.length === 0 ? [] : [`${key}: ${yamlList(fields)}`]
}
