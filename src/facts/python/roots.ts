import type { Project } from '../../project/project.ts'
import { resolvePath } from '../image-path.ts'

/** Where a program of Python is started. */
interface Place {
  readonly cwd: string | undefined
  readonly contextPath: (imagePath: string) => string | undefined
  readonly project: Pick<Project, 'isFolder'>
  readonly env: (name: string) => string | undefined
}

/** The folders of the context that Python looks for modules in: the one it runs in, and those of PYTHONPATH. https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPATH */
export function pythonRoots({ cwd, contextPath, project, env }: Place): readonly string[] {
  const own = cwd === undefined ? [] : [cwd]
  return [...own, ...(env('PYTHONPATH') ?? '').split(':').filter(Boolean)].flatMap((folder) => {
    const path = resolvePath(cwd, folder)
    const inContext = path === undefined ? undefined : contextPath(path)
    return inContext !== undefined && (inContext === '' || project.isFolder(inContext))
      ? [inContext]
      : []
  })
}
