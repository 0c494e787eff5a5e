import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { isOfTools } from '../seen/file-need.ts'
import { givenSettings } from '../seen/given-settings.ts'
import type { Seen } from '../seen/seen-program.ts'

/** What a program of Go reads by a variable of the environment that nobody sets, and that has no default; as a sentence to accept. */
export function unsetVariable(
  { programs, statements }: Seen,
  facts: Facts,
): { readonly why: string; readonly evidence: Evidence } | undefined {
  if (statements.reads !== undefined || !hasData(facts)) return undefined
  const given = new Set(givenSettings(facts).map(({ name }) => name))
  for (const { go, graph } of programs)
    for (const { path, gaps } of go === undefined ? [] : graph.modules)
      for (const { what, at, variable } of gaps)
        if (what === 'reads' && variable !== undefined && !given.has(variable))
          return {
            why: `${path}:${at.line} reads what ${variable} names, which nothing in the project sets: no file of the project that is left behind.`,
            evidence: { path, ...at },
          }
  return undefined
}

const isData = /\.(json|ya?ml|toml|ini|conf|cfg|env|properties|xml|csv|sql|pem|crt|key|html|tmpl)$/
/** What tools, tests and readers of documentation have. */
const isBeside = /(^|\/)(\.\w+|testdata|docs?|vendor)\/|compose[^/]*\.ya?ml$/

/** Whether the author's image has files of the project that a program may read: settings, pages, tables, keys. */
const hasData = ({ project, imagePath }: Facts) =>
  project
    .files()
    .some(
      (path) =>
        isData.test(path) &&
        !isBeside.test(path) &&
        !isOfTools(path) &&
        imagePath(path) !== undefined,
    )
