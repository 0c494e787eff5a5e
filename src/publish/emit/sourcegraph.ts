import { EmitError, type Emission, hostOf } from './emission.ts'
import { comment, indent, sourcegraphText, yamlText } from './quote.ts'
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
  'repos',
  'host',
  'forge',
  'base',
  'branch-prefix',
  'draft',
  'group-by',
]

/** A batch spec for `src batch preview -f FILE`. Throws EmitError. https://sourcegraph.com/docs/batch-changes/batch-spec-yaml-reference */
export function emitSourcegraph(emission: Emission): string {
  checkEngine(emission, 'Sourcegraph')
  if (emission.isVerified)
    throw new EmitError('Sourcegraph runs steps in a container without Docker; drop --verify')
  const notes = engineNotes(
    emission,
    'Sourcegraph',
    emission.title === undefined ? taken : [...taken, 'title-template'],
  )
  const title = text(engineTitle(emission))
  return `${comment(['Look first: src batch preview -f FILE', '', ...notes].map(sourcegraphText))}
version: 2
name: msb-migrate
description: ${text('Single-stage Dockerfiles become multi-stage ones.')}

on:
${indent(selection(emission), 2)}

steps:
  - container: node:24
    env:
      npm_config_cache: /tmp/npm
      npm_config_update_notifier: 'false'
    run: |
${indent(sourcegraphText(migrateScript(emission, undefined)), 6)}
changesetTemplate:
  title: ${title}
  body: |
${indent(sourcegraphText(engineBody(emission)), 4)}
  branch: ${text(engineBranch(emission))}
  commit:
    message: ${title}
  # false: shown in the preview, and opened from there; draft and true open all at once.
  published: ${emission.isDraft ? 'draft' : 'false'}
`
}

function text(value: string): string {
  return yamlText(sourcegraphText(value))
}

/** Repositories by name, or those of an owner that have a Dockerfile. https://sourcegraph.com/docs/code-search/queries/language */
function selection(emission: Emission): string {
  const { org, topic, query, repositories, base } = emission
  const host = hostOf(emission)
  const branch = base === undefined ? '' : `\n  branch: ${yamlText(base)}`
  if (repositories !== undefined)
    return repositories
      .map((path) => `- repository: ${yamlText(`${host}/${path}`)}${branch}`)
      .join('\n')
  if (query !== undefined)
    throw new EmitError(
      "--query is in the words of the host's search, which Sourcegraph has not; give --org or --repos",
    )
  if (base !== undefined)
    throw new EmitError(
      'Sourcegraph takes another base branch for repositories by name only; give --repos, or drop --base',
    )
  const words = [
    `repo:^${pattern(`${host}/${name('org', org ?? '')}/`)}`,
    ...(topic === undefined ? [] : [`repo:has.topic(${name('topic', topic)})`]),
    'file:(^|/)(Dockerfile|dockerfile|Containerfile)|\\.[Dd]ockerfile$',
    'patterntype:regexp',
    'count:all',
  ]
  return `- repositoriesMatchingQuery: ${yamlText(words.join(' '))}`
}

/** A name that can't add words to a search. */
function name(option: string, value: string): string {
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(value))
    throw new EmitError(`--${option}: "${value}" can't stand in a search of Sourcegraph`)
  return value
}

function pattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
