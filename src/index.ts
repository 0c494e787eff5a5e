// The library's door, and that of transforms of one's own. `migrate` is pure but for reading the project that it is given; nothing here writes or prints.
export * from './transform.ts'
export { ecosystems, rules } from '../transforms/index.ts'
export { decodeDockerfile } from './dockerfile/parse/decode.ts'
export type { ParseFailure } from './dockerfile/instruction.ts'
export { isParseFailure, parseDockerfile, printDockerfile } from './dockerfile/parse/parse.ts'
export { migrate, type MigrateOptions } from './migrate.ts'
export type {
  ContractChange,
  LeftAlone,
  Migrated,
  Origin,
  Outcome,
  Replaced,
} from './plan/outcome.ts'
export { chooseContext, type ContextChoice } from './project/choose-context.ts'
export { openProject } from './project/open-project.ts'
export type { JsonReport } from './report/json/json-schema.ts'
export { isEcosystem } from './plan/ecosystem.ts'
export type { Tooling } from './plan/tooling.ts'
