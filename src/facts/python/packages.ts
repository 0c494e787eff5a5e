import type { Facts } from '../facts.ts'
import { lineEvidence } from '../evidence.ts'
import { gather } from './package-list.ts'
import { readFile, readWords } from './requirement-files.ts'
import type { PythonInstall } from './python-install.ts'
import type { PythonPackages } from './python-package.ts'
import { resolvePath } from '../image-path.ts'

export type { PythonPackage, PythonPackages } from './python-package.ts'

/**
 * The packages that an install brings, by the files of the context that it reads. `facts` are those of the stage that it stands in
 * (`factsOfStage`).
 */
export function pythonPackagesOf(install: PythonInstall, facts: Facts): PythonPackages {
  const list = gather(facts)
  const at = (path: string) => resolvePath(install.folder, path)
  for (const path of install.constraints) readFile(at(path), path, true, list, facts)
  for (const path of install.requirements) readFile(at(path), path, false, list, facts)
  const evidence = lineEvidence(undefined, install.packages.join(' '))
  for (const word of install.packages) readWords(word, evidence, list)
  if (install.isOfManifest) list.gap('the lock file of the project is not read', evidence)
  if (install.local.length + install.editable.length > 0)
    list.gap('what the project itself needs is not read', evidence)
  if (!install.isKnown) list.gap('a word of the install is not known', evidence)
  return list.result()
}
