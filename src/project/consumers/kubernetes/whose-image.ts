import path from 'node:path'
import { dockerfilesBelow } from '../../dockerfiles-below.ts'
import { parseJsonText } from '../../formats/json-text.ts'
import { record, text } from '../../formats/loose-data.ts'
import type { ProjectCache } from '../../project-cache.ts'
import type { BuildUse } from '../build-use.ts'
import { hasVariable } from '../interpolate.ts'

/** The build that an image comes from, of all that are known around it. */
type Build = Pick<BuildUse, 'context' | 'dockerfile' | 'target' | 'images'>

/**
 * The builds that make an image by its name: a registry in front of it, a tag and a digest say nothing, unless several Dockerfiles are built
 * to one name.
 */
export function buildsOf<Known extends Build>(
  image: string,
  builds: readonly Known[],
): readonly Known[] {
  const name = imageName(image)
  if (name === undefined) return []
  const found = builds.filter(({ images }) => images.some((other) => imageName(other) === name))
  return new Set(found.map(({ dockerfile }) => dockerfile)).size < 2
    ? found
    : found.filter(({ images }) => images.includes(image))
}

/** The last part of its name; undefined where that is only known at run time. */
function imageName(image: string): string | undefined {
  const last = image
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .split('/')
    .at(-1)
  return last === undefined || last === '' || hasVariable(last) ? undefined : last.toLowerCase()
}

/**
 * Whether the image of a manifest is taken to be that of a Dockerfile which nothing else names: the only one in the folder (absolute) that
 * the manifest belongs to, if the project has the image's name; of several that which lies in a folder of that name.
 */
export function fitsProject(
  image: string,
  dockerfile: string,
  folder: string,
  cache: ProjectCache,
): boolean {
  const name = imageName(image)
  if (name === undefined || hasVariable(image)) return false
  const all = dockerfilesBelow(folder, cache).map((way) => path.join(folder, way))
  if (!all.includes(dockerfile)) return false
  const names = projectNames([folder, path.dirname(dockerfile)], cache)
  if (all.length === 1) return names.some((own) => isNameOf(own, name))
  const own = (file: string): string => plain(path.basename(path.dirname(file)))
  const fitting = all.filter(
    (file) => own(file) === name || names.some((project) => `${project}-${own(file)}` === name),
  )
  return fitting.length === 1 && fitting[0] === dockerfile
}

/** `shop` has the image `shop`, `shop-api`; `shop-api` has `shop`. */
const isNameOf = (project: string, image: string): boolean =>
  project === image || image.startsWith(`${project}-`) || project.startsWith(`${image}-`)

/** By its folders and its manifest. */
function projectNames(folders: readonly string[], cache: ProjectCache): readonly string[] {
  return folders.flatMap((folder) => {
    const read = (name: string): string => cache.readText(path.join(folder, name)) ?? ''
    const named = ['package.json', 'composer.json'].flatMap(
      (name) => text(record(parseJsonText(read(name)))['name']) ?? [],
    )
    const module = /^module[ \t]+(\S+?)(\/v\d+)?[ \t]*$/m.exec(read('go.mod'))?.[1]
    return [folder, ...named, ...(module === undefined ? [] : [module])].map((way) =>
      plain(path.basename(way)),
    )
  })
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
