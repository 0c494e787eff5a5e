import { lineEvidence, type Evidence } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import { resolvePath } from '../image-path.ts'
import type { RunMount } from '../run-mounts.ts'
import { addLocked } from './locked-packages.ts'
import { exportedInto } from './exported-list.ts'
import { addProject } from './manifest-packages.ts'
import { gather, type PackageList } from './package-list.ts'
import { filesOf, type InstallFiles } from './project-files.ts'
import type { PythonInstall } from './python-install.ts'
import type { PythonPackages } from './python-package.ts'
import { readFile, readWords } from './requirement-files.ts'
import { readSourceName } from './source-name.ts'

export type { PythonPackage, PythonPackages } from './python-package.ts'

/**
 * The packages that an install brings, by the files of the context that it reads. `facts` are those of the stage that it stands in
 * (`factsOfStage`), `mounts` those of its RUN (`mountsOf`).
 */
export function pythonPackagesOf(
  install: PythonInstall,
  facts: Facts,
  mounts: readonly RunMount[] = [],
): PythonPackages {
  const list = gather(facts.final.base)
  const files = filesOf(facts, mounts)
  const at = (path: string) => resolvePath(install.folder, path)
  list.build([...install.compiled, ...(files.variable('PIP_NO_BINARY') ?? '').split(',')], true)
  for (const path of install.constraints) readFile(at(path), path, true, list, files)
  for (const path of install.requirements) {
    if (path.endsWith('pyproject.toml'))
      list.source(path.slice(0, -'pyproject.toml'.length) || '.', lineEvidence(undefined, path))
    else if (!addExported(at(path))) readFile(at(path), path, false, list, files)
  }
  for (const word of install.packages) readWords(word, lineEvidence(undefined, word), list)
  if (install.isOfManifest) addManifest(install, list, files)
  else
    for (const word of [...install.local, ...install.editable])
      list.source(word, lineEvidence(undefined, word))
  for (const { word, evidence } of list.sources) addSource(word, evidence)
  if (!install.isKnown)
    list.gap('a word of the install is not known', lineEvidence(undefined, install.manager))
  return list.result()

  /** What a manager writes from its lock file is read there; false where it is no such list. */
  function addExported(path: string | undefined): boolean {
    const from = path === undefined ? undefined : exportedInto(path, facts.final.commands)
    return from?.folder !== undefined && addLocked(from, from.folder, list, files)
  }

  /** `.`, `./lib[web]`, `dist/a-1.0-py3-none-any.whl`. */
  function addSource(word: string, evidence: Evidence): void {
    const archive = readSourceName(word)
    const [path = '', extras = ''] = word.split('[')
    const folder = word.includes('://') ? undefined : at(path)
    if (archive !== undefined) list.add({ ...archive, extras: [], evidence, isLocked: false })
    else if (folder === undefined || files.contextPath(folder) === undefined)
      list.gap(`what \`${word}\` brings is not read`, evidence)
    else {
      const named = extras.replace(']', '').split(',').filter(Boolean)
      addProject(folder, { hasDev: false, named }, list, files)
    }
  }
}

/** By the lock file; without one by the manifest, of which any version may come. */
function addManifest(install: PythonInstall, list: PackageList, files: InstallFiles): void {
  const { folder } = install
  if (folder === undefined)
    list.gap('the folder of the project is not known', lineEvidence(undefined, install.manager))
  else if (!addLocked(install, folder, list, files)) addProject(folder, install, list, files)
}
