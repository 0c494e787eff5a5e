import { readSetupPy } from '../../programs/readers/python/setup-py.ts'
import { readPipfile, readPyproject, type Manifest } from '../../project/requirements/pyproject.ts'
import { readSetupCfg } from '../../project/requirements/setup-cfg.ts'
import { readToml } from '../../project/formats/toml-text.ts'
import { record, texts } from '../../project/formats/loose-data.ts'
import { lineEvidence } from '../evidence.ts'
import type { PackageList } from './package-list.ts'
import type { ManifestFiles } from './project-files.ts'
import { readFile, readWords } from './requirement-files.ts'

/** What of a manifest comes along. */
export interface ManifestChoice {
  readonly hasDev: boolean
  readonly named: readonly string[]
}

/** Adds what a project asks for, by the manifest of its folder in the image; false where there is none. */
export function addProject(
  folder: string,
  choice: ManifestChoice,
  list: PackageList,
  files: ManifestFiles,
): boolean {
  const read = (name: string) => {
    const path = files.contextPath(folder === '/' ? `/${name}` : `${folder}/${name}`)
    const source = path === undefined ? undefined : files.read(path)
    return path === undefined || source === undefined ? undefined : { path, source }
  }
  const pyproject = read('pyproject.toml')
  const own = pyproject === undefined ? undefined : readPyproject(pyproject.source)
  if (pyproject !== undefined && isCompiledBy(pyproject.source))
    list.gap('the project itself is compiled', evidenceOf(pyproject, 'build-system'))
  const others = own === undefined || own.isDynamic ? [read('setup.cfg'), read('Pipfile')] : []
  const [setupCfg, pipfile] = others
  const manifests = [
    [pyproject, own],
    [setupCfg, setupCfg === undefined ? undefined : readSetupCfg(setupCfg.source)],
    [pipfile, pipfile === undefined ? undefined : readPipfile(pipfile.source)],
  ] as const
  const known = manifests.filter(([, manifest]) => manifest?.isDynamic === false)
  for (const [file, manifest] of known)
    if (file !== undefined && manifest !== undefined)
      addManifest(file, manifest, folder, choice, list, files)
  const script = read('setup.py')
  addScript(script, known.length > 0, list)
  if (known.length === 0 && script === undefined)
    list.gap(
      'no manifest of the project can be read',
      pyproject === undefined
        ? lineEvidence(undefined, folder)
        : { path: pyproject.path, line: undefined, text: folder },
    )
  return [pyproject, setupCfg, pipfile, script].some((file) => file !== undefined)
}

interface ManifestFile {
  readonly path: string
  readonly source: string
}

function addManifest(
  file: ManifestFile,
  { groups, files: named, folders }: Manifest,
  folder: string,
  choice: ManifestChoice,
  list: PackageList,
  files: ManifestFiles,
): void {
  for (const { name, isDev, requirements } of groups) {
    const isNamed =
      choice.named.includes('*') || (name !== undefined && choice.named.includes(name))
    if (name !== undefined && !isNamed && !(isDev && choice.hasDev)) continue
    for (const text of requirements) readWords(text, evidenceOf(file, text), list)
  }
  for (const path of named)
    readFile(`${folder}/${path}`, path, false, list, files, undefined, evidenceOf(file, path))
  for (const path of folders)
    list.gap(`what \`${path}\` brings is not read`, evidenceOf(file, path))
}

function addScript(file: ManifestFile | undefined, isKnown: boolean, list: PackageList): void {
  const script = file === undefined ? undefined : readSetupPy(file.source)
  if (file === undefined) return
  if (script?.compiledBy !== undefined)
    list.gap('the project itself is compiled', evidenceOf(file, script.compiledBy))
  for (const text of script?.requirements ?? []) readWords(text, evidenceOf(file, text), list)
  if (!isKnown && script?.requirements === undefined)
    list.gap('what setup.py asks for is worked out by a program', evidenceOf(file, 'setup('))
}

const compilers = [
  'maturin',
  'scikit-build',
  'cython',
  'pybind11',
  'cffi',
  'meson-python',
  'setuptools-rust',
  'nanobind',
]

/** By what the build asks for: https://packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-build-system-dependencies-the-build-system-table */
const isCompiledBy = (source: string): boolean =>
  texts(record(readToml(source)['build-system'])['requires']).some((text) =>
    compilers.some((name) => text.toLowerCase().startsWith(name)),
  )

/** The first line that has a text, or that begins with its name. */
function evidenceOf({ path, source }: ManifestFile, text: string) {
  const name = text.split(/[^\w.-]/, 1)[0] ?? ''
  const lines = source.split('\n')
  const exact = lines.findIndex((line) => line.includes(text))
  const at = exact >= 0 ? exact : lines.findIndex((line) => line.trimStart().startsWith(name))
  return { path, line: at < 0 ? undefined : at + 1, text }
}
