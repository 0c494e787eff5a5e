import path from 'node:path'
import type { Instruction } from '../../../dockerfile/instruction.ts'
import { assignmentsOf } from '../../../dockerfile/words/variables.ts'
import { dockerfilesBelow } from '../../dockerfiles-below.ts'
import type { ProjectCache } from '../../project-cache.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import { isSameImage, nameIn } from './image-name.ts'
import { imageReferences, type ImageReference } from './image-references.ts'

/**
 * What other Dockerfiles of the project do with the image of a Dockerfile: they stand on it, or copy from it. `top` is the folder (absolute)
 * of its repository, where there is one; `builds` are all that is known to be built there.
 */
export function dockerfileUses(
  dockerfile: string,
  top: string | undefined,
  builds: readonly BuildUse[],
  cache: ProjectCache,
): readonly BuildUse[] {
  const own = builds.filter((build) => build.dockerfile === dockerfile)
  const [first] = own
  if (first === undefined) return []
  const { context } = first
  // A large project is not looked through to its end: what lies near goes first.
  const places = new Set([
    path.dirname(dockerfile),
    ...own.map((build) => build.context),
    ...(top === undefined ? [] : [top]),
  ])
  const others = new Set([
    ...[...places].flatMap((folder) => dockerfilesIn(folder, cache)),
    ...builds.map((build) => build.dockerfile),
  ])
  others.delete(dockerfile)
  return [...others].flatMap((file) => {
    const text = cache.readText(file)
    const built = builds.filter((build) => build.dockerfile === file)
    if (text === undefined || !mayName(text, own, built)) return []
    const ways = built.length === 0 ? [PLAIN_USE] : built
    const found = ways.flatMap((way) =>
      imageReferences(text, way.buildArgs).flatMap((reference) => {
        const target = own.find((build) => isOf(reference.image, build, way))
        return target === undefined ? [] : [{ reference, target: target.target }]
      }),
    )
    return distinct(found).map(({ reference, target }) => ({
      ...PLAIN_USE,
      ...useOf(reference),
      ...{ file, line: reference.line, kind: 'dockerfile', name: path.basename(file) },
      ...{ context, dockerfile, target },
    }))
  })
}

const foundBelow = new WeakMap<ProjectCache, Map<string, readonly string[]>>()

function dockerfilesIn(top: string, cache: ProjectCache): readonly string[] {
  const known = foundBelow.get(cache) ?? new Map<string, readonly string[]>()
  foundBelow.set(cache, known)
  const found = known.get(top) ?? dockerfilesBelow(top, cache).map((way) => path.join(top, way))
  known.set(top, found)
  return found
}

/** Most Dockerfiles need not be parsed: they name neither the image nor a context, and none by a variable. */
function mayName(
  text: string,
  own: readonly BuildUse[],
  built: readonly Pick<BuildUse, 'contexts'>[],
): boolean {
  const names = [
    ...own.flatMap(({ images }) => images.map(nameIn)),
    ...built.flatMap(({ contexts }) => [...contexts.keys()]),
  ]
  return /^[ \t]*FROM[ \t].*\$/im.test(text) || names.some((name) => text.includes(name))
}

/** Whether a name that a build uses is the image that another one makes: by what either says of contexts, or by the image's name. */
function isOf(
  name: string,
  build: BuildUse,
  way: Pick<BuildUse, 'contexts'> & Partial<BuildUse>,
): boolean {
  const named = way.contexts.get(name)
  if (named === undefined) return build.images.some((image) => isSameImage(image, name))
  const [, scheme, rest = ''] = /^(service|target|docker-image):(?:\/\/)?(.+)$/.exec(named) ?? []
  if (scheme === undefined || way.file === undefined) return false
  if (scheme === 'docker-image') return build.images.some((image) => isSameImage(image, rest))
  return (
    build.kind === (scheme === 'service' ? 'compose' : 'bake') &&
    build.name === rest &&
    path.dirname(build.file) === path.dirname(way.file)
  )
}

interface Found {
  readonly reference: ImageReference
  readonly target: string | undefined
}

const distinct = (found: readonly Found[]): readonly Found[] => [
  ...new Map(
    found.map((each) => {
      const { line, use } = each.reference
      return [`${line} ${use.kind} ${use.kind === 'takes' ? use.path : ''}`, each]
    }),
  ).values(),
]

function useOf({ use }: ImageReference): Partial<BuildUse> {
  switch (use.kind) {
    case 'takes':
      return { takes: [use.path] }
    case 'builds':
      return { carriesOut: use.text }
    case 'runs':
      return runOf(use.config)
  }
}

/** How the other image is run. */
function runOf(config: readonly Instruction[]): Partial<BuildUse> {
  const last = (wanted: string) => config.findLast(({ keyword }) => keyword === wanted)
  const [cmd, entrypoint, check, user] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'USER'].map(last)
  const words = ({ exec, body }: Instruction): readonly string[] =>
    exec ?? ['/bin/sh', '-c', body.text]
  const settings = config
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap((each) => assignmentsOf(each))
    .flatMap(({ name, value }): [string, string][] => (value === undefined ? [] : [[name, value]]))
  const [type, command] = check?.words ?? []
  const test = check?.exec === undefined ? command?.raw : ['CMD', ...check.exec]
  return {
    ...(cmd === undefined ? {} : { command: words(cmd) }),
    ...(entrypoint === undefined ? {} : { entrypoint: words(entrypoint) }),
    ...(type?.raw.toUpperCase() === 'CMD' && test !== undefined ? { healthcheck: test } : {}),
    ...(user === undefined ? {} : { user: user.body.text.trim() }),
    environment: settings.map(([name]) => name),
    settings: new Map(settings),
  }
}
