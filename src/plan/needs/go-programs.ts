import type { Command } from '../../facts/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { findModule, localModules } from '../../facts/go-modules.ts'
import { baseName, folderOf, resolvePath } from '../../facts/image-path.ts'
import { followModules } from '../../programs/module-graph.ts'
import { goLanguage } from '../../programs/readers/go/language.ts'
import { shell } from '../../programs/readers/shell.ts'
import { processesOf } from './entries.ts'
import type { SeenProgram } from './seen-program.ts'

/** The main packages that the file builds or runs, each with all that it imports of the project. Whichever of them runs, what it reads is needed. */
export function goPrograms(facts: Facts): readonly SeenProgram[] {
  const { project, final, imagePath, contextPath } = facts
  const processes = processesOf(facts)
  const calls: readonly Command[] = [...final.commands, ...processes]
  const folders = new Set(calls.flatMap((command) => mainFolders(command, facts)))
  const started = processes.find(({ follows }) => !follows)
  const evidence = started?.via.at(-1)
  if (evidence === undefined) return []
  const cwd = started?.cwd
  return [...folders].flatMap((folder): readonly SeenProgram[] => {
    const language = goLanguage(project, {
      modules: localModules(project, findModule(project, folder)),
      build: { tags: new Set(), cgo: undefined },
      inWorkspace: (path) => contextPath(`/go/src/${path}`),
    })
    const files = language.filesOf(folder)
    if (files.length === 0) return []
    const graph = followModules({
      read: (path) => project.read(path),
      files: (inside) => project.files(inside),
      languages: [language, shell(project)],
      env: (name) => final.end.env.get(name),
      cwd,
      imagePath,
      contextPath,
    })(files)
    return [
      {
        entry: { path: started?.name ?? folder, cwd, evidence },
        graph,
        built: undefined,
        isCompiled: true,
        foldersOf: (path) => [folderOf(imagePath(path) ?? path)],
      },
    ]
  })
}

/** The folders of the context that `go build`, `go install` or `go run` names; the one that it works in where it names none. */
function mainFolders(
  { name, args, cwd }: Command,
  { contextPath, project }: Facts,
): readonly string[] {
  if (baseName(name ?? '') !== 'go' || !/^(build|install|run)$/.test(args[0] ?? '')) return []
  const paths = args.slice(1).filter((arg) => arg !== undefined && /^\.{1,2}(\/|$)|\.go$/.test(arg))
  return (paths.length === 0 ? ['.'] : paths).flatMap((path) => {
    const place = resolvePath(cwd, path?.replace(/\/?\.\.\.$/, '') ?? '.')
    const found = place === undefined ? undefined : contextPath(place)
    if (found === undefined) return []
    return [project.isFile(found) ? folderOf(found).replace(/^\.$/, '') : found]
  })
}
