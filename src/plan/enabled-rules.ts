import type { Rule } from './ecosystem.ts'

/** Stands for every rule. */
export const allRules = 'all'

/** Which rules are wanted, by their names or `allRules`. */
export interface RuleChoice {
  /** The rules to use, and `with`; where undefined, all but those that are off unless asked for. */
  readonly only?: readonly string[] | undefined
  /** Rules to use besides. */
  readonly with?: readonly string[] | undefined
  /** Rules to leave out, whatever else asks for them; `allRules` means nothing here. */
  readonly skip?: readonly string[] | undefined
}

/** Is a rule used? */
export function isEnabled(
  { name, isOptional = false }: Pick<Rule, 'name' | 'isOptional'>,
  { only, with: besides, skip }: RuleChoice,
): boolean {
  const names = (list: readonly string[] | undefined) =>
    list?.includes(name) === true || list?.includes(allRules) === true
  if (skip?.includes(name) === true) return false
  return names(besides) || (only === undefined ? !isOptional : names(only))
}
