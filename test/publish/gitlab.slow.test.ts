import { forgeContract } from './forge-contract.ts'
import { makeGitlabWorld } from './gitlab-world.ts'

forgeContract('GitLab (stand-in)', () => makeGitlabWorld(), {
  without: {
    fork: "GitLab's REST API can't bring a fork's branch up to date; gitlab-own.test.ts has what is done instead",
  },
})
