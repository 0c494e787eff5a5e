import path from 'node:path'
import { PLAIN_USE, type BuildUse, type ConfigFile, type ResolveBuild } from '../build-use.ts'
import { closingOf, tokensOf, type Token } from '../pipelines/tokens.ts'
import { inShell, type Platform } from './platform.ts'

/**
 * The images that a Tiltfile builds, with what its `live_update` copies into running containers and runs there.
 * https://docs.tilt.dev/api.html#api.docker_build
 */
export const tiltfile: Platform = { names: /^Tiltfile$/, read: readTiltfile }

/** The second is that of an extension: https://github.com/tilt-dev/tilt-extensions/tree/master/restart_process */
const builders = ['docker_build', 'docker_build_with_restart']

function readTiltfile(file: ConfigFile, resolve: ResolveBuild): readonly BuildUse[] {
  const tokens = tokensOf(file.text, { comment: '#' })
  return builders
    .flatMap((name) => callsOf(name, tokens))
    .flatMap(({ args, line }): readonly BuildUse[] => {
      const [image, context] = positional(args).map(textOf)
      const folder = path.dirname(file.path)
      const written = textOf(named('dockerfile', args) ?? [])
      const place = resolve(folder, {
        context: context ?? textOf(named('context', args) ?? []),
        dockerfile: written === undefined ? undefined : path.resolve(folder, written),
      })
      if (place === undefined || named('dockerfile_contents', args) !== undefined) return []
      const update = named('live_update', args) ?? []
      const use: BuildUse = {
        ...PLAIN_USE,
        ...place,
        ...{ file: file.path, line, kind: 'platform', name: image ?? 'docker_build' },
        target: textOf(named('target', args) ?? []),
        buildArgs: argsOf(named('build_args', args) ?? positional(args)[2] ?? []),
        images: image === undefined ? [] : [image],
        syncs: callsOf('sync', update).flatMap(
          (call) => textOf(positional(call.args)[1] ?? []) ?? [],
        ),
        entrypoint: entrypointOf(named('entrypoint', args) ?? []),
      }
      const runs = callsOf('run', update).flatMap((call) => {
        const text = positional(call.args)[0]?.find(({ kind }) => kind === 'text')?.text
        return text === undefined ? [] : [{ ...use, line: call.line, carriesOut: text }]
      })
      return [use, ...runs]
    })
}

/** A text is for a shell, a list is not. https://docs.tilt.dev/api.html#api.docker_build */
function entrypointOf(written: readonly Token[]): readonly string[] | undefined {
  const line = textOf(written)
  if (line !== undefined) return inShell(line)
  const words = written.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []))
  return written[0]?.text === '[' && words.length > 0 ? words : undefined
}

/** `{'MODE': 'dev'}` */
const argsOf = (written: readonly Token[]): ReadonlyMap<string, string> =>
  new Map(
    written.flatMap(({ text }, at): [string, string][] => {
      const [name, value] = [written[at - 1], written[at + 1]]
      return text === ':' && name?.kind === 'text' && value?.kind === 'text'
        ? [[name.text, value.text]]
        : []
    }),
  )

interface Call {
  /** Each as its tokens. */
  readonly args: readonly (readonly Token[])[]
  readonly line: number
}

/** Calls of a function; those among the arguments of another are left out. */
function callsOf(name: string, tokens: readonly Token[]): readonly Call[] {
  const calls: Call[] = []
  let end = 0
  for (const [at, token] of tokens.entries()) {
    const isCall = token.kind === 'word' && token.text === name && tokens[at + 1]?.text === '('
    if (!isCall || at < end) continue
    end = closingOf(tokens, at + 1)
    calls.push({ line: token.line, args: splitAtCommas(tokens.slice(at + 2, end)) })
  }
  return calls
}

function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'sign' && /[([{]/.test(token.text)) depth++
    if (token.kind === 'sign' && /[)\]}]/.test(token.text)) depth--
    if (token.kind === 'sign' && token.text === ',' && depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

const isNamed = ([first, second]: readonly Token[]): boolean =>
  first?.kind === 'word' && second?.text === '='

const positional = (args: Call['args']) => args.filter((arg) => !isNamed(arg))

const named = (name: string, args: Call['args']): readonly Token[] | undefined =>
  args.find((arg) => isNamed(arg) && arg[0]?.text === name)?.slice(2)

/** One text alone. */
const textOf = ([only, ...more]: readonly Token[]): string | undefined =>
  only?.kind === 'text' && more.length === 0 ? only.text : undefined
