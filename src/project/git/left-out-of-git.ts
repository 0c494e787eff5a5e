import { remember, rememberOf } from '../../dockerfile/remember.ts'
import { gitVerdict } from './git-patterns.ts'
import type { Project } from '../project.ts'

/**
 * Whether git keeps a path out of a clone, by the `.gitignore` of the context and of each folder on the way: the nearest that says something
 * decides. What is not there is taken for a folder.
 */
export function isLeftOutOfGit(path: string, project: Project): boolean {
  const asked = project.isFile(path) ? path : `${path}/`
  const folders = ['', ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))]
  const says = verdictsOf(project)
  return (
    folders.reduceRight<boolean | undefined>(
      (known, folder) => known ?? says(folder)(asked.slice(folder.length)),
      undefined,
    ) === true
  )
}

const verdictsOf = rememberOf((project: Project) =>
  remember((folder) => gitVerdict(project.read(`${folder}.gitignore`) ?? '')),
)
