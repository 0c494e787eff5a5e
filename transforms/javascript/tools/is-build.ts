import { baseName, ownValue, type Command } from '../../../src/transform.ts'

/** Programs that write whatever they are asked for. */
const always = new Set(
  'prisma tsc webpack vite rollup esbuild parcel gulp grunt node-gyp ts-node'.split(' '),
)
/**
 * Runners of a workspace: each run keeps a cache or a log in node_modules/.cache, .turbo, .nx, .wireit, or beside its own file, whatever the script
 * does that it runs. https://turborepo.com/docs/reference/run https://nx.dev/docs/reference/nx-json https://github.com/google/wireit
 */
const runners = new Set('turbo lerna nx wireit'.split(' '))
/** Programs that serve, too, by the first word of those commands that write. */
const byWord: Readonly<Record<string, RegExp>> = {
  next: /^(build|dev|export)$/,
  nuxt: /^(build|generate|dev)$/,
  nest: /^(build|start)$/,
  sequelize: /^(init|model)/,
}

/** Whether a tool writes into the project's folders, or into a home, when it runs. */
export function isBuild({ name = '', args }: Command): boolean {
  const program = baseName(name)
  const isPackage = program === name || name.includes('node_modules')
  return (
    always.has(program) ||
    (isPackage && runners.has(program)) ||
    ownValue(byWord, program)?.test(args[0] ?? '') === true
  )
}
