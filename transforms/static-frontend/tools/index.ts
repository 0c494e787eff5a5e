import type { FrontendTool } from '../tool.ts'
import { angular } from './angular.ts'
import { ember, hexo, preactCli, rsbuild } from './app-tools.ts'
import { esbuild, rollup } from './bundlers.ts'
import {
  buildStorybook,
  docusaurus,
  eleventy,
  startStorybook,
  storybook,
  vitepress,
  vuepress,
} from './docs-tools.ts'
import { nx } from './nx.ts'
import { nuxt } from './nuxt.ts'
import { parcel } from './parcel.ts'
import { reactScripts } from './react-scripts.ts'
import { astro, gatsby, nextExport, nextExportCommand } from './site-tools.ts'
import { svelteKit } from './svelte-kit.ts'
import { vite } from './vite.ts'
import { vueCli } from './vue-cli.ts'
import { webpack } from './webpack.ts'

/** The tools, the more particular first: SvelteKit before the Vite that it runs on. */
export const frontendTools: readonly FrontendTool[] = [
  reactScripts,
  svelteKit,
  vite,
  vueCli,
  angular,
  nx,
  nextExport,
  nextExportCommand,
  nuxt,
  astro,
  gatsby,
  docusaurus,
  vitepress,
  vuepress,
  eleventy,
  storybook,
  buildStorybook,
  startStorybook,
  ember,
  preactCli,
  rsbuild,
  hexo,
  parcel,
  webpack,
  rollup,
  esbuild,
]
