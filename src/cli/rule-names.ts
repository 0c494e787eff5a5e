import { rules } from '../../transforms/index.ts'
import { splitRule } from '../plan/rule-names.ts'
import type { RuleRow } from '../report/rule-row.ts'

/** The rules, as reports name them. */
export const ruleRows: readonly RuleRow[] = [
  { name: splitRule, title: 'A stage to build in, and one to run' },
  ...rules.map(({ name, title }) => ({ name, title })),
]

/** The names that `--only` and `--skip` take. */
export const ruleNames: readonly string[] = ruleRows.map(({ name }) => name)
