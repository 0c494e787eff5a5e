import { expect, test } from 'vitest'
import { shellSteps, groovyTokens } from '../../src/project/consumers/pipelines/jenkinsfile.ts'
import { readJenkinsfile } from '../../src/project/consumers/pipelines/jenkinsfile.ts'

const cpu = (run: () => void): number => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

test.each([
  ['steps that are not closed', 'sh( '],
  ['steps in steps', 'sh("a", '],
  ['agents in agents', 'agent { dockerfile { '],
  ['calls in calls', 'docker.build("a", '],
])('a Jenkinsfile of %s is read in time', (_, piece) => {
  const text = piece.repeat(50_000)
  const read = () => {
    shellSteps(groovyTokens(text))
    readJenkinsfile({ path: '/p/Jenkinsfile', text }, () => undefined)
  }
  expect(cpu(read)).toBeLessThan(3)
})
