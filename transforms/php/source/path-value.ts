import { folderOf, ownValue, resolvePath } from '../../../src/transform.ts'
import { argumentsFrom } from './calls.ts'
import type { Token } from './tokens.ts'

/** Where a source stands, for the paths that it writes out. */
export interface PathContext {
  /** Its own path in the image. */
  readonly file: string
  /** The application's folder in the image. */
  readonly root: string
  /** What relative paths start from; undefined where that is not known. */
  readonly cwd: string | undefined
  /** Variables and constants that are set once in the file, by name. */
  readonly values: ReadonlyMap<string, readonly Token[]>
}

/** What is known of a path: all of it, or the folder that the known part names. */
export type PathValue =
  | { readonly kind: 'path'; readonly path: string }
  /** Everybody may write there, or it is no file: the system's folder for temporary files, `php://memory`. */
  | { readonly kind: 'free' }
  | { readonly kind: 'inside'; readonly folder: string }
  | { readonly kind: 'unknown' }

const unknown = { kind: 'unknown' } as const

/** Works out `__DIR__ . '/../data/' . $name` as far as the source tells it. */
export function pathValue(tokens: readonly Token[], context: PathContext): PathValue {
  const text = textOf(tokens, context, 0)
  if (text === undefined || (!text.isWhole && !/[/\\]/.test(text.value))) return unknown
  const { value, isWhole } = text
  if (isFree(value)) return { kind: 'free' }
  const absolute = resolvePath(
    context.cwd,
    isWhole ? value : value.slice(0, value.lastIndexOf('/') + 1),
  )
  if (absolute === undefined || absolute === '/') return unknown
  return isWhole ? { kind: 'path', path: absolute } : { kind: 'inside', folder: absolute }
}

const isFree = (text: string) =>
  /^(php|data|http|https|ftp|s3|glob|ssh2\.\w+):/.test(text) ||
  /^\/(tmp|var\/tmp|dev\/(null|std\w+|shm)|proc\/self\/fd)(\/|$)/.test(text)

interface Text {
  readonly value: string
  /** False where more follows that is not known. */
  readonly isWhole: boolean
}

/** Parts joined by dots, up to the first that is not known. */
export function textOf(
  tokens: readonly Token[],
  context: Omit<PathContext, 'cwd'>,
  depth = 0,
): Text | undefined {
  let value: string | undefined
  for (let at = 0; at < tokens.length;) {
    const part = partAt(tokens, at, context, depth)
    if (part === undefined) return value === undefined ? undefined : { value, isWhole: false }
    value = (value ?? '') + part.value
    if (!part.isWhole) return { value, isWhole: false }
    at = part.next
    const joint = tokens[at]
    if (joint === undefined) return { value, isWhole: true }
    if (joint.kind !== 'sign' || joint.text !== '.') return { value, isWhole: false }
    at++
  }
  return undefined
}

function partAt(
  tokens: readonly Token[],
  at: number,
  context: Omit<PathContext, 'cwd'>,
  depth: number,
): (Text & { readonly next: number }) | undefined {
  const token = tokens[at]
  if (token === undefined || depth > 6) return undefined
  const one = (value: string) => ({ value, isWhole: true, next: at + 1 })
  switch (token.kind) {
    case 'string':
      return { value: token.text, isWhole: token.isWhole, next: at + 1 }
    case 'variable': {
      const known = context.values.get(token.text)
      const text = known === undefined ? undefined : textOf(known, context, depth + 1)
      const next = tokens[at + 1]
      const isPlain = next === undefined || (next.kind === 'sign' && next.text === '.')
      return text === undefined || !isPlain ? undefined : { ...text, next: at + 1 }
    }
    case 'name': {
      const next = tokens[at + 1]
      if (next?.kind === 'sign' && next.text === '(') return callPart(tokens, at, context, depth)
      const name = token.text.replace(/^\\/, '')
      if (name === '__DIR__') return one(folderOf(context.file))
      if (name === '__FILE__') return one(context.file)
      if (name === 'DIRECTORY_SEPARATOR') return one('/')
      const known = context.values.get(name)
      const text = known === undefined ? undefined : textOf(known, context, depth + 1)
      return text === undefined ? undefined : { ...text, next: at + 1 }
    }
    default:
      return undefined
  }
}

/** Laravel's helpers, and the folder that each names: https://laravel.com/docs/helpers#paths */
const helpers: Readonly<Record<string, string>> = {
  base_path: '',
  app_path: 'app',
  config_path: 'config',
  database_path: 'database',
  public_path: 'public',
  resource_path: 'resources',
  storage_path: 'storage',
}

function callPart(
  tokens: readonly Token[],
  at: number,
  context: Omit<PathContext, 'cwd'>,
  depth: number,
): (Text & { readonly next: number }) | undefined {
  const token = tokens[at]
  const name = token?.kind === 'name' ? token.text.replace(/^\\/, '').toLowerCase() : ''
  const args = argumentsFrom(tokens, at + 2)
  const next = endOfCall(tokens, at + 1)
  const first = args[0] === undefined ? undefined : textOf(args[0], context, depth + 1)
  const whole = (value: string, isWhole = true) => ({ value, isWhole, next })
  if (name === 'sys_get_temp_dir') return whole('/tmp')
  if (name === 'dirname' && first?.isWhole === true) {
    const levels = args[1]?.[0]
    const count = levels?.kind === 'number' ? Number(levels.text) : 1
    let folder = first.value
    for (let i = 0; i < count; i++) folder = folderOf(folder)
    return whole(folder)
  }
  if (name === 'realpath' && first !== undefined) return whole(first.value, first.isWhole)
  const helper = ownValue(helpers, name)
  if (helper === undefined) return undefined
  const folder = resolvePath(context.root, helper) ?? context.root
  if (args.length === 0) return whole(folder)
  return first === undefined
    ? whole(`${folder}/`, false)
    : whole(`${folder}/${first.value.replace(/^\/+/, '')}`, first.isWhole)
}

function endOfCall(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'sign') continue
    if (token.text === '(') depth++
    if (token.text === ')' && --depth === 0) return at + 1
  }
  return tokens.length
}
