import type { Emission } from './emission.ts'
import { pipelineNotes, prCommand, reportCommand, shardsOf, tokenVariable } from './pipeline.ts'
import { comment, indent } from './quote.ts'

/** https://docs.gitlab.com/ci/yaml/#parallel */
const mostJobs = 200

/** A .gitlab-ci.yml. Throws EmitError. https://docs.gitlab.com/ci/yaml/ */
export function emitGitlabCi(emission: Emission): string {
  const shards = shardsOf(emission, mostJobs, 'GitLab')
  const isSharded = shards > 1
  // https://docs.gitlab.com/ci/variables/predefined_variables/: the index is there with `parallel` only.
  const shard = isSharded ? '"$CI_NODE_INDEX/$CI_NODE_TOTAL"' : undefined
  const place = emission.isVerified
    ? `  # --verify builds and runs images: the tags of a runner with a shell, Docker and Node.js 20 or newer.
  tags: [docker, shell]
`
    : `  image: node:24
`
  return `${comment([
    'Save as .gitlab-ci.yml (or include it), and start it from "Run pipeline" or a schedule.',
    `The token is the CI/CD variable ${tokenVariable(emission)}, masked: of a group or a person, with the scope api and the role Developer. CI_JOB_TOKEN can't`,
    'open merge requests.',
    '',
    ...pipelineNotes(emission, shards),
  ])}
stages: [migrate, report]

.msb-migrate:
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_PIPELINE_SOURCE == "web"

migrate:
  extends: .msb-migrate
  stage: migrate
${place}${isSharded ? `  parallel: ${shards}\n` : ''}  script:
    - |
${indent(prCommand(emission, shard), 6)}

report:
  extends: .msb-migrate
  stage: report
  image: node:24
  when: always
  script:
    - |
${indent(reportCommand(emission, 'campaign.html'), 6)}
  artifacts:
    when: always
    paths: [campaign.html]
    expire_in: 30 days
`
}
