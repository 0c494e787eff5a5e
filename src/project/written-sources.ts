import { copyOf } from '../dockerfile/copy.ts'
import { isParseFailure, parseDockerfile } from '../dockerfile/parse/parse.ts'

/** What a Dockerfile copies from the build context, as written. */
export function writtenSources(source: string): readonly string[] {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return []
  return dockerfile.instructions
    .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
    .map(copyOf)
    .flatMap(({ from, sources }) => (from === undefined ? sources : []))
}
