import {
  commandEvidence,
  composerCommandOf,
  readPhpValue,
  resolvePath,
  type ComposerCommand,
  type Evidence,
  type PhpValue,
} from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'

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
  const returned = readPhpValue(text)
  if (returned.kind !== 'list') return []
  return returned.entries.flatMap(({ key, value, at }) =>
    key?.kind === 'class'
      ? [
          {
            name: key.name,
            environments: trueKeys(value),
            evidence: { path, line: at.line, text: at.text },
          },
        ]
      : [],
  )
}

/** The keys of `['dev' => true, 'test' => true]` that are true. */
function trueKeys(value: PhpValue): readonly string[] {
  return (value.kind === 'list' ? value.entries : []).flatMap(({ key, value: flag }) =>
    key?.kind === 'text' && flag.kind === 'flag' && flag.isTrue ? [key.text] : [],
  )
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
  // `composer dump-env prod`: the file that it writes goes before all others.
  const dumped = view.stage.commands.map(composerCommandOf).findLast(isDump)
  if (dumped !== undefined) {
    const [name] = dumped.args.filter((arg) => arg?.startsWith('-') !== true)
    return name === undefined ? undefined : { name, evidence: commandEvidence(dumped.command) }
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

const isDump = (command: ComposerCommand | undefined): boolean =>
  command !== undefined && /^(symfony:)?dump-env$/.test(command.name ?? '')
