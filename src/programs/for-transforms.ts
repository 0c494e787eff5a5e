// What a transform's author imports of programs and their readers; src/transform.ts has it, too.
export { folderHelpers } from './calls/php/folders.ts'
export { mayCall, readPhp, readPhpValue, type PhpFacts } from './readers/php.ts'
export type { PhpValue } from './readers/php/returned-value.ts'
export { behaviourOf, unknownProgram } from './behaviour.ts'
export { followModules, noModules, type ModuleGraph, type OuterImport } from './module-graph.ts'
export { absolutePath, isKnown, isTelling, unknownPath, type PathValue } from './path-value.ts'
export { portOf } from './port.ts'
export { rightsOf } from './rights.ts'
export { jsonFault } from './readers/javascript/json-fault.ts'
export { calleeOf, importedAs, requiredModule } from './readers/javascript/callee.ts'
export { javascript, packageName, resolveFile, type Alias } from './readers/javascript/resolve.ts'
export { shell } from './readers/shell.ts'
export { bindingOf, readScopes } from './readers/javascript/scope.ts'
export type { Binding, Scope, Scopes } from './readers/javascript/scope.ts'
export {
  bare,
  moduleName,
  nameOf,
  parseSource,
  stringOf,
  type Node as SyntaxNode,
} from './readers/javascript/syntax.ts'
export { readValues } from './readers/javascript/values.ts'
export { walk } from './readers/javascript/walk.ts'
export { sourceLines } from './source-lines.ts'
export { embeddedBy, isEmbedded } from './readers/go/embed.ts'
export { isCompiled, type BuildTags, type GoFacts } from './readers/go.ts'
export { isGoSource, parsedGo, type LocalModule } from './readers/go/language.ts'
export type { Gap, PathUse, SourceLine } from './source-facts.ts'
