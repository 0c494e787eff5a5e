import { describe, expect, test } from 'vitest'
import type { FileReport } from '../../src/report/file-report.ts'
import { pullRequestText } from '../../src/publish/body/pull-request-text.ts'
import type { TextSubject } from '../../src/publish/body/subject.ts'
import { different, marker, ofExample, ofFixture, same, subjectOf } from './body-subject.ts'
import { bodies } from './body-cases.ts'

const text = (reports: readonly FileReport[], more: Partial<TextSubject> = {}) =>
  pullRequestText(subjectOf(reports, more), marker)

describe('the words of a pull request', () => {
  test.each(Object.keys(bodies))('%s', async (name) => {
    const subject = bodies[name]?.()
    if (subject === undefined) throw new Error(name)
    const { title, body, commitMessage } = pullRequestText(subject, marker)
    expect(body.startsWith(`${marker}\n\n`)).toBe(true)
    expect(body.length).toBeLessThanOrEqual(subject.bodyLimit)
    expect(title.length).toBeLessThanOrEqual(72)
    await expect(body).toMatchFileSnapshot(`bodies/${name}.md`)
    await expect(`${commitMessage}`).toMatchFileSnapshot(`bodies/${name}.commit.txt`)
  })
})
