import { stringIn } from '../../javascript/manifest.ts'
import { readJson, type StageView } from '../../javascript/stage-view.ts'
import {
  type Evidence,
  isRecord,
  lineOfOffset,
  resolvePath,
  textOfLine,
} from '../../../src/transform.ts'

/** A composer.json, as far as it is understood. https://getcomposer.org/doc/04-schema.md */
export interface ComposerManifest {
  /** In the context. */
  readonly path: string
  readonly text: string
  /** Package names, and `php`, `ext-*`: name => constraint. */
  readonly require: ReadonlyMap<string, string>
  readonly requireDev: ReadonlyMap<string, string>
  readonly autoload: Autoload
  readonly autoloadDev: Autoload
  /** Event or name => lines, in order. */
  readonly scripts: ReadonlyMap<string, readonly string[]>
  /** Folders relative to composer.json. */
  readonly vendorDir: string
  readonly binDir: string
  /** Plugins that may run; undefined where composer.json does not say (composer before 2.2 runs all). */
  readonly allowedPlugins: ReadonlySet<string> | undefined
  /** Folders of path repositories, as written. */
  readonly pathRepositories: readonly string[]
  readonly extra: Readonly<Record<string, unknown>>
}

export interface Autoload {
  /** Namespaces, with the backslash at their end, and where they stand. */
  readonly namespaces: ReadonlyMap<string, readonly string[]>
  /** `classmap` and `files`. */
  readonly paths: readonly string[]
  /** `files` alone: what they define is there in every program. */
  readonly files: readonly string[]
}

/** Reads the composer.json of a folder of the image; undefined where no copy brings one, or where it is not an object. */
export function readComposerManifest(
  view: Pick<StageView, 'contextPath' | 'project'>,
  folder: string,
): ComposerManifest | undefined {
  const imagePath = resolvePath(folder, 'composer.json') ?? ''
  const path = view.contextPath(imagePath)
  const json = readJson(view, imagePath)
  if (path === undefined || !isRecord(json)) return undefined
  const config = isRecord(json['config']) ? json['config'] : {}
  const vendorDir = plainFolder(stringIn(config, 'vendor-dir') ?? 'vendor')
  return {
    path,
    text: view.project.read(path) ?? '',
    require: stringMap(json['require']),
    requireDev: stringMap(json['require-dev']),
    autoload: readAutoload(json['autoload']),
    autoloadDev: readAutoload(json['autoload-dev']),
    scripts: readScripts(json['scripts']),
    vendorDir,
    binDir: plainFolder(
      (stringIn(config, 'bin-dir') ?? `${vendorDir}/bin`).replaceAll(
        /\$vendor-dir|\{\$vendor-dir\}/g,
        vendorDir,
      ),
    ),
    allowedPlugins: readPlugins(config['allow-plugins']),
    pathRepositories: readPathRepositories(json['repositories']),
    extra: isRecord(json['extra']) ? json['extra'] : {},
  }
}

/** The line of a key of composer.json; undefined where it can't be told. */
export function evidenceIn({ path, text }: ComposerManifest, ...keys: readonly string[]): Evidence {
  let at = 0
  for (const key of keys) {
    const next = text.indexOf(`"${key.replaceAll('\\', '\\\\')}"`, at)
    if (next < 0) return { path, line: undefined, text: keys.at(-1) ?? '' }
    at = next
  }
  return { path, line: lineOfOffset(text, at), text: textOfLine(text, at) }
}

export function readAutoload(value: unknown): Autoload {
  const namespaces = new Map<string, readonly string[]>()
  const autoload = isRecord(value) ? value : {}
  for (const key of ['psr-4', 'psr-0']) {
    const entries = autoload[key]
    for (const [name, places] of Object.entries(isRecord(entries) ? entries : {}))
      namespaces.set(name, stringList(places))
  }
  const files = stringList(autoload['files'])
  return { namespaces, paths: [...stringList(autoload['classmap']), ...files], files }
}

/** Scripts are a line, a list of lines, or, as Symfony Flex has them, lines by command: `{"cache:clear": "symfony-cmd"}`. */
function readScripts(value: unknown): ReadonlyMap<string, readonly string[]> {
  const scripts = new Map<string, readonly string[]>()
  for (const [name, lines] of Object.entries(isRecord(value) ? value : {}))
    scripts.set(
      name,
      isRecord(lines)
        ? Object.entries(lines).map(([line, type]) =>
            type === 'symfony-cmd'
              ? `@php bin/console ${line}`
              : type === 'php-script'
                ? `@php ${line}`
                : line,
          )
        : stringList(lines),
    )
  return scripts
}

function readPlugins(value: unknown): ReadonlySet<string> | undefined {
  if (value === true || value === undefined) return undefined
  return new Set(
    Object.entries(isRecord(value) ? value : {}).flatMap(([name, may]) =>
      may === true ? [name] : [],
    ),
  )
}

function readPathRepositories(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value)
    ? value
    : Object.values(isRecord(value) ? value : {})
  return all.flatMap((item) =>
    isRecord(item) && item['type'] === 'path' ? (stringIn(item, 'url') ?? []) : [],
  )
}

export function stringMap(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(isRecord(value) ? value : {}).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name.toLowerCase(), text] as const] : [],
    ),
  )
}

export function stringList(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((item) => typeof item === 'string')
}

const plainFolder = (path: string) => path.replace(/^\.\//, '').replace(/\/+$/, '')
