import { angular } from './angular/angular.ts'
import { nx } from './angular/nx.ts'
import { encore } from './bundlers/encore.ts'
import { bunBuild, esbuild } from './bundlers/esbuild.ts'
import { libraryBundlers, ncc, tsdown, tsup } from './bundlers/libraries.ts'
import { mix } from './bundlers/mix.ts'
import { parcel } from './bundlers/parcel.ts'
import { rollup } from './bundlers/rollup.ts'
import { rsbuild } from './bundlers/rsbuild.ts'
import { rspack, webpack } from './bundlers/webpack.ts'
import { nest } from './compilers/nest.ts'
import { prisma } from './compilers/prisma.ts'
import { less, nodeSass, postcss, sass, stylus, tailwind } from './compilers/styles.ts'
import { babel, swc } from './compilers/transpilers.ts'
import { typescript } from './compilers/typescript.ts'
import { docusaurus } from './documentation/docusaurus.ts'
import { eleventy } from './documentation/eleventy.ts'
import { hexo } from './documentation/hexo.ts'
import { buildStorybook, startStorybook, storybook } from './documentation/storybook.ts'
import { vitepress } from './documentation/vitepress.ts'
import { vuepress } from './documentation/vuepress.ts'
import { astro } from './frameworks/astro.ts'
import { ember } from './frameworks/ember.ts'
import { gatsby } from './frameworks/gatsby.ts'
import { next, nextExport } from './frameworks/next.ts'
import { nitro } from './frameworks/nitro.ts'
import { nuxt } from './frameworks/nuxt.ts'
import { preactCli } from './frameworks/preact.ts'
import { quasar } from './frameworks/quasar.ts'
import { reactRouter } from './frameworks/react-router.ts'
import { reactScripts } from './frameworks/react-scripts.ts'
import { remix, remixVite } from './frameworks/remix.ts'
import { svelteKit } from './frameworks/svelte-kit.ts'
import { vueCli } from './frameworks/vue-cli.ts'
import { startedTools } from './servers/started-tools.ts'
import type { Tool } from './tool.ts'
import { vite } from './vite/vite.ts'

/** The tools, the more particular first: SvelteKit before the Vite that it runs on. */
export const tools: readonly Tool[] = [
  reactScripts,
  svelteKit,
  vite,
  vueCli,
  angular,
  nx,
  next,
  nextExport,
  nuxt,
  nitro,
  remix,
  remixVite,
  reactRouter,
  astro,
  gatsby,
  quasar,
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
  rspack,
  hexo,
  parcel,
  mix,
  encore,
  webpack,
  rollup,
  esbuild,
  bunBuild,
  tsup,
  tsdown,
  ncc,
  libraryBundlers,
  typescript,
  nest,
  babel,
  swc,
  tailwind,
  postcss,
  sass,
  nodeSass,
  less,
  stylus,
  prisma,
  ...startedTools,
]
