import { rules } from '../../transforms/index.ts'
import { splitRule } from '../plan/rule-names.ts'
import type { RuleText } from '../plan/ecosystem.ts'
import { inDockerfile } from '../plan/refusals/example.ts'
import type { RuleRow } from '../report/rule-row.ts'

/** What splits a file, in words; each ecosystem has its own way. */
const aboutSplit: RuleText = {
  why: 'An image ships all that its last stage has: compilers, dev dependencies and sources, too, where there is one stage only. What builds goes to a stage of its own, and what run time needs is copied from there, by evidence of the project.',
  risk: 'What run time needs may be more than what is copied. Each file, program and folder that the project shows to be needed is looked for in the new stage; where that leaves a doubt, more is copied, the change is for review, or the file is refused.',
  example: inDockerfile(
    ['FROM node:20', 'COPY . .', 'RUN npm ci && npm run build', 'CMD ["node", "dist/server.js"]'],
    [
      'FROM node:20 AS builder',
      'COPY . .',
      'RUN npm ci && npm run build',
      '',
      'FROM node:20-slim AS runtime',
      'COPY --from=builder /dist ./dist',
      'CMD ["node", "dist/server.js"]',
    ],
  ),
}

/** The rules, as reports name them. */
export const ruleRows: readonly (RuleRow & { readonly about?: RuleText })[] = [
  { name: splitRule, title: 'A stage to build in, and one to run', about: aboutSplit },
  ...rules.map(({ name, title, about, isOptional }) => ({
    ...{ name, title },
    ...(isOptional === true ? { isOptional } : {}),
    ...(about === undefined ? {} : { about }),
  })),
]

/** The names that `--only`, `--with` and `--skip` take. */
export const ruleNames: readonly string[] = ruleRows.map(({ name }) => name)

/** The rules that are off unless asked for. */
export const optionalRules: readonly string[] = ruleRows
  .filter(({ isOptional }) => isOptional === true)
  .map(({ name }) => name)

/** How a rule is switched on, alone or not, and off. */
export const switchesOf = (rule: string): string =>
  `${
    optionalRules.includes(rule)
      ? `It is off unless asked for: --with ${rule} uses it besides the others`
      : `--skip ${rule} leaves it out`
  }, --only ${rule} does nothing else; docs/configuration.md has how a project, or a comment of a file, does that.`
