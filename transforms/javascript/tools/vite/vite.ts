import { firstWord, hasFlag, hasPackage, type ToolCall } from '../call.ts'
import { unknownOutput } from '../output.ts'
import type { SiteOutput, Tool } from '../tool.ts'
import { viteConfig } from './vite-config.ts'
import { viteOutput } from './vite-output.ts'
import { devServer, preview } from './vite-server.ts'
import { siteOf } from './vite-site.ts'
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

export const vite: Tool = {
  name: 'vite',
  title: 'Vite',
  programs: ['vite'],
  modeFlags: ['--mode', '-m'],
  development: ['dev', 'serve', ''],
  writes: viteOutput,
  site,
  devServer: (call) =>
    /^(build|preview|optimize)$/.test(firstWord(call.task)) ? undefined : devServer(call),
  preview: (call) => (firstWord(call.task) === 'preview' ? preview(call) : undefined),
  publicVariables: publicPrefixes,
  source: 'https://vite.dev/config/',
}

function site(call: ToolCall): SiteOutput | undefined {
  if (firstWord(call.task) !== 'build') return undefined
  const server = servers.find((name) => hasPackage(call, name))
  if (server !== undefined) return unknownOutput(`${server} builds more than a site`)
  if (hasFlag(call, ['--ssr'])) return unknownOutput('vite builds a server')
  const config = viteConfig(call, 'build')
  return config === undefined ? unknownOutput("vite.config can't be read") : siteOf(call, config)
}
