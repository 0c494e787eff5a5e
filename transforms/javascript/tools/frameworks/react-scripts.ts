import { optionOf, textOf } from '../../config/value.ts'
import { hasFile, readFile, readJson } from '../../stage-view.ts'
import { asBuild, contextName, firstWord, majorOf, readToolConfig, type ToolCall } from '../call.ts'
import { typeFaults } from '../build-faults.ts'
import { hashedFolder } from '../hashed-names.ts'
import { unknownOutput } from '../output.ts'
import type { SiteOutput, Tool, ToolServer } from '../tool.ts'
import { packageStyle, middlewareStyle } from '../proxies/proxy-style.ts'
import { readMiddleware } from '../proxies/middleware.ts'
import { readProxies, type ProxyReading } from '../proxies/read-proxies.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  pathOfBase,
  toolServer,
} from '../tool-server.ts'
import { isRecord, resolvePath } from '../../../../src/transform.ts'

const prefixes = ['REACT_APP_', 'PUBLIC_URL']

/** Create React App, and the programs that start it with a configuration of its own changed: craco, react-app-rewired. */
export const reactScripts: Tool = {
  name: 'react-scripts',
  title: 'Create React App',
  programs: ['react-scripts', 'craco', 'react-app-rewired', 'rescripts', 'react-scripts-ts'],
  loadsEnvFiles: true,
  development: ['start'],
  site: (call) => (firstWord(call.task) === 'build' ? build(call) : undefined),
  devServer: (call) => (firstWord(call.task) === 'start' ? start(call) : undefined),
  // https://create-react-app.dev/docs/adding-typescript/, https://create-react-app.dev/docs/advanced-configuration/ (CI)
  buildFailsOn: (call) => {
    const isStrict = /^(?!false$)./i.test(call.environment.get('CI')?.value ?? '')
    const types = typeFaults(call)
    return isStrict ? `${types === undefined ? '' : `${types} and `}warnings (CI is set)` : types
  },
  publicVariables: () => prefixes,
  source: 'https://create-react-app.dev/docs/advanced-configuration/',
}

function build(call: ToolCall): SiteOutput {
  const override = overrideOf(call)
  if (
    override !== undefined &&
    /appBuild|output\.path|outputPath/.test(readFile(call.view, override) ?? '')
  )
    return unknownOutput(`${contextName(call, override)} changes where the build goes`)
  const variable = call.environment.get('BUILD_PATH')
  if (variable !== undefined && variable.value === undefined)
    return unknownOutput('BUILD_PATH says where react-scripts writes')
  const folder = resolvePath(call.cwd, variable?.value ?? 'build')
  if (folder === undefined) return unknownOutput('where react-scripts writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: call.evidence,
    // js, css and media: https://create-react-app.dev/docs/production-build/#static-file-caching
    hashed: hashedFolder(call, 'static', 'public'),
    notFoundPage: undefined,
  }
}

function start(call: ToolCall): ToolServer {
  const base = baseOf(call)
  const secure = call.environment.get('HTTPS')?.value === 'true'
  return toolServer(call, {
    label: `${call.task.name} start`,
    port: { flags: [], variable: 'PORT', fallback: 3000 },
    base,
    fallback: {
      kind: 'page',
      page: `${pathOfBase(base)}index.html`,
      forFiles: true,
    },
    proxies: proxiesOf(call),
    hindrances: [
      secure ? hindrance('tls', 'HTTPS makes it answer by TLS') : undefined,
      overriddenServer(call),
      differentBase(call, base, baseOf(asBuild(call))),
      developmentVariables(call, prefixes),
    ],
  })
}

/** `homepage` of package.json and PUBLIC_URL; the development server minds them since version 4. https://create-react-app.dev/docs/deployment/#building-for-relative-paths */
function baseOf(call: ToolCall): string | undefined {
  if (call.mode === 'development' && (majorOf(call, 'react-scripts') ?? 5) < 4) return undefined
  const url = call.environment.get('PUBLIC_URL')?.value
  if (url !== undefined && url !== '') return url
  const json = readJson(call.view, resolvePath(call.cwd, 'package.json') ?? '')
  return isRecord(json) && typeof json['homepage'] === 'string' ? json['homepage'] : undefined
}

/** craco.config.js, config-overrides.js; absolute. */
function overrideOf({ cwd, view, task }: ToolCall): string | undefined {
  const names =
    task.name === 'craco'
      ? ['craco.config.js', 'craco.config.ts', 'craco.config.cjs', '.cracorc', '.cracorc.js']
      : task.name === 'react-app-rewired'
        ? ['config-overrides.js', 'config-overrides/index.js']
        : task.name === 'rescripts'
          ? ['.rescriptsrc.js', '.rescriptsrc']
          : []
  return names.flatMap((name) => resolvePath(cwd, name) ?? []).find((path) => hasFile(view, path))
}

/** A development server that craco or react-app-rewired is told to change. */
function overriddenServer(call: ToolCall) {
  const path = overrideOf(call)
  if (path === undefined) return undefined
  const config =
    call.task.name === 'craco' ? readToolConfig(call, call.cwd, ['craco.config']) : undefined
  if (config !== undefined) {
    const server = optionOf(config.value, ['devServer'])
    return server.kind === 'unset'
      ? undefined
      : hindrance('other', `${contextName(call, path)} changes the development server`)
  }
  return /devServer|overrideDevServer/.test(readFile(call.view, path) ?? '')
    ? hindrance('other', `${contextName(call, path)} changes the development server`)
    : undefined
}

/** src/setupProxy.js, or `proxy` in package.json. https://create-react-app.dev/docs/proxying-api-requests-in-development/ */
function proxiesOf(call: ToolCall): ProxyReading {
  const { cwd, view } = call
  const path = ['src/setupProxy.js', 'src/setupProxy.ts', 'src/setupProxy.cjs']
    .flatMap((name) => resolvePath(cwd, name) ?? [])
    .find((file) => hasFile(view, file))
  const option = optionOf(readToolConfig(call, cwd, ['package'])?.value, ['proxy'])
  if (option.kind === 'unset') return path === undefined ? [] : readMiddleware(call, path)
  if (path !== undefined)
    return [hindrance('proxy', `${contextName(call, path)} and package.json both name proxies`)]
  // An object is of version 1: https://github.com/facebook/create-react-app/blob/main/CHANGELOG-2.x.md
  const isText = option.kind === 'set' && textOf(option.value) !== undefined
  return readProxies(call, option, isText ? packageStyle : { ...middlewareStyle, websocket: true })
}
