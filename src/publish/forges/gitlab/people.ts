import { z } from 'zod'
import { type GitlabApi, readGitlab } from './api.ts'
import { userShape } from './shapes.ts'

export interface People {
  readonly ids: readonly number[]
  readonly complaints: readonly string[]
}

/** Users by their names: https://docs.gitlab.com/api/users/#list-users. A name that nobody has is a complaint. */
export async function findPeople(
  { gitlab, host }: GitlabApi,
  names: readonly string[],
  wish: string,
): Promise<People> {
  const ids: number[] = []
  const complaints: string[] = []
  for (const name of names) {
    const answer = await gitlab.Users.all({ username: name })
    const [user] = readGitlab(z.array(userShape), answer, 'The users')
    if (user === undefined) {
      complaints.push(`${name} could not be ${wish}: ${host} knows no such user.`)
    } else {
      ids.push(user.id)
    }
  }
  return { ids, complaints }
}
