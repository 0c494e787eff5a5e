import { resolvePath } from '../../../../src/transform.ts'
import { optionsOf, textOption } from '../../config/options.ts'
import type { StageView } from '../../stage-view.ts'
import { buildIn, firstWord, readToolConfig, type ToolCall } from '../call.ts'
import { madeFolders, nothing, unknownOutput, type Output } from '../output.ts'
import { baseFrom } from '../row-server.ts'
import type { Stores } from '../run-time.ts'
import { toolOf } from '../tool-of.ts'

/** Next.js: a server in `distDir`, which `output: 'standalone'` gives its packages, or an export of files. */
export const next = toolOf({
  name: 'next',
  title: 'Next.js',
  programs: ['next'],
  loadsEnvFiles: true,
  development: ['dev', ''],
  buildWords: ['build'],
  config: ['next.config'],
  output: { fallback: 'out' },
  writes,
  // `output: 'export'`: https://nextjs.org/docs/app/guides/static-exports
  site: {
    base: baseFrom([], 'basePath'),
    hashed: () => ({ kind: 'folder', path: '/_next/static/' }),
    notFoundPage: '/404.html',
    refuses: (_call, ask) => {
      if (textOption(ask('output')) !== 'export') return 'next builds a server, not an export'
      return ask('distDir').kind === 'unset' ? undefined : 'next.config names a distDir of its own'
    },
  },
  runs: [
    {
      name: 'Next.js (standalone)',
      servers: ['.next/standalone'],
      builtBy: ['next'],
      readsApp: true,
      bundlesPackages: true,
      ownsServer: true,
      source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
    },
    {
      name: 'Next.js',
      programs: ['next'],
      subcommands: ['start'],
      builtBy: ['next'],
      files: [
        'public',
        'next-i18next.config.js',
        'i18n.json',
        'i18n.js',
        '.env',
        '.env.local',
        '.env.production',
        '.env.production.local',
      ],
      config: 'next.config',
      readsApp: true,
      stores,
      source: 'https://nextjs.org/docs/app/getting-started/deploying#nodejs-server',
    },
  ],
  variables: ['NEXT_PUBLIC_'],
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/distDir',
})

/** `next export`, until version 13: https://nextjs.org/docs/13/pages/building-your-application/deploying/static-exports */
export const nextExport = toolOf({
  name: 'next-export',
  title: 'Next.js',
  programs: ['next'],
  loadsEnvFiles: true,
  buildWords: ['export'],
  config: ['next.config'],
  output: { flags: ['-o', '--outdir'], fallback: 'out' },
  site: {
    base: baseFrom([], 'basePath'),
    hashed: () => ({ kind: 'folder', path: '/_next/static/' }),
    notFoundPage: '/404.html',
  },
  variables: ['NEXT_PUBLIC_'],
  source: 'https://nextjs.org/docs/13/pages/building-your-application/deploying/static-exports',
})

/** Pages that are made again, and images that are resized, lie in the build's folder. */
function stores(cwd: string, view: StageView): Stores {
  const ask = optionsOf(readToolConfig(buildIn('next', cwd, view), cwd, ['next.config']))
  const folder = textOption(ask('distDir'))
  const path = resolvePath(cwd, folder === false ? '' : (folder ?? '.next'))
  return {
    writes: folder === false || path === undefined ? [] : [path],
    unknown: folder === false ? 'the distDir that next.config computes' : undefined,
    ownsServer: false,
  }
}

/** An export stands in `out`, or in `distDir` where that is named. */
function writes(call: ToolCall): Output | undefined {
  const word = firstWord(call.task)
  if (/^(lint|info|telemetry|typegen)$/.test(word)) return nothing
  if (word !== 'build') return undefined
  const ask = optionsOf(readToolConfig(call, call.cwd, ['next.config']))
  const folder = textOption(ask('distDir'))
  if (folder === false) return unknownOutput('next.config computes distDir')
  const isExport = textOption(ask('output')) === 'export'
  return madeFolders(call, folder ?? '.next', ...(isExport && folder === undefined ? ['out'] : []))
}
