import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Documented } from './openapi-typings.ts'

/** Bitbucket's description as a package of types that is made of it: https://developer.atlassian.com/cloud/bitbucket/swagger.v3.json */
const packaged = path.resolve(
  import.meta.dirname,
  '../../node_modules/@coderabbitai/bitbucket/dist/cloud/openapi/openapi-typescript.d.ts',
)

/** Where it is; undefined where the package is not installed. BITBUCKET_OPENAPI names another file of its kind. */
export function bitbucketTypings(): string | undefined {
  const file = process.env['BITBUCKET_OPENAPI'] ?? packaged
  return existsSync(file) ? file : undefined
}

/** What only the documentation's words have. */
export const bitbucketDocumented: Documented = {
  // https://developer.atlassian.com/cloud/bitbucket/rest/intro/#pagination and #filtering
  query: ['page', 'pagelen', 'q', 'sort'],
  fields: {
    // The words about `nickname` have it: an account's name in URLs.
    'GET /user': ['username'],
    // The example of its words has it.
    'POST /repositories/{workspace}/{repo_slug}/forks': ['workspace', 'slug'],
    // "Other fields: description": https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/
    ...Object.fromEntries(
      [
        'GET /repositories/{workspace}/{repo_slug}/pullrequests',
        'POST /repositories/{workspace}/{repo_slug}/pullrequests',
        'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}',
        'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}',
        'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline',
      ].map((key) => [key, ['description']]),
    ),
  },
  unasked: ['type'],
  kinds: { base_commit: 'commit' },
  // "the raw contents": https://developer.atlassian.com/cloud/bitbucket/rest/api-group-source/
  files: ['GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}'],
}
