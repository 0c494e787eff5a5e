import { basename, dirname, isAbsolute, relative, sep } from 'node:path'
import { gitPatterns } from '../git/git-patterns.ts'
import type { ConfigData } from './config-schema.ts'
import {
  joinStatements,
  noStatements,
  type Preferences,
  type Statement,
  type Statements,
} from './preferences.ts'
import type { Config } from './read-config.ts'

type Settings = NonNullable<ConfigData['overrides']>[number]

/** What a configuration says of one Dockerfile. */
export interface FileSettings {
  /** Where it says that the file is left alone; undefined where it doesn't. */
  readonly ignored: { readonly line: number | undefined } | undefined
  /** The rules that are named, and whether they are on. */
  readonly rules: ReadonlyMap<string, boolean>
  readonly safe: boolean | undefined
  readonly preferences: Preferences
}

/**
 * What a configuration says of a Dockerfile (absolute path) whose build context is `root`. Of two overrides, the later one counts; facts are
 * added up. Patterns count from the folder of the configuration; where it lies elsewhere than above the Dockerfile, from `cwd`.
 */
export function settingsFor(
  config: Config,
  dockerfile: string,
  root: string,
  cwd: string,
): FileSettings {
  const { data, lineOf } = config
  const below = relative(dirname(config.path), dockerfile)
  const isElsewhere = isOutside(below)
  const path = isElsewhere ? relative(cwd, dockerfile) : below
  const matches = (patterns: string | readonly string[]) =>
    path !== '' && !isOutside(path) && gitPatterns(patterns)(path)
  const overrides = (data.overrides ?? []).flatMap((item, i) =>
    matches(item.files) ? [{ item, way: ['overrides', i] }] : [],
  )
  const levels: readonly { item: Omit<Settings, 'files'>; way: readonly (string | number)[] }[] = [
    { item: data, way: [] },
    ...overrides,
  ]
  const items = levels.map(({ item }) => item)
  const stated = (text: string, place: readonly (string | number)[]): Statement => ({
    text,
    evidence: {
      path: isElsewhere ? basename(config.path) : relative(root, config.path),
      line: lineOf(place),
      text,
    },
  })
  return {
    ignored:
      data.ignore !== undefined && matches(data.ignore) ? { line: lineOf(['ignore']) } : undefined,
    rules: new Map(items.flatMap(({ rules = {} }) => Object.entries(rules))),
    safe: items.findLast(({ safe }) => safe !== undefined)?.safe,
    preferences: {
      stages: items.reduce<Preferences['stages']>((all, { stages }) => ({ ...all, ...stages }), {}),
      user: items.reduce<Preferences['user']>((all, { user }) => ({ ...all, ...user }), {}),
      caches: items.findLast(({ caches }) => caches !== undefined)?.caches,
      runtime: new Map(
        levels.flatMap(({ item: { runtime = {} }, way }) =>
          Object.entries(runtime).flatMap(([name, image]) =>
            image === undefined ? [] : [[name, stated(image, [...way, 'runtime', name])] as const],
          ),
        ),
      ),
      images: items.toReversed().flatMap(({ images = [] }) => images),
      statements: levels
        .map(({ item: { facts }, way }): Statements => {
          const said = (name: keyof Statements): readonly Statement[] | undefined => {
            const given = facts?.[name]
            const place = [...way, 'facts', name]
            return typeof given === 'string'
              ? [stated(given, place)]
              : given?.map((text, i) => stated(text, [...place, i]))
          }
          return {
            keep: said('keep') ?? [],
            reads: said('reads'),
            writes: said('writes'),
            programs: said('programs'),
            start: said('start'),
          }
        })
        .reduce(joinStatements, noStatements),
    },
  }
}

/** Does a relative path lead out of its folder, or to another disk? */
function isOutside(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
}
