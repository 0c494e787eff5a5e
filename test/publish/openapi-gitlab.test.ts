import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forgeContract } from './forge-contract.ts'
import { endpoints } from './gitlab-endpoints.ts'
import { makeGitlabWorld } from './gitlab-world.ts'
import { judgeByDocument } from './openapi-document.ts'

/** GitLab's own description, doc/api/openapi/openapi_v2.yaml or openapi_v3.yaml of its repository: no package has it. */
const file = process.env['GITLAB_OPENAPI']

describe('what is used of GitLab', () => {
  it('has a page of its documentation each', () => {
    for (const { page } of Object.values(endpoints)) {
      expect(page).toMatch(/^https:\/\/docs\.gitlab\.com\/api\/\w+\/#[\w-]+$/)
    }
  })
})

describe('a description', () => {
  const text = `
swagger: '2.0'
paths:
  "/api/v4/projects/{id}/notes":
    post:
      parameters:
      - { in: path, name: id }
      - { in: query, name: page }
      - { in: body, name: x, schema: { "$ref": "#/definitions/Sent" } }
      responses: { '201': { schema: { "$ref": "#/definitions/Note" } } }
definitions:
  Sent: { type: object, properties: { body: { type: string }, kind: { type: string, enum: [a] } } }
  Note: { type: object, properties: { id: { type: integer } } }
`
  const judge = judgeByDocument(text, '/api/v4')
  const call = (template: string, query: string, body: unknown) => ({
    method: 'POST',
    template,
    parameters: {},
    query: new URLSearchParams(query),
    url: new URL('https://gitlab.com'),
    body,
    text: '',
  })

  it('judges paths, parameters, bodies and answers', () => {
    const template = '/projects/{project}/notes'
    expect(judge.request(call(template, 'page=1', { body: 'a', kind: 'a' }))).toEqual([])
    expect(judge.request(call(template, 'per=1', { bodi: 'a', kind: 'b' }))).toEqual([
      'no parameter per in the description',
      'body.bodi is not in the description',
      'body.kind is none of a',
    ])
    expect(judge.request(call('/notes', '', undefined))).toHaveLength(1)
    const answered = (body: unknown) => judge.answer(call(template, '', {}), { status: 201, body })
    expect(answered({ id: 1 })).toEqual([])
    expect(answered([{ id: 1, iid: 1 }])).toEqual(['answer[0].iid is not in the description'])
  })
})

if (file === undefined) {
  describe("GitLab's published description", () => {
    it.skip('is not held against it: GITLAB_OPENAPI names no file', () => undefined)
  })
} else {
  const judge = judgeByDocument(readFileSync(file, 'utf8'), '/api/v4')
  forgeContract('GitLab (stand-in, by its description)', () => makeGitlabWorld(judge), {
    without: { fork: 'see gitlab-own.test.ts' },
  })
}
