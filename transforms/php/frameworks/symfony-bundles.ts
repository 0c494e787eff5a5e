import { resolvePath, type Evidence } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { classNamesIn } from '../source/class-names.ts'
import { tokensOf, type Token } from '../source/tokens.ts'

/** A bundle of config/bundles.php and the environments that load it. */
export interface Bundle {
  readonly name: string
  /** 'all', 'dev', 'prod', ... */
  readonly environments: readonly string[]
  readonly evidence: Evidence
}

/**
 * Reads `return [ Acme\Bundle::class => ['all' => true], ... ];` of an application; empty where there is no such file.
 * https://symfony.com/doc/current/bundles.html
 */
export function bundlesOf(view: StageView, folder: string): readonly Bundle[] {
  const path = view.contextPath(resolvePath(folder, 'config/bundles.php') ?? '')
  const text = path === undefined ? undefined : view.project.read(path)
  if (path === undefined || text === undefined) return []
  const tokens = tokensOf(text)
  const imports = classNamesIn(importsOf(tokens)).map(({ name }) => name)
  return tokens.flatMap((token, at) =>
    token.kind === 'name' && isEntry(tokens, at)
      ? [
          {
            name: fullName(token.text, imports),
            environments: environmentsFrom(tokens, at + 4),
            evidence: { path, line: token.line, text: token.text },
          },
        ]
      : [],
  )
}

/** A short name stands for what the file imports by it. */
function fullName(text: string, imports: readonly string[]): string {
  const imported = imports.find((name) => name.endsWith(`\\${text}`))
  return imported ?? text.replace(/^\\/, '')
}

/** `X::class =>` */
function isEntry(tokens: readonly Token[], at: number): boolean {
  const next = (offset: number) => {
    const token = tokens[at + offset]
    return token === undefined || token.kind === 'string' || token.kind === 'shell'
      ? undefined
      : token.text
  }
  return next(1) === '::' && next(2) === 'class' && next(3) === '=>'
}

/** The imports above the list: a short name in it stands for one of them. */
function importsOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token) => token.kind === 'name' && token.text === 'return')
  return end < 0 ? [] : tokens.slice(0, end)
}

/** The keys of `['dev' => true, 'test' => true]` that are true. */
function environmentsFrom(tokens: readonly Token[], start: number): readonly string[] {
  const environments: string[] = []
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'sign' && (token.text === ']' || token.text === ')')) break
    if (token.kind !== 'string') continue
    const value = tokens[at + 2]
    if (value?.kind === 'name' && value.text.toLowerCase() === 'true') environments.push(token.text)
  }
  return environments
}

/** A value of the environment as the image has it, and who says so; undefined where nobody knows it before the container runs. */
export function environmentOf(
  view: StageView,
  folder: string,
): { readonly name: string; readonly evidence: Evidence | undefined } | undefined {
  const isSetOutside = view.project
    .usages()
    .some(({ environment }) => environment.includes('APP_ENV'))
  if (isSetOutside) return undefined
  if (view.stage.end.env.has('APP_ENV')) {
    const name = view.env('APP_ENV')
    return name === undefined ? undefined : { name, evidence: undefined }
  }
  // https://symfony.com/doc/current/configuration.html#overriding-environment-values-via-env-local
  for (const file of ['.env.local', '.env']) {
    const path = view.contextPath(resolvePath(folder, file) ?? '')
    const lines = path === undefined ? undefined : view.project.read(path)?.split(/\r?\n/)
    const at = lines?.findLastIndex((line) => /^\s*(export\s+)?APP_ENV=/.test(line)) ?? -1
    const line = lines?.[at]
    if (path !== undefined && line !== undefined)
      return {
        name: line.replace(/^.*?=\s*/, '').replace(/^["']|["'\s]+$/g, ''),
        evidence: { path, line: at + 1, text: line.trim() },
      }
  }
  return { name: 'dev', evidence: undefined }
}
