import type { Forge, Repository } from '../forge.ts'
import type { OwnHead } from './decide.ts'
import { contentHash } from '../content.ts'
import { readTrailers } from '../marker.ts'

/**
 * What a branch's head holds, if this program made it: one commit whose message says so and whose files are those that it says. A
 * person who amends it changes the one or the other. Undefined for a person's. Throws ForgeError.
 */
export async function ownContent(
  forge: Forge,
  repository: Repository,
  head: string,
  key: string,
): Promise<OwnHead | undefined> {
  const commit = await forge.commit(repository, head)
  const said = readTrailers(commit.message)
  const [parent, ...others] = commit.parents
  if (said?.key !== key || parent === undefined || others.length > 0) return undefined
  // On another commit than it was made on, it was moved there by a person, perhaps on top of work of theirs.
  if (said.base !== parent) return undefined
  return contentHash(commit.files) === said.content
    ? { content: said.content, input: said.input, parent }
    : undefined
}
