import { describe, it } from 'vitest'
import { bitbucketDocumented, bitbucketTypings } from './bitbucket-description.ts'
import { makeBitbucketWorld } from './bitbucket-world.ts'
import { forgeContract } from './forge-contract.ts'
import { judgeByTypings } from './openapi-typings.ts'

const typings = bitbucketTypings()

if (typings === undefined) {
  describe('Bitbucket', () => {
    it.skip('is not tried: its description, @coderabbitai/bitbucket, is not installed', () =>
      undefined)
  })
} else {
  forgeContract(
    'Bitbucket (stand-in)',
    () => makeBitbucketWorld(judgeByTypings(typings, bitbucketDocumented)),
    {
      without: {
        archive: 'Bitbucket Cloud has no archived repositories',
        fork: "its API can't bring a fork's branch up to date; bitbucket-own.test.ts has what is done",
        labels: 'Bitbucket Cloud has no labels of pull requests',
        link: 'its trees come by git',
        reopen: 'a declined pull request stays declined',
        repositories: 'Bitbucket Cloud has no topics; bitbucket-own.test.ts has the rest',
      },
    },
  )
}
