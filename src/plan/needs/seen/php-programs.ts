import type { Copy } from '../../../facts/stages/copy.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, resolvePath } from '../../../facts/image-path.ts'
import { composerCommandsOf } from '../../../facts/php/composer-command.ts'
import { readSource } from '../../../facts/php/read-source.ts'
import { runtimeSources } from '../../../facts/php/runtime-sources.ts'
import { readInstall } from '../../../knowledge/package-managers.ts'
import { noModules } from '../../../programs/module-graph.ts'
import { isRecord, record } from '../../../project/formats/loose-data.ts'
import { commandEvidence } from '../../../facts/evidence.ts'
import { processesOf } from './entries.ts'
import type { FileNeed } from './file-need.ts'
import type { SeenProgram } from './seen-program.ts'

/** PHP as a package of the system, and its extensions. */
export const isPhpPackage = (name: string) => /^(php\d*([.-]|$)|libapache2-mod-php)/.test(name)

/** Whether the image that is made runs PHP. */
const hasPhp = ({ final }: Facts) =>
  final.base.family === 'php' ||
  final.commands.some(({ argv }) =>
    readInstall(argv)?.packages.some(({ name }) => isPhpPackage(name)),
  )

/**
 * The sources of PHP that the image has: any of them can be loaded, by its class or by a name that a request gives. What they write is for the
 * owners of the folders to allow, not for the program.
 */
export function phpPrograms(facts: Facts): readonly SeenProgram[] {
  const evidence = processesOf(facts).at(-1)?.via.at(-1)
  if (evidence === undefined || !hasPhp(facts)) return []
  const { project, imagePath, final } = facts
  const cwd = final.end.workdir
  return [
    ...new Set(phpCopies(facts).flatMap(({ paths }) => paths.map(({ source }) => source))),
  ].map((source) => ({
    entry: { path: imagePath(source) ?? source, cwd, evidence },
    graph: {
      ...noModules,
      modules: sourcesIn(source, facts).flatMap((path) => {
        const found = readSource(project, path, project.isFolder(source) ? source : '')
        if (found === undefined) return []
        const reads = found.paths.filter(({ use }) => use === 'reads')
        return [{ ...found, imports: [], paths: reads, gaps: [], rights: [] }]
      }),
    },
    built: undefined,
    isWhole: true,
    foldersOf: (path) => [folderOf(imagePath(path) ?? path)],
  }))
}

/** The author's copies that bring sources of PHP. */
export const phpCopies = (facts: Facts): readonly Copy[] =>
  hasPhp(facts)
    ? facts.final.copies.filter(
        ({ from, paths }) =>
          from === undefined && paths.some(({ source }) => sourcesIn(source, facts).length > 0),
      )
    : []

const sourcesIn = (source: string, { project }: Facts) =>
  runtimeSources(project, source, { withSeeds: false, without: [] })

/** The packages that composer installs for the program: https://getcomposer.org/doc/06-config.md#vendor-dir */
export function composerNeeds(facts: Facts): readonly FileNeed[] {
  const { final, project, contextPath } = facts
  // An image without PHP has no use for them, and its build fails at composer.
  if (final.base.hasProgram('php') === false && !hasPhp(facts)) return []
  return composerCommandsOf(final).flatMap(({ name = '', folder, isGlobal, command }) => {
    if (isGlobal || folder === undefined || !/^(install|update|require)$/.test(name)) return []
    const manifest = project.json(contextPath(`${folder}/composer.json`) ?? '')
    const config = isRecord(manifest) ? record(manifest['config']) : undefined
    const vendor = config?.['vendor-dir']
    const path = resolvePath(folder, typeof vendor === 'string' ? vendor : 'vendor')
    return path === undefined
      ? []
      : [{ contextPath: undefined, path, isFolder: true, evidence: commandEvidence(command) }]
  })
}
