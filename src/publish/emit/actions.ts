import type { Emission } from './emission.ts'
import { pipelineNotes, prCommand, reportCommand, shardsOf, tokenVariable } from './pipeline.ts'
import { actionsText, comment, indent } from './quote.ts'

/** https://docs.github.com/en/actions/reference/limits: jobs that a matrix makes in one run. */
const mostJobs = 256

/** Jobs that run at once: with one token they share its limits. */
const atOnce = 4

/** A GitHub Actions workflow. Throws EmitError. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export function emitActions(emission: Emission): string {
  const shards = shardsOf(emission, mostJobs, 'GitHub Actions')
  const isSharded = shards > 1
  const numbers = Array.from({ length: shards }, (_, i) => i + 1)
  const parallel = Math.min(atOnce, shards)
  const matrix = `    strategy:
      fail-fast: false
      # They share one token, and with it the host's limits.
      max-parallel: ${parallel}
      matrix:
        shard: [${numbers.join(', ')}]
`
  const shard = isSharded ? `"$SHARD/${shards}"` : undefined
  const paced = withPace(emission, parallel)
  return `${comment([
    'Save as .github/workflows/msb-migrate.yml, and keep a token as the secret MSB_MIGRATE_TOKEN: of a GitHub App or a person, with the',
    'right to read and write contents and pull requests of all repositories that are meant. The GITHUB_TOKEN that every job has reaches this',
    'repository only, and pull requests made with it start no workflows, or only once somebody approves them: reviewers would see no checks.',
    'https://docs.github.com/en/actions/concepts/security/github_token#when-github_token-triggers-workflow-runs',
    '',
    ...pipelineNotes(emission, shards),
  ])}
name: msb-migrate

on:
  workflow_dispatch:
  # Each morning, to open the next ones and to keep those that are open fresh:
  # schedule:
  #   - cron: '0 5 * * 1-5'

# One run at a time; one that works is not stopped.
concurrency:
  group: msb-migrate
  cancel-in-progress: false

# Of the job's own token, which only checks out this repository.
permissions:
  contents: read

jobs:
  migrate:
    runs-on: ubuntu-latest
${isSharded ? matrix : ''}    steps:
${setUp}
      - name: Open pull requests
        env:
          ${tokenVariable(emission)}: \${{ secrets.MSB_MIGRATE_TOKEN }}
${isSharded ? '          SHARD: ${{ matrix.shard }}\n' : ''}        run: |
${indent(actionsText(prCommand(paced, shard)), 10)}

  report:
    needs: migrate
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
${setUp}
      - name: Report
        env:
          ${tokenVariable(emission)}: \${{ secrets.MSB_MIGRATE_TOKEN }}
        run: |
${indent(actionsText(reportCommand(emission, 'campaign.html')), 10)}
      - uses: actions/upload-artifact@v4
        if: \${{ !cancelled() }}
        with:
          name: campaign
          path: campaign.html
`
}

const setUp = `      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6
        with:
          node-version: 24`

/** GitHub wants a second between two writes of one token, whichever job makes them. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
function withPace(emission: Emission, parallel: number): Emission {
  const isPaced = emission.options.some(({ name }) => name === 'pace')
  if (isPaced || parallel === 1 || emission.kind !== 'github') return emission
  const pace = { name: 'pace', words: ['--pace', String(parallel)] }
  return { ...emission, options: [...emission.options, pace] }
}
