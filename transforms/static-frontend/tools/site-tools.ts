import { hasFlag, majorOf } from './call.ts'
import { hashedFolder } from './hashed-names.ts'
import { astroAsks, madeOnRequest } from './made-on-request.ts'
import { textOption } from './options.ts'
import { viteStyle } from './proxies/proxy-style.ts'
import { readProxies } from './proxies/read-proxies.ts'
import { baseFrom, toolOf } from './tool-of.ts'
import { hindrance } from './tool-server.ts'
import { gatsbyProxies, clientRoutes, gatsbyFunctions } from './gatsby.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://docs.astro.build/en/reference/configuration-reference/ */
export const astro = toolOf({
  name: 'astro',
  title: 'Astro',
  programs: ['astro'],
  buildWords: ['build'],
  valueFlags: ['--site', '--mode'],
  config: ['astro.config'],
  configFlags: ['--config'],
  output: { flags: ['--outDir'], keys: ['outDir'], fallback: 'dist' },
  base: baseFrom(['--base'], 'base'),
  hashed: (call, ask) => {
    const folder = textOption(ask('build', 'assets'))
    return folder === false ? undefined : hashedFolder(call, folder ?? '_astro', 'public')
  },
  notFoundPage: '/404.html',
  refuses: (_call, ask) => {
    const output = textOption(ask('output'))
    if (output === false || (output !== undefined && output !== 'static'))
      return 'Astro builds a server (`output` in its configuration)'
    if (textOption(ask('root')) !== undefined) return 'Astro is told another root'
    // With an adapter any page may be made when it is asked for: https://docs.astro.build/en/guides/on-demand-rendering/
    return ask('adapter').kind === 'unset'
      ? undefined
      : 'Astro builds a server (`adapter` in its configuration)'
  },
  dev: {
    words: ['dev', 'start', ''],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    // 3000 until version 2.
    port: (call) => ((majorOf(call, 'astro') ?? 4) < 3 ? 3000 : 4321),
    tlsKeys: ['vite', 'server', 'https'],
    fallback: notFound,
    proxies: (call, ask) => readProxies(call, ask('vite', 'server', 'proxy'), viteStyle),
    cleanUrls: true,
    hindrances: (call) => [madeOnRequest(call, astroAsks)],
  },
  preview: {
    words: ['preview'],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    port: (call) => ((majorOf(call, 'astro') ?? 4) < 3 ? 3000 : 4321),
    fallback: notFound,
    cleanUrls: true,
  },
  variables: ['PUBLIC_', 'VITE_'],
  source: 'https://docs.astro.build/en/reference/cli-reference/',
})

/** https://www.gatsbyjs.com/docs/reference/gatsby-cli/, https://www.gatsbyjs.com/docs/caching/ */
export const gatsby = toolOf({
  name: 'gatsby',
  title: 'Gatsby',
  programs: ['gatsby'],
  buildWords: ['build'],
  config: ['gatsby-config'],
  output: { flags: [], fallback: 'public' },
  base: (call, ask) =>
    hasFlag(call, ['--prefix-paths']) || call.environment.get('PREFIX_PATHS')?.value === 'true'
      ? textOption(ask('pathPrefix'))
      : undefined,
  hashed: () => ({ kind: 'pattern', pattern: '-[0-9a-f]{20}\\.(js|css)$' }),
  notFoundPage: '/404.html',
  dev: {
    words: ['develop'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 8000,
    tlsFlags: ['--https', '-S'],
    fallback: notFound,
    proxies: gatsbyProxies,
    hindrances: (call, ask) => [
      ask('developMiddleware').kind === 'unset'
        ? undefined
        : hindrance('proxy', 'gatsby-config adds to its server by developMiddleware'),
      gatsbyFunctions(call),
      clientRoutes(call),
    ],
  },
  preview: {
    words: ['serve'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 9000,
    fallback: notFound,
    hindrances: (call) => [gatsbyFunctions(call), clientRoutes(call)],
  },
  variables: ['GATSBY_'],
  source: 'https://www.gatsbyjs.com/docs/reference/gatsby-cli/',
})

/** `output: 'export'`: https://nextjs.org/docs/app/guides/static-exports */
export const nextExport = toolOf({
  name: 'next',
  title: 'Next.js',
  programs: ['next'],
  buildWords: ['build'],
  config: ['next.config'],
  output: { flags: [], fallback: 'out' },
  base: baseFrom([], 'basePath'),
  hashed: () => ({ kind: 'folder', path: '/_next/static/' }),
  notFoundPage: '/404.html',
  refuses: (_call, ask) => {
    if (textOption(ask('output')) !== 'export') return 'next builds a server, not an export'
    return ask('distDir').kind === 'unset' ? undefined : 'next.config names a distDir of its own'
  },
  variables: ['NEXT_PUBLIC_'],
  source: 'https://nextjs.org/docs/app/guides/static-exports',
})

/** `next export`, until version 13: https://nextjs.org/docs/13/pages/building-your-application/deploying/static-exports */
export const nextExportCommand = toolOf({
  name: 'next-export',
  title: 'Next.js',
  programs: ['next'],
  buildWords: ['export'],
  config: ['next.config'],
  output: { flags: ['-o', '--outdir'], fallback: 'out' },
  base: baseFrom([], 'basePath'),
  hashed: () => ({ kind: 'folder', path: '/_next/static/' }),
  notFoundPage: '/404.html',
  variables: ['NEXT_PUBLIC_'],
  source: 'https://nextjs.org/docs/13/pages/building-your-application/deploying/static-exports',
})
