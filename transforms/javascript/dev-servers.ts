import type { ProgramTask } from './builders/index.ts'

/** A program that is made for the developer's machine, with the words that make it one. */
interface DevServer {
  readonly programs: readonly string[]
  /** The first word; '' is none. Undefined: always. */
  readonly subcommands?: readonly string[]
  readonly flags?: RegExp
}

const devServers: readonly DevServer[] = [
  {
    programs: [
      'nodemon',
      'ts-node-dev',
      'tsnd',
      'node-dev',
      'supervisor',
      'pm2-dev',
      'live-server',
      'browser-sync',
      'webpack-dev-server',
      'start-storybook',
      'storybook',
      'electron',
      'electron-forge',
    ],
  },
  { programs: ['tsx'], subcommands: ['watch'] },
  {
    programs: [
      'node',
      'bun',
      'tsx',
      'ts-node',
      'esbuild',
      'rollup',
      'webpack',
      'tsc',
      'nest',
      'babel',
      'tsup',
      'vite',
      'swc',
      'tsdown',
      'deno',
      'gulp',
      'pm2',
      'pm2-runtime',
      'medusa',
    ],
    flags: /^(--watch|-w|--hot|--watch-path.*|--watch=.*)$/,
  },
  { programs: ['next'], subcommands: ['dev', ''] },
  { programs: ['nuxt', 'nuxi', 'nuxt-ts'], subcommands: ['dev', ''] },
  { programs: ['vite', 'vite-node'], subcommands: ['dev', 'serve', ''] },
  {
    programs: ['react-scripts', 'craco', 'react-app-rewired', 'docusaurus', 'expo', 'react-native'],
    subcommands: ['start'],
  },
  {
    programs: ['vue-cli-service', 'ng', 'webpack', 'rspack', 'ionic', 'hexo', 'mkdocs'],
    subcommands: ['serve', 'server', 's'],
  },
  { programs: ['remix', 'react-router'], subcommands: ['dev', 'vite:dev'] },
  {
    programs: [
      'astro',
      'svelte-kit',
      'vinxi',
      'vuepress',
      'vitepress',
      'umi',
      'quasar',
      'keystone',
      'payload',
      'turbo',
      'vercel',
      'netlify',
      'wrangler',
      'nitro',
      'nitropack',
      'rsbuild',
      'farm',
    ],
    subcommands: ['dev'],
  },
  { programs: ['gatsby', 'strapi', 'medusa'], subcommands: ['develop'] },
  { programs: ['nx', 'lerna'], subcommands: ['serve', 'dev'] },
  { programs: ['parcel'], subcommands: ['serve', 'watch', ''] },
  { programs: ['gulp', 'grunt'] },
]

/** What a start command runs that is no production program: 'nodemon', 'next dev'; undefined for others. */
export function devServerOf({ name, args }: ProgramTask): string | undefined {
  const own = ownArguments(name, args)
  const first = own.find((arg) => arg === undefined || !arg.startsWith('-')) ?? ''
  for (const row of devServers) {
    if (!row.programs.includes(name)) continue
    if (row.flags !== undefined) {
      const flag = own.find((arg) => arg !== undefined && row.flags?.test(arg) === true)
      if (flag !== undefined) return `${name} ${flag.split('=')[0] ?? flag}`
    } else if (row.subcommands === undefined) return name
    else if (
      row.subcommands.includes(first) ||
      (row.subcommands.includes('') && /[./]/.test(first))
    )
      return row.subcommands.includes('') && !row.subcommands.includes(first)
        ? name
        : [name, first].filter((word) => word !== '').join(' ')
  }
  return undefined
}

/** What stands behind the file that node runs belongs to the program. */
function ownArguments(
  name: string,
  args: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  if (name !== 'node' && name !== 'tsx' && name !== 'ts-node' && name !== 'bun') return args
  const at = args.findIndex(
    (arg, i) =>
      arg !== undefined &&
      !arg.startsWith('-') &&
      !/^(-r|--require|--import|--loader)$/.test(args[i - 1] ?? ''),
  )
  return at < 0 ? args : args.slice(0, at + 1)
}

const testRunners = new Set(
  'jest mocha vitest ava tap karma cypress playwright nightwatch testcafe wdio cucumber-js'.split(
    ' ',
  ),
)

/** A start command that runs tests: `jest`, `node --test`. */
export function testRunner({ name, args }: ProgramTask): string | undefined {
  if (testRunners.has(name)) return name
  return name === 'node' && ownArguments(name, args).includes('--test') ? 'node --test' : undefined
}

const staticServers = new Set([
  'serve',
  'http-server',
  'static-server',
  'ws',
  'superstatic',
  'angular-http-server',
  'spa-http-server',
  'pushstate-server',
  'sirv',
  'local-web-server',
  'httpster',
])

/** The folder that a static file server hands out; undefined where the program is none. */
export function staticServer({
  name,
  args,
}: ProgramTask): { readonly folder: string | undefined } | undefined {
  const words = args.filter((arg) => arg !== undefined && !arg.startsWith('-'))
  if (staticServers.has(name))
    return { folder: words.find((word) => word !== undefined && !/^\d+$|:\/\//.test(word)) }
  if ((name === 'vite' || name === 'astro' || name === 'vue-cli-service') && words[0] === 'preview')
    return { folder: 'dist' }
  return name === 'gatsby' && words[0] === 'serve' ? { folder: 'public' } : undefined
}
