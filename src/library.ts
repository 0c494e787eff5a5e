// All that a product on top of migrations imports, as src/verify is one: what a migration is, what it was made from, and what is around it.
export type { Instruction } from './dockerfile/instruction.ts'
export { isParseFailure, parseDockerfile } from './dockerfile/parse/parse.ts'
export { isIgnored, parseIgnoreFile } from './dockerfile/patterns/ignore-file.ts'
export { splitOutsideQuotes } from './dockerfile/words/words.ts'
export type { OtherFile } from './plan/change.ts'
export type { ContractChange, Migrated } from './plan/outcome.ts'
export {
  composeDocument,
  readComposeDocument,
  type ComposeDocument,
} from './project/consumers/compose-document.ts'
export { readComposeService, type ComposeService } from './project/consumers/compose-service.ts'
export { interpolate } from './project/consumers/interpolate.ts'
export type { Project, Usage } from './project/project.ts'
export { quoteWord } from './dockerfile/shell/quote-word.ts'
export { defaultPath } from './knowledge/images/image-folders.ts'
export { isAtLeast } from './knowledge/version.ts'
