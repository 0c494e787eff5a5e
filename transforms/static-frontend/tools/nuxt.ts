import { resolvePath } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { FrontendTool, SiteOutput } from '../tool.ts'
import { callOf, firstWord, majorOf, readToolConfig } from './call.ts'
import { optionsOf, textOption } from './options.ts'
import { variablesRead } from './vite-variables.ts'
import { configFile } from '../../javascript/js-config.ts'

/** `nuxt generate`: every page as a file. https://nuxt.com/docs/getting-started/prerendering, https://v2.nuxt.com/docs/configuration-glossary/configuration-generate/ */
export const nuxt: FrontendTool = {
  name: 'nuxt',
  title: 'Nuxt',
  programs: ['nuxt', 'nuxi', 'nuxt-ts'],
  build: (task, view) => (firstWord(task) === 'generate' ? generate(task, view) : undefined),
  publicVariables: (cwd, view) => [
    'NUXT_PUBLIC_',
    'NUXT_ENV_',
    'VITE_',
    ...variablesRead(view, configFile(view, cwd, 'nuxt.config')),
  ],
  source: 'https://nuxt.com/docs/api/commands/generate',
}

function generate(task: ProgramTask, view: StageView): SiteOutput {
  const call = callOf(task, view, 'production')
  if (call === undefined) return unknown('the folder that nuxt runs in is not known')
  const ask = optionsOf(readToolConfig(call, call.cwd, ['nuxt.config']))
  const isSecond = (majorOf(call, 'nuxt', 'nuxt-edge') ?? 3) < 3
  const named = textOption(isSecond ? ask('generate', 'dir') : ask('nitro', 'output', 'publicDir'))
  const other = isSecond ? undefined : textOption(ask('nitro', 'output', 'dir'))
  if (named === false || other !== undefined) return unknown('nuxt.config says where it writes')
  if (!isSecond && ask('nitro', 'preset').kind !== 'unset')
    return unknown('nuxt.config names a preset of its own')
  const assets = textOption(isSecond ? ask('build', 'publicPath') : ask('app', 'buildAssetsDir'))
  const folder = resolvePath(call.cwd, named ?? (isSecond ? 'dist' : '.output/public'))
  const link = resolvePath(call.cwd, 'dist')
  if (folder === undefined) return unknown('where nuxt writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: call.evidence,
    hashed: assets === undefined ? { kind: 'folder', path: '/_nuxt/' } : undefined,
    // Version 2 makes 200.html for the application's own router, which is no answer for what is missing.
    notFoundPage: isSecond ? undefined : '/404.html',
    // `dist` leads there: https://nuxt.com/docs/api/commands/generate
    ...(isSecond || link === undefined ? {} : { links: [link] }),
  }
}

const unknown = (why: string): SiteOutput => ({ kind: 'unknown', why })
