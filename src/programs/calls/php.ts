import { callTable } from '../call.ts'
import { phpFiles } from './php/files.ts'
import { phpFunctions } from './php/functions.ts'
import { phpPrograms } from './php/programs.ts'

/** PHP knows no difference between small and capital letters in names of classes and functions. */
const rows = [...phpFunctions, ...phpFiles, ...phpPrograms].map((row) => ({
  ...row,
  ...(row.module === undefined ? {} : { module: row.module.toLowerCase() }),
  names: row.names.map((name) => name.toLowerCase()),
}))

/** What calls of PHP do. Modules are whole names of classes, '' for PHP's own functions; all names are in small letters. */
export const phpCalls = callTable(rows)

/** The names that any row has. */
export const phpCallNames: ReadonlySet<string> = new Set(rows.flatMap(({ names }) => names))

/** PHP's own functions among them. */
export const phpFunctionNames: ReadonlySet<string> = new Set(
  rows.flatMap(({ module, names }) => (module === '' ? names : [])),
)

/** Classes whose constructors rows know, without their namespaces. */
export const phpClassNames: ReadonlySet<string> = new Set(
  rows.flatMap(({ module, names }) =>
    module !== undefined && names.includes('__construct')
      ? [module.slice(module.lastIndexOf('\\') + 1)]
      : [],
  ),
)

/** Names that Laravel gives to classes without a namespace. https://laravel.com/docs/facades#facade-class-reference */
export const phpAliases: ReadonlyMap<string, string> = new Map(
  ['file', 'storage', 'process'].map((name) => [name, `illuminate\\support\\facades\\${name}`]),
)
