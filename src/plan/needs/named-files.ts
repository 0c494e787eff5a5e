import type { Facts } from '../../facts/facts.ts'
import type { Process } from '../../facts/follow/process.ts'
import { resolvePath } from '../../facts/image-path.ts'
import { pathFolders } from '../../knowledge/image-folders.ts'
import { pathsInWords, processesOf } from './entries.ts'
import { needAt, type FileNeed } from './file-need.ts'

/** The files that commands of the container name: programs by their paths or on the PATH, and their words. */
export function namedNeeds(facts: Facts): readonly FileNeed[] {
  const { workdir } = facts.final.end
  return processesOf(facts).flatMap((process) => {
    const evidence = process.via.at(-1)
    if (evidence === undefined) return []
    return [
      ...process.via.map(({ path }) => facts.imagePath(path)).filter(isScript),
      ...placesOf(process),
    ].flatMap((path) => (path === workdir ? [] : (needAt(path, evidence, facts) ?? [])))
  })
}

/** A script that the way leads through; manifests come with their packages. */
const isScript = (path: string | undefined) =>
  path !== undefined && !/\.(json|ya?ml|toml)$|Dockerfile/.test(path)

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
