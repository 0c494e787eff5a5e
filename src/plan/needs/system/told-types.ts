import type { Facts } from '../../../facts/facts.ts'
import { hasTypeOfSystem } from '../../../knowledge/media-types.ts'
import { absolutePath, isKnown, type PathValue } from '../../../programs/path-value.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'
import type { NamedPath } from './settings.ts'

/** The system's table of types, where a program tells the type of a file that its own language does not know, or of any file. */
export function typesOfFiles({ programs }: Seen, facts: Facts): readonly NamedPath[] {
  for (const program of programs)
    for (const { path, types = [] } of program.graph.modules)
      for (const { value, isOptional = false, at } of types)
        if (mayAsk(value, isOptional, path, program, facts))
          return [{ path: '/etc/mime.types', evidence: { path, ...at } }]
  return []
}

/** Whether a file of that name, or any in that folder, has a type that only the system tells. Of what is not in the context, nobody knows. */
function mayAsk(
  value: PathValue,
  isOptional: boolean,
  module: string,
  { entry: { cwd }, foldersOf }: SeenProgram,
  { project, contextPath, final }: Facts,
): boolean {
  const { base } = final
  const isOfSystem = (name: string) =>
    hasTypeOfSystem(name, base.family === 'python' ? base.version : undefined)
  if (!isKnown(value)) return true
  const folders = foldersOf(module)
  // What a framework is handed may be beside the source that hands it over.
  const places = value.base === 'cwd' ? [cwd, ...folders] : [cwd]
  const files = places
    .flatMap((place) =>
      value.base === 'cwd'
        ? (absolutePath(value, { cwd: place, ownFolder: undefined }) ?? [])
        : folders.flatMap((ownFolder) => absolutePath(value, { cwd, ownFolder }) ?? []),
    )
    .flatMap((path) => {
      const inContext = contextPath(path)
      if (inContext === undefined) return []
      return project.isFile(inContext) ? [inContext] : project.files(inContext)
    })
  if (files.length > 0) return files.some(isOfSystem)
  if (isOptional) return false
  return value.isPrefix || !/[^/.][^/]*\.\w+$/.test(value.path) || isOfSystem(value.path)
}
