import { rules } from '../../transforms/index.ts'
import { splitRule } from '../migrate.ts'

/** The names that `--only` and `--skip` take. */
export const ruleNames: readonly string[] = [splitRule, ...rules.map((rule) => rule.name)]
