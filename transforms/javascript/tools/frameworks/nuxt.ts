import { resolvePath } from '../../../../src/transform.ts'
import { configFile } from '../../config/find-config.ts'
import { optionsOf, textOption } from '../../config/options.ts'
import { firstWord, majorOf, readToolConfig, type ToolCall } from '../call.ts'
import { madeFolders, nothing, unknownOutput, type Output } from '../output.ts'
import type { SiteOutput, Tool } from '../tool.ts'
import { variablesRead } from '../variables-read.ts'

/** `nuxt build` makes a server, `nuxt generate` every page as a file. https://nuxt.com/docs/getting-started/prerendering, https://v2.nuxt.com/docs/configuration-glossary/configuration-generate/ */
export const nuxt: Tool = {
  name: 'nuxt',
  title: 'Nuxt',
  programs: ['nuxt', 'nuxi', 'nuxt-ts', 'nuxt-start'],
  loadsEnvFiles: true,
  development: ['dev', ''],
  writes,
  site: (call) => (firstWord(call.task) === 'generate' ? generate(call) : undefined),
  publicVariables: (cwd, view) => [
    'NUXT_PUBLIC_',
    'NUXT_ENV_',
    'VITE_',
    ...variablesRead(view, configFile(view, cwd, 'nuxt.config')),
  ],
  runs: [
    // Version 2 reads nuxt.config.js, its modules and server middleware, static files and the build in .nuxt.
    {
      name: 'Nuxt',
      programs: ['nuxt', 'nuxt-ts', 'nuxt-start', 'nuxi'],
      subcommands: ['start', 'preview'],
      builtBy: ['nuxt', 'nuxi', 'nuxt-ts'],
      files: [
        'static',
        'modules',
        'server-middleware',
        'serverMiddleware',
        '.env',
        'tsconfig.json',
      ],
      config: 'nuxt.config',
      readsApp: true,
      source: 'https://v2.nuxt.com/docs/get-started/commands/',
    },
  ],
  source: 'https://nuxt.com/docs/api/commands/generate',
}

const isSecond = (call: ToolCall) => (majorOf(call, 'nuxt', 'nuxt-edge') ?? 3) < 3
const asked = (call: ToolCall) => optionsOf(readToolConfig(call, call.cwd, ['nuxt.config']))

/** .output since version 3, .nuxt before. https://nuxt.com/docs/getting-started/deployment */
function writes(call: ToolCall): Output | undefined {
  const word = firstWord(call.task)
  if (word === 'prepare' || word === 'typecheck') return nothing
  if (word !== 'build') return undefined
  const ask = asked(call)
  const named = textOption(isSecond(call) ? ask('buildDir') : ask('nitro', 'output', 'dir'))
  return named === false
    ? unknownOutput('nuxt.config computes where it writes')
    : madeFolders(call, named ?? (isSecond(call) ? '.nuxt' : '.output'))
}

function generate(call: ToolCall): SiteOutput {
  const ask = asked(call)
  const old = isSecond(call)
  const named = textOption(old ? ask('generate', 'dir') : ask('nitro', 'output', 'publicDir'))
  const other = old ? undefined : textOption(ask('nitro', 'output', 'dir'))
  if (named === false || other !== undefined)
    return unknownOutput('nuxt.config says where it writes')
  if (!old && ask('nitro', 'preset').kind !== 'unset')
    return unknownOutput('nuxt.config names a preset of its own')
  const assets = textOption(old ? ask('build', 'publicPath') : ask('app', 'buildAssetsDir'))
  const folder = resolvePath(call.cwd, named ?? (old ? 'dist' : '.output/public'))
  const link = resolvePath(call.cwd, 'dist')
  if (folder === undefined) return unknownOutput('where nuxt writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: call.evidence,
    hashed: assets === undefined ? { kind: 'folder', path: '/_nuxt/' } : undefined,
    // Version 2 makes 200.html for the application's own router, which is no answer for what is missing.
    notFoundPage: old ? undefined : '/404.html',
    // `dist` leads there: https://nuxt.com/docs/api/commands/generate
    ...(old || link === undefined ? {} : { links: [link] }),
  }
}
