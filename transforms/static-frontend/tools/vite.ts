import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { FrontendTool, SiteOutput } from '../tool.ts'
import { callOf, firstWord, hasFlag, hasPackage } from './call.ts'
import { devServer, preview } from './vite-server.ts'
import { siteOf } from './vite-site.ts'
import { viteConfig } from './vite-config.ts'
import { publicPrefixes } from './vite-variables.ts'

/** Frameworks on Vite whose builds are servers, or files for another program. */
const servers = [
  '@remix-run/dev',
  '@react-router/dev',
  '@tanstack/react-start',
  '@builder.io/qwik-city',
  'solid-start',
  '@solidjs/start',
  'vike',
  'vite-plugin-ssr',
  'laravel-vite-plugin',
  'vite-plugin-ruby',
  '@crxjs/vite-plugin',
  'vite-plugin-electron',
  '@analogjs/platform',
  '@redwoodjs/vite',
]

export const vite: FrontendTool = {
  name: 'vite',
  title: 'Vite',
  programs: ['vite'],
  build,
  devServer: (task, view) =>
    /^(build|preview|optimize)$/.test(firstWord(task)) ? undefined : devServer(task, view),
  preview: (task, view) => (firstWord(task) === 'preview' ? preview(task, view) : undefined),
  publicVariables: publicPrefixes,
  source: 'https://vite.dev/config/',
}

function build(task: ProgramTask, view: StageView): SiteOutput | undefined {
  if (firstWord(task) !== 'build') return undefined
  const call = callOf(task, view, 'production')
  if (call === undefined) return unknown('the folder that vite runs in is not known')
  const server = servers.find((name) => hasPackage(call, name))
  if (server !== undefined) return unknown(`${server} builds more than a site`)
  if (hasFlag(call, ['--ssr'])) return unknown('vite builds a server')
  const config = viteConfig(call, 'build')
  if (config === undefined) return unknown('vite.config can not be read')
  return siteOf(call, config)
}

const unknown = (why: string): SiteOutput => ({ kind: 'unknown', why })
