import { EmitError, type Emission, isFleet, packageName } from './emission.ts'
import { quoteWord } from '../../dockerfile/shell/quote-word.ts'

// multi-gitter, git-xargs and Sourcegraph clone repositories, run a command in each, and open one pull request for what it changed.

/** Throws EmitError where such an engine can't do what is asked. */
export function checkEngine(emission: Emission, engine: string): void {
  if (!isFleet(emission))
    throw new EmitError(`${engine} works on a fleet: say which, with --org or --repos`)
  if (emission.action === 'sync')
    throw new EmitError(`${engine} has no sync; run it again, or let msb-migrate pr sync do it`)
  const grouping = emission.options.find(({ name }) => name === 'group-by')
  if (grouping?.words.includes('owner') === true)
    throw new EmitError(`${engine} opens one pull request a repository; drop --group-by owner`)
  if (emission.config?.hasTransforms === true)
    throw new EmitError(
      `${engine} is given what ${emission.config.name} says, and not the transforms that it lists; use msb-migrate pr itself`,
    )
}

/** The branch of the one pull request of a repository. */
export function engineBranch({ branchPrefix }: Emission): string {
  return `${branchPrefix}multi-stage`
}

export function engineTitle({ title }: Emission): string {
  return title ?? 'Build images in several stages'
}

export function engineBody(emission: Emission): string {
  return [
    'Single-stage Dockerfiles become multi-stage ones: what only the build needs stays out of the image.',
    '',
    `Made by ${packageName(emission)}. Each change with its reason and its evidence, on the base branch:`,
    '',
    '```sh',
    ['npx', packageName(emission), ...emission.changeWords.flat(), '--dry-run']
      .map(quoteWord)
      .join(' '),
    '```',
    ...(emission.config === undefined
      ? []
      : [
          '',
          'The campaign has a configuration of its own, which counts instead of those of repositories.',
        ]),
  ].join('\n')
}

/** What the engine does otherwise, for a comment. `taken`: the options that it heeds. */
export function engineNotes(
  emission: Emission,
  engine: string,
  taken: readonly string[],
): readonly string[] {
  const dropped = emission.options.filter(({ name }) => !taken.includes(name))
  return [
    `${engine} opens one pull request a repository, under a title and a body that are the same everywhere;`,
    'msb-migrate pr itself opens one a service, with the reasons of each change.',
    ...(dropped.length === 0
      ? []
      : [
          `Not heeded here, for want of the like: ${dropped.map(({ words }) => words.join(' ')).join(', ')}`,
        ]),
    ...emission.notes,
  ]
}

/**
 * The script that changes the repository it is run in. `dryRun` is the variable by which the engine asks to look only. Exit code 3 says
 * that some Dockerfiles failed and others were written: those stand, as one failure never stops the rest. All other codes are handed on.
 */
export function migrateScript(emission: Emission, dryRun: string | undefined): string {
  const { config } = emission
  const given = config === undefined ? '' : ' --config "$empty/msb-migrate.config.json"'
  const words = emission.changeWords.flat().map(quoteWord)
  const options = `${words.map((word) => ` ${word}`).join('')}${given}`
  const lay =
    config === undefined
      ? ''
      : `# The configuration of the campaign, ${config.name}.
printf '%s\\n' ${quoteWord(config.text)} >"$empty/msb-migrate.config.json"
`
  const write = 'set -- --write --allow-dirty\n'
  const mode =
    dryRun === undefined
      ? write
      : `# On a dry run diffs are printed, and nothing is written.
if [ "\${${dryRun}:-false}" = true ]; then
  set -- --dry-run
else
  ${write}fi
`
  return `${mode}# npx reads the .npmrc of the folder that it takes for its own; that of a repository is not to say where programs come from.
empty=$(mktemp -d)
code=0
${lay}npx --prefix "$empty" --yes ${packageName(emission)} "$@"${options} || code=$?
rm -rf "$empty"
if [ "$code" -eq 3 ]; then
  echo 'msb-migrate: some Dockerfiles failed, or did not come out the same; the others are changed.' >&2
  code=0
fi
exit "$code"
`
}
