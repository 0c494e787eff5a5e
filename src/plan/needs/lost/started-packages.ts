import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { packagesOfProgram } from '../../../knowledge/npm-packages/program-packages.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { startedProcesses } from '../seen/started-processes.ts'
import type { CompiledImport } from './compiled-imports.ts'

/** Packages that may bring what the sources start: `npx prisma migrate deploy`, `node_modules/.bin/rimraf`. */
export const startedPackages = (
  graph: ModuleGraph,
  cwd: string | undefined,
  facts: Facts,
): readonly CompiledImport[] =>
  startedProcesses(graph, cwd, facts).flatMap(({ name, via: [evidence] }) =>
    name === undefined || evidence === undefined
      ? []
      : packagesOfProgram(baseName(name)).map((owner) => ({ name: owner, cwd, evidence })),
  )
