import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import type { Statement } from '../../../project/config/preferences.ts'
import { needAt, type FileNeed } from './file-need.ts'
import type { SeenUse } from './seen-program.ts'

/** The files that people state the program to need. */
export function statedNeeds(facts: Facts): readonly FileNeed[] {
  const { keep, reads = [] } = facts.project.preferences.statements
  return [...keep, ...reads].flatMap((statement) => needsOf(statement, facts))
}

function needsOf({ text, evidence }: Statement, facts: Facts): readonly FileNeed[] {
  const path = resolvePath('/', text)
  if (path === undefined) return []
  if (text.startsWith('/'))
    return [
      needAt(path, evidence, facts) ?? {
        ...{ contextPath: undefined, path, evidence },
        isFolder: text.endsWith('/'),
      },
    ]
  return facts.project
    .match(path.slice(1))
    .flatMap((source) => needAt(facts.imagePath(source), evidence, facts) ?? [])
}

/** Sentences on statements that come to nothing: files that the author's image does not have. */
export function emptyStatements(facts: Facts): readonly string[] {
  const { keep, reads = [] } = facts.project.preferences.statements
  return [...keep, ...reads].flatMap((statement) => {
    if (needsOf(statement, facts).length > 0) return []
    return [
      `${statement.text} comes to nothing (${placeOf(statement.evidence)}): the build context has nothing of that name that a COPY brings into the image.`,
    ]
  })
}

/** Where people state the program to write. */
export function statedWrites({ project, final }: Facts): readonly SeenUse[] {
  return (project.preferences.statements.writes ?? []).flatMap(({ text, evidence }) => {
    const path = resolvePath(final.end.workdir ?? '/', text)
    return path === undefined ? [] : [{ use: 'writes' as const, path, evidence }]
  })
}
