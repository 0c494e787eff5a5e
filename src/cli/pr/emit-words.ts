import type { GivenOption } from '../../publish/emit/emission.ts'
import type { CliOptions, PrChoice, VerifyChoice } from '../cli-options.ts'

/** What decides the changes, as words again; without the file of `--config`, which not every engine can read. */
export function changeWords({
  only,
  with: besides,
  skip,
  safe,
  config,
  verify,
}: CliOptions): readonly (readonly string[])[] {
  return [
    ...(only === undefined ? [] : [['--only', only.join(',')]]),
    ...(besides.length === 0 ? [] : [['--with', besides.join(',')]]),
    ...(skip.length === 0 ? [] : [['--skip', skip.join(',')]]),
    ...(safe ? [['--safe']] : []),
    ...(config === 'none' ? [['--no-config']] : []),
    ...(verify === undefined ? [] : verifyWords(verify)),
  ]
}

function verifyWords(verify: VerifyChoice): readonly (readonly string[])[] {
  const each = (name: string, values: readonly string[]): readonly (readonly string[])[] =>
    values.map((value) => withValue(name, value))
  const flag = (name: string, isGiven: boolean): readonly (readonly string[])[] =>
    isGiven ? [[`--${name}`]] : []
  return [
    ['--verify'],
    ...each('build-arg', verify.buildArgs),
    ...each('build-context', verify.buildContexts),
    ...each('secret', verify.secrets),
    ...each('ssh', verify.ssh),
    ...each('platform', verify.platform === undefined ? [] : [verify.platform]),
    ...each('builder', verify.builder === undefined ? [] : [verify.builder]),
    ...each('env', verify.env.map(nameAlone)),
    ...each('env-file', verify.envFiles),
    ...each('path', verify.paths),
    ...each('smoke', verify.smoke),
    ...each('timeout', verify.timeout === 1800 ? [] : [String(verify.timeout)]),
    ...each('wait', verify.wait === 60 ? [] : [String(verify.wait)]),
    ...flag('no-run', !verify.run),
    ...flag('with-dependencies', verify.withDependencies),
    ...flag('keep-images', verify.keepImages),
    ...flag('no-cache', !verify.cache),
    ...each('accept', verify.accept.length === 0 ? [] : [verify.accept.join(',')]),
  ]
}

/** A value that looks like an option is tied to its name. */
function withValue(name: string, value: string): readonly string[] {
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value]
}

/** A container's variable may be a password: its value is not written into a file. */
function nameAlone(variable: string): string {
  return variable.replace(/=.*$/s, '')
}

/** A sentence for each value that was left out. */
export function valueNotes({ verify }: CliOptions): readonly string[] {
  const names = verify?.env.filter((each) => each.includes('=')).map(nameAlone) ?? []
  return names.map(
    (name) => `The value of --env ${name} is not written here: set it as a variable of the job.`,
  )
}

/** The options of `pr` that were given, as words again; without `--shard` and `--emit`. */
export function prWords({ jobs }: CliOptions, pr: PrChoice): readonly GivenOption[] {
  const one = (name: string, value: string | undefined): readonly GivenOption[] =>
    value === undefined ? [] : [{ name, words: withValue(name, value) }]
  const many = (name: string, values: readonly string[]): readonly GivenOption[] =>
    one(name, values.length === 0 ? undefined : values.join(','))
  const flag = (name: string, isGiven: boolean): readonly GivenOption[] =>
    isGiven ? [{ name, words: [`--${name}`] }] : []
  const number = (name: string, value: number | undefined): readonly GivenOption[] =>
    one(name, value === undefined ? undefined : String(value))
  return [
    ...one('repos', pr.repos),
    ...one('org', pr.org),
    ...one('topic', pr.topic),
    ...one('query', pr.query),
    ...one('host', pr.host),
    ...one('forge', pr.forge),
    ...one('remote', pr.remote === 'origin' ? undefined : pr.remote),
    ...one('group-by', pr.grouping === 'service' ? undefined : pr.grouping),
    ...one('base', pr.base),
    ...one('branch-prefix', pr.branchPrefix === 'msb-migrate/' ? undefined : pr.branchPrefix),
    ...flag('draft', pr.isDraft),
    ...many('label', pr.labels),
    ...many('reviewer', pr.reviewers),
    ...many('team-reviewer', pr.teamReviewers),
    ...many('assignee', pr.assignees),
    ...one('title-template', pr.titleTemplate),
    ...one('body-template', pr.bodyTemplate),
    ...flag('fork', pr.fork),
    ...number('max-open', pr.maxOpen),
    ...number('pilot', pr.pilot),
    ...flag('reopen', pr.reopen),
    ...one('state', pr.state),
    ...number('pace', pr.pace === undefined ? undefined : pr.pace / 1000),
    ...flag('push-only', pr.pushOnly),
    ...number('jobs', jobs),
  ]
}
