import { parseScript } from '../../../dockerfile/shell/shell.ts'
import { commandsOfScript } from '../../../facts/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { needsOfCommand } from '../../../knowledge/npm-packages/index.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { pairs, record } from '../../../project/loose-data.ts'
import { manifestNear } from '../seen/package-needs.ts'
import type { CompiledImport } from './compiled-imports.ts'

type Words = readonly (string | undefined)[]

const managers = new Set(['npm', 'pnpm', 'yarn', 'bun'])
const runners = new Set(['npx', 'pnpx', 'bunx'])

/** Scripts that call each other deeper are a circle. */
const deepest = 3

/**
 * Packages whose programs the sources start: `npx prisma migrate deploy`, `npm run migrate`, `node_modules/.bin/rimraf`. Each name that the
 * package of such a program may have.
 */
export function startedPackages(
  { modules }: ModuleGraph,
  cwd: string | undefined,
  facts: Facts,
): readonly CompiledImport[] {
  const manifest = manifestNear(cwd, facts)
  const json = manifest === undefined ? undefined : facts.project.json(manifest)
  const scripts = pairs(record(record(json)['scripts']))
  return modules.flatMap(({ path, programs }) =>
    programs.flatMap(({ name, args, at }) =>
      programsOf(name, args, scripts, 0)
        .flatMap(packagesOf)
        .map((owner) => ({ name: owner, cwd, evidence: { path, ...at } })),
    ),
  )
}

/** The programs that a command starts in the end. */
function programsOf(
  name: string,
  args: Words,
  scripts: ReadonlyMap<string, string>,
  depth: number,
): readonly string[] {
  const program = baseName(name)
  const words = args.flatMap((arg) => (arg === undefined || arg.startsWith('-') ? [] : [arg]))
  const [verb = '', ...rest] = words
  if (runners.has(program)) return verb === '' ? [] : [verb]
  if (!managers.has(program)) return [program]
  if (/^(exec|dlx|x)$/.test(verb)) return rest.slice(0, 1)
  const script = /^(run|run-script)$/.test(verb) ? rest[0] : verb
  const text = script === undefined ? undefined : scripts.get(script)
  if (text === undefined) return program === 'yarn' && verb !== 'run' ? [verb] : []
  const parsed = depth < deepest ? parseScript(text) : undefined
  return parsed === undefined
    ? []
    : commandsOfScript(parsed, undefined, () => undefined).flatMap((command) =>
        command.name === undefined
          ? []
          : programsOf(command.name, command.args, scripts, depth + 1),
      )
}

/** `ts-node` is of its own package, `sequelize` of sequelize-cli, `tsc` of typescript. */
const packagesOf = (program: string): readonly string[] => [
  program,
  `${program}-cli`,
  ...(program === 'tsc' ? ['typescript'] : []),
  ...needsOfCommand(program).flatMap(({ names }) => names.split(' ')),
]
