import { ownValue } from '../../../../src/transform.ts'
import type { ProgramTask } from '../../task.ts'

type Started = Pick<ProgramTask, 'name' | 'args'>

/** Programs that are made for the developer's machine, whatever their words. */
const always = new Set(
  'nodemon ts-node-dev tsnd node-dev supervisor pm2-dev live-server browser-sync webpack-dev-server start-storybook storybook electron electron-forge gulp grunt'.split(
    ' ',
  ),
)

/** Programs that are for the developer with a flag that watches the sources. */
const watchers = new Set(
  'node bun tsx ts-node esbuild rollup webpack tsc nest babel tsup vite swc tsdown deno gulp pm2 pm2-runtime medusa'.split(
    ' ',
  ),
)
const watching = /^(--watch|-w|--hot|--watch-path.*|--watch=.*)$/

/** First words that start a development server, of programs that are no tool here. */
const words: Readonly<Record<string, readonly string[]>> = {
  tsx: ['watch'],
  'vite-node': ['dev', 'serve', ''],
  expo: ['start'],
  'react-native': ['start'],
  ionic: ['serve', 'server', 's'],
  mkdocs: ['serve', 'server', 's'],
  umi: ['dev'],
  keystone: ['dev'],
  payload: ['dev'],
  turbo: ['dev'],
  vercel: ['dev'],
  netlify: ['dev'],
  wrangler: ['dev'],
  farm: ['dev'],
  strapi: ['develop'],
  medusa: ['develop'],
  nx: ['serve', 'dev'],
  lerna: ['serve', 'dev'],
}

/** What a command runs for the developer: 'nodemon', 'next dev'; `development` are the words of its tool. Undefined for others. */
export function developerProgram(
  { name, args }: Started,
  development: readonly string[],
): string | undefined {
  const own = ownArguments(name, args)
  const flag = own.find((arg) => arg !== undefined && watching.test(arg))
  if (always.has(name)) return name
  if (watchers.has(name) && flag !== undefined) return `${name} ${flag.split('=')[0] ?? flag}`
  const known = [...development, ...(ownValue(words, name) ?? [])]
  const serving = own.find((arg) => arg?.startsWith('-') === true && known.includes(arg))
  if (serving !== undefined) return `${name} ${serving}`
  const first = own.find((arg) => arg === undefined || !arg.startsWith('-')) ?? ''
  if (known.includes(first)) return [name, first].filter((word) => word !== '').join(' ')
  return known.includes('') && /[./]/.test(first) ? name : undefined
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
export function testRunner({ name, args }: Started): string | undefined {
  if (testRunners.has(name)) return name
  return name === 'node' && ownArguments(name, args).includes('--test') ? 'node --test' : undefined
}
