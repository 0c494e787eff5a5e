import type { Facts } from '../../../facts/facts.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { pathFolders } from '../../../knowledge/images/image-folders.ts'
import { lineEvidence } from '../../../facts/evidence.ts'
import { pathsInWords, processesOf, startsTheSame } from '../seen/entries.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'

/** The files that commands of the container name: programs by their paths or on the PATH, and their words. */
export function namedNeeds(facts: Facts): readonly FileNeed[] {
  const { workdir } = facts.final.end
  const stated = facts.start?.stated.lines
  return processesOf(facts).flatMap((process) => {
    const evidence = process.via.at(-1)
    if (evidence === undefined) return []
    return [
      ...process.via
        .filter((each) => stated?.includes(each) !== true)
        .map(({ path }) => facts.imagePath(path))
        .filter(isOfWay),
      ...placesOf(process),
    ].flatMap((path) => (path === workdir ? [] : (needAt(path, evidence, facts) ?? [])))
  })
}

/** A script that the way leads through, or a manifest with scripts: it may be another than the one of the packages. Other settings come with their packages. */
const isOfWay = (path: string | undefined) =>
  path !== undefined &&
  (/(^|\/)package\.json$/.test(path) || !/\.(json|ya?ml|toml)$|Dockerfile/.test(path))

function placesOf(process: Process): readonly (string | undefined)[] {
  const { name, cwd } = process
  const program =
    name === undefined
      ? []
      : name.includes('/')
        ? [resolvePath(cwd, name)]
        : pathFolders.map((folder) => `${folder}/${name}`)
  return [...program, ...pathsInWords(process)]
}

/**
 * Files of the context that the author copies into the configuration of the image, where the new one has the same programs to read it: php.ini's
 * folder, the sites of a web server, what a supervisor starts.
 */
export function configurationNeeds(before: Facts, after: Facts): readonly FileNeed[] {
  if (before.final.base.family !== after.final.base.family || !startsTheSame(before, after))
    return []
  return before.final.copies.flatMap(({ from, paths, step }) =>
    from !== undefined
      ? []
      : paths.flatMap(({ target }) =>
          /^\/(usr\/local\/)?etc\//.test(target)
            ? (needAt(target, lineEvidence(step.instruction), before) ?? [])
            : [],
        ),
  )
}
