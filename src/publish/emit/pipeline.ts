import { isAbsolute, normalize } from 'node:path'
import { EmitError, type Emission, hostOf, packageName } from './emission.ts'
import { shellCommand } from './quote.ts'

/** Where nothing else was said. */
const standardShards = 8

/** How many jobs share the services. Throws EmitError where the engine has fewer at once. */
export function shardsOf({ shards }: Emission, most: number, engine: string): number {
  const count = shards ?? standardShards
  if (count > most) throw new EmitError(`${engine} runs at most ${most} jobs at once, not ${count}`)
  return count
}

/** `pr` as a shell command. `shard` is shell text ('"$SHARD"'); undefined where one job does all. */
export function prCommand(emission: Emission, shard: string | undefined): string {
  const options = emission.options.filter(({ name }) => !passing.has(name))
  return [
    shellCommand(
      `npx --yes ${packageName(emission)} pr${emission.action === 'sync' ? ' sync' : ''}`,
      [
        ...(emission.paths.length === 0 ? [] : [emission.paths]),
        ...emission.changeWords,
        ...configWords(emission),
        ...options.map(({ words }) => words),
        ...(emission.isDryRun ? [['--dry-run']] : []),
      ],
    ),
    ...(shard === undefined ? [] : [`--shard ${shard}`]),
  ].join(' \\\n  ')
}

/** Jobs run in a checkout, and find the file there. */
function configWords({ config }: Emission): readonly (readonly string[])[] {
  if (config === undefined) return []
  const { name } = config
  return [name.startsWith('-') ? [`--config=${name}`] : ['--config', name]]
}

function configNote({ config }: Emission): readonly string[] {
  if (config === undefined) return []
  const { name } = config
  return [
    isAbsolute(name) || normalize(name).startsWith('..')
      ? `The configuration ${name} has to be on the machine that runs the job: this repository does not bring it.`
      : `The job reads the configuration ${name} from its checkout: keep it in this repository, at this path.`,
  ]
}

/** The state file is gone with the job; the host knows all that counts. */
const passing = new Set(['state', 'resume'])

/** What says which pull requests are meant. */
const choosing = new Set([
  'repos',
  'org',
  'topic',
  'query',
  'host',
  'forge',
  'remote',
  'branch-prefix',
])

/** The report of all shards' pull requests, as a shell command. */
export function reportCommand(emission: Emission, file: string): string {
  const options = emission.options.filter(({ name }) => choosing.has(name))
  return shellCommand(`npx --yes ${packageName(emission)} pr report`, [
    ...options.map(({ words }) => words),
    ['--output', file],
  ])
}

/** What is to be known of jobs that share a campaign, for a comment. */
export function pipelineNotes(emission: Emission, shards: number): readonly string[] {
  const names = emission.options.map(({ name }) => name)
  const perShard = ['max-open', 'pilot'].filter((name) => shards > 1 && names.includes(name))
  const passed = emission.options.filter(({ name }) => passing.has(name))
  return [
    'No state is kept between runs: each finds its pull requests again on the host, and opens none twice.',
    'The report shows pull requests; why a service has none stands in the log of its job.',
    'Shards divide services by name, the same way each time. They pay where images are built (--verify); writes go no faster than the host allows.',
    ...perShard.map((name) => `--${name} counts in each shard by itself.`),
    ...configNote(emission),
    ...(passed.length === 0
      ? []
      : [
          `Not heeded here, as no state is kept: ${passed.map(({ words }) => words.join(' ')).join(', ')}`,
        ]),
    ...emission.notes,
  ]
}

/** The variable that msb-migrate reads this host's token from. */
export function tokenVariable(emission: Emission): string {
  switch (emission.kind) {
    case 'github':
      return 'GH_TOKEN'
    case 'gitlab':
      return 'GITLAB_TOKEN'
    case 'gitea':
      return hostOf(emission) === 'codeberg.org' ? 'CODEBERG_TOKEN' : 'GITEA_TOKEN'
    case 'bitbucket':
      return 'BITBUCKET_TOKEN'
  }
}
