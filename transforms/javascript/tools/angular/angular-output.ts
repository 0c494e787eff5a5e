import { stringIn } from '../../manifest.ts'
import { readJson } from '../../stage-view.ts'
import { unknownOutput, type Output } from '../output.ts'
import type { SiteOutput } from '../tool.ts'
import type { Target } from './angular-workspace.ts'
import { flagOf, type ToolCall } from '../call.ts'
import { hashedFiles } from '../hashed-names.ts'
import { isRecord, resolvePath } from '../../../../src/transform.ts'

const application = /:application$/
const browser = /:(browser|browser-esbuild|webpack-browser|browser-legacy)$/

/**
 * Where a build target writes: `outputPath` as it is for the browser builders, its folder `browser` for the application builder since version 17.
 * https://angular.dev/tools/cli/build-system-migration, https://angular.dev/reference/configs/workspace-config#output-path-configuration
 */
export function angularOutput(call: ToolCall, target: Target): SiteOutput {
  const { builder, options, workspace } = target
  const isApplication = application.test(builder)
  if (!isApplication && !browser.test(builder))
    return unknownOutput(`what the builder ${builder} of ${workspace.name} writes is not known`)
  const { ssr, localize, outputMode, index } = options
  if (isApplication && (ssr === true || isRecord(ssr)) && outputMode !== 'static')
    return unknownOutput(`${workspace.name} builds a server that renders the pages`)
  if (localize === true || Array.isArray(localize))
    return unknownOutput(`${workspace.name} builds a folder for each language`)
  if (isRecord(index) && (stringIn(index, 'output') ?? 'index.html') !== 'index.html')
    return unknownOutput(`${workspace.name} gives index.html another name`)
  const option = options['outputPath']
  const flag = flagOf(call, flags)
  const base = baseOf(call, target)
  if (base === undefined) return unknownOutput(`${workspace.name} names no outputPath`)
  const inner = !isApplication
    ? ''
    : flag === undefined && isRecord(option)
      ? (stringIn(option, 'browser') ?? 'browser')
      : 'browser'
  const folder = resolvePath(workspace.root, inner === '' ? base : `${base}/${inner}`)
  if (folder === undefined) return unknownOutput('where ng writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, lineOf(call, workspace.root, workspace.name, base)],
    hashed: hashedOf(builder, options['outputHashing']),
    notFoundPage: undefined,
  }
}

const flags = ['--output-path', '--outputPath']

function baseOf(call: ToolCall, { builder, options, project }: Target): string | undefined {
  const option = options['outputPath']
  const named = isRecord(option) ? stringIn(option, 'base') : option
  const own = flagOf(call, flags) ?? named
  return typeof own === 'string' ? own : application.test(builder) ? `dist/${project}` : undefined
}

/** The folder of all that a build target writes, whatever its builder makes. */
export function angularFolder(call: ToolCall, target: Target): Output {
  const { root, name } = target.workspace
  const base = baseOf(call, target)
  const path = base === undefined ? undefined : resolvePath(root, base)
  if (base === undefined || path === undefined) return unknownOutput(`${name} names no outputPath`)
  const evidence = [...call.evidence, lineOf(call, root, name, base)]
  return { kind: 'paths', paths: [{ path, isFolder: true, evidence }] }
}

/** `main.3f8e1a2b4c5d6e7f.js` of webpack, `main-5ABCD2EF.js` of esbuild. */
function hashedOf(builder: string, hashing: unknown) {
  if (hashing !== 'all' && hashing !== 'bundles') return undefined
  return hashedFiles(
    application.test(builder) || builder.endsWith('esbuild')
      ? '-[A-Z0-9]{8}'
      : '\\.[0-9a-f]{16,20}',
  )
}

/** .angular-cli.json, until version 5: https://github.com/angular/angular-cli/wiki/angular-cli */
export function oldAngularOutput(call: ToolCall): SiteOutput | undefined {
  const json = readJson(call.view, resolvePath(call.cwd, '.angular-cli.json') ?? '')
  if (!isRecord(json)) return undefined
  const apps: readonly unknown[] = Array.isArray(json['apps']) ? json['apps'] : []
  const [app] = apps
  const named = flagOf(call, ['--app', '-a'])
  if (!isRecord(app) || (apps.length > 1 && named !== undefined))
    return unknownOutput('.angular-cli.json has several apps')
  const outDir = flagOf(call, ['--output-path', '-op']) ?? stringIn(app, 'outDir') ?? 'dist'
  const folder = resolvePath(call.cwd, outDir)
  return folder === undefined
    ? unknownOutput('where ng writes is not known')
    : {
        kind: 'site',
        folder,
        evidence: [...call.evidence, lineOf(call, call.cwd, '.angular-cli.json', outDir)],
        hashed: undefined,
        notFoundPage: undefined,
      }
}

/** The line of angular.json that names a path. */
function lineOf({ view }: ToolCall, folder: string, name: string, text: string) {
  const path = view.contextPath(resolvePath(folder, name) ?? name) ?? name
  const lines = (view.project.read(path) ?? '').split('\n')
  const at = lines.findIndex((line) => line.includes(`"${text}"`))
  return at < 0
    ? { path, line: undefined, text: '' }
    : { path, line: at + 1, text: (lines[at] ?? '').trim() }
}
