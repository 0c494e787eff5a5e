import path from 'node:path'
import { fileNames, type ProjectCache } from '../../project-cache.ts'
import { jenkinsfile } from './jenkinsfile-scripts.ts'
import { justfile } from './justfile-scripts.ts'
import { makefile } from './makefile-scripts.ts'
import { packageScripts } from './package-scripts.ts'
import { pipelines } from './pipeline-scripts.ts'
import type { Script, ScriptFormat } from './script.ts'
import { scriptFolders, shellScripts } from './shell-scripts.ts'

const formats: readonly ScriptFormat[] = [
  makefile,
  justfile,
  packageScripts,
  shellScripts,
  pipelines,
  jenkinsfile,
]

/** Folders below in which a format has files. */
const isBelow = (name: string): boolean =>
  scriptFolders.test(name) || name === '.circleci' || name === '.buildkite'

/** Whether a text builds an image, or runs something in one; another is not read further. */
const isOfImages = (text: string): boolean =>
  /\b(docker|podman)(-compose)?\b[^\n]*\b(build|run|exec)\b/.test(text.replace(/\\\r?\n/g, ' '))

/** The files of a folder (absolute) and of those below it in which a format has some: 'ci/build.sh'. */
const scriptPlaces = (folder: string, cache: ProjectCache): readonly string[] =>
  [...cache.entries(folder)].flatMap(([name, kind]) => {
    if (kind === 'file') return [name]
    if (kind !== 'folder' || !isBelow(name)) return []
    return fileNames(path.join(folder, name), cache).map((inner) => `${name}/${inner}`)
  })

/** Those of them that keep scripts. */
export const scriptFiles = (folder: string, cache: ProjectCache): readonly string[] =>
  scriptPlaces(folder, cache).filter((name) => formats.some(({ names }) => names.test(name)))

/** What the files of a folder (absolute) run by hand or in a pipeline and that has to do with an image. */
export function scriptsOf(folder: string, cache: ProjectCache): readonly Script[] {
  return scriptPlaces(folder, cache).flatMap((name) => {
    const format = formats.find((each) => each.names.test(name))
    if (format === undefined) return []
    const file = path.join(folder, name)
    const text = cache.readText(file)
    if (text === undefined || !isOfImages(text)) return []
    return format.read({ path: file, text }, folder).filter((script) => isOfImages(script.text))
  })
}
