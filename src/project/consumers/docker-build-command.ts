import { interpolate } from './interpolate.ts'
import { shellCommands } from './shell-commands.ts'

/** A `docker build` in a script, as written. */
export interface BuildCommand {
  readonly context: string
  /** As after `-f`: relative to `folder`, not to the context. */
  readonly dockerfile: string | undefined
  readonly target: string | undefined
  /** As after `--platform`, variables that the script sets filled in. */
  readonly platforms: readonly string[]
  readonly buildArgs: readonly string[]
  readonly tags: readonly string[]
  /** As after `--build-context`: `base=docker-image://shop`. */
  readonly contexts: readonly string[]
  /** Where `cd` has led at that point; '.' at first. */
  readonly folder: string
  /** 0-based, in the script. */
  readonly line: number
}

/** Flags of `docker build` and `docker buildx build` that stand without a value; every other one takes one. */
const ALONE = new Set(
  (
    '--check --compress --disable-content-trust --force-rm --load --no-cache --pull --push --quiet -q --rm --squash ' +
    '--debug -D --help'
  ).split(' '),
)

/**
 * The `docker build`, `docker buildx build`, `docker image build` and `podman build` commands in a shell script. Reads plain
 * commands only; a path with a variable is given as written.
 * https://docs.docker.com/reference/cli/docker/buildx/build/
 */
export function findBuildCommands(script: string): readonly BuildCommand[] {
  const found: BuildCommand[] = []
  const variables = new Map<string, string>()
  let folder = '.'
  for (const { words, line } of shellCommands(script)) {
    for (const word of words) {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(word) ?? []
      if (name === undefined) break
      variables.set(name, value ?? '')
    }
    if (words[0] === 'cd' && words[1] !== undefined) {
      folder = words[1].startsWith('/') ? words[1] : `${folder}/${words[1]}`
    }
    const rest = afterBuild(words)
    const build = rest && readFlags(rest)
    if (build === undefined) continue
    const platforms = build.platforms.map((platform) => interpolate(platform, variables))
    found.push({ ...build, platforms, folder, line })
  }
  return found
}

function afterBuild(words: readonly string[]): readonly string[] | undefined {
  if (words[0]?.startsWith('#') || words[0] === 'echo') return undefined
  const start = words.findIndex((word) => word === 'docker' || word === 'podman')
  if (start < 0) return undefined
  const next = words[start + 1] === 'buildx' || words[start + 1] === 'image' ? 2 : 1
  return words[start + next] === 'build' ? words.slice(start + next + 1) : undefined
}

function readFlags(words: readonly string[]): Omit<BuildCommand, 'folder' | 'line'> | undefined {
  const values = new Map<string, string[]>()
  let context: string | undefined
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (!word.startsWith('-') || word === '-') {
      context ??= word
      continue
    }
    const [flag = '', ...inline] = word.split('=')
    if (ALONE.has(flag)) continue
    const value = inline.length > 0 ? inline.join('=') : words[(i += 1)]
    values.set(flag, [...(values.get(flag) ?? []), value ?? ''])
  }
  if (context === undefined) return undefined
  return {
    context,
    dockerfile: (values.get('-f') ?? values.get('--file'))?.at(-1),
    target: values.get('--target')?.at(-1),
    platforms: values.get('--platform') ?? [],
    buildArgs: values.get('--build-arg') ?? [],
    contexts: values.get('--build-context') ?? [],
    tags: [...(values.get('-t') ?? []), ...(values.get('--tag') ?? [])],
  }
}
