import {
  namedIn,
  unknownExpression,
  type Binding,
  type Expression,
  type GoFunction,
  type Scope,
} from './expression.ts'

type Call = Extract<Expression, { kind: 'call' }>
type NamesOf = (importPath: string) => Scope | undefined

const maxDepth = 8
/** A function with more of them is no setting with a default. */
const maxReturns = 8

/**
 * What a call of one of the project's own functions gives, its parameters being what the call hands over:
 *
 * func setting(key, fallback string) string { if v := os.Getenv(key); v != "" { return v }; return fallback }
 *
 * Undefined for a call of another, or of one that can't be told.
 */
export function resultOf({ callee, args }: Call, namesOf: NamesOf): Expression | undefined {
  const called = functionNamed(callee, namesOf)
  if (called === undefined || called.returns.length === 0 || called.returns.length > maxReturns)
    return undefined
  const given = new Map<Binding, Expression>()
  called.parameters.forEach((name, i) => {
    const binding = called.scope.names.get(name)
    // One that the function sets itself is another.
    if (binding?.values.length === 0) given.set(binding, args[i] ?? unknownExpression)
  })
  return { kind: 'either', of: called.returns.map((item) => filledIn(item, given, 0)) }
}

function functionNamed(callee: Expression, namesOf: NamesOf): GoFunction | undefined {
  const binding = bindingOf(callee, namesOf)
  const [only, ...others] = binding?.values ?? []
  return only?.kind === 'function' && others.length === 0 && binding?.isOpen === false
    ? only
    : undefined
}

/** What is declared as `setting`, or as `config.Setting` of another package of the project. */
export function bindingOf(callee: Expression, namesOf: NamesOf): Binding | undefined {
  if (callee.kind === 'name') return namedIn(callee.scope, callee.name)
  if (callee.kind !== 'member' || callee.of.kind !== 'name') return undefined
  const { scope, name } = callee.of
  const path = namedIn(scope, name) === undefined ? scope.imported.packages.get(name) : undefined
  return path === undefined ? undefined : namesOf(path)?.names.get(callee.name)
}

/** An expression of a function, with what a call hands over in the place of the parameters. */
function filledIn(
  expression: Expression,
  given: ReadonlyMap<Binding, Expression>,
  depth: number,
): Expression {
  if (depth > maxDepth) return unknownExpression
  const inner = (next: Expression) => filledIn(next, given, depth + 1)
  switch (expression.kind) {
    case 'name': {
      const binding = namedIn(expression.scope, expression.name)
      if (binding === undefined) return expression
      const values = binding.isOpen || binding.values.length > maxReturns ? [] : binding.values
      return given.get(binding) ?? { kind: 'either', of: values.map(inner) }
    }
    case 'sum':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) }
    case 'call':
      return { ...expression, args: expression.args.map(inner) }
    default:
      return expression
  }
}
