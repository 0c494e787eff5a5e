import { orderOf, releaseOf } from '../../knowledge/pypi-packages/release-order.ts'
import type { Scanner } from './scanner.ts'

/** When a requirement holds. https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | {
      readonly kind: 'compare'
      readonly operator: string
      readonly left: Operand
      readonly right: Operand
    }

/** A text, or a variable of the environment. */
export type Operand =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }

const operators = ['===', '==', '~=', '!=', '<=', '>=', '<', '>', 'in']

/** Reads a marker; null where it is none. */
export function readMarker(at: Scanner): Marker | null {
  return readChain('or', () => readChain('and', readOne))

  function readChain(kind: 'and' | 'or', readPart: () => Marker | null): Marker | null {
    let left = readPart()
    for (at.blanks(); left !== null && at.take(kind); at.blanks()) {
      const right = readPart()
      left = right === null ? null : { kind, left, right }
    }
    return left
  }

  function readOne(): Marker | null {
    at.blanks()
    if (at.take('(')) {
      const inner = readMarker(at)
      at.blanks()
      return at.take(')') ? inner : null
    }
    const left = readOperand()
    at.blanks()
    const isDenied = at.take('not')
    at.blanks()
    const found = operators.find((item) => at.take(item))
    at.blanks()
    const right = readOperand()
    if (left === undefined || found === undefined || right === undefined) return null
    if (isDenied && found !== 'in') return null
    return { kind: 'compare', operator: isDenied ? 'not in' : found, left, right }
  }

  function readOperand(): Operand | undefined {
    const quote = ['"', "'"].find((item) => at.take(item))
    if (quote !== undefined) {
      const text = at.while((sign) => sign !== quote)
      return at.take(quote) ? { kind: 'text', text } : undefined
    }
    const name = at.while((sign) => sign === '_' || sign === '.' || (sign >= 'a' && sign <= 'z'))
    return name === '' ? undefined : { kind: 'variable', name }
  }
}

/**
 * Whether a marker holds, as far as the environment is known: what may hold is installed. `valueOf` gives undefined for a variable that is
 * not known.
 */
export function mayHold(
  marker: Marker | undefined,
  valueOf: (name: string) => string | undefined,
): boolean {
  if (marker === undefined) return true
  if (marker.kind !== 'compare') {
    const left = mayHold(marker.left, valueOf)
    return marker.kind === 'and'
      ? left && mayHold(marker.right, valueOf)
      : left || mayHold(marker.right, valueOf)
  }
  const textOf = (operand: Operand) =>
    operand.kind === 'text' ? operand.text : valueOf(operand.name)
  const left = textOf(marker.left)
  const right = textOf(marker.right)
  if (left === undefined || right === undefined) return true
  return compare(left, marker.operator, right)
}

function compare(left: string, operator: string, right: string): boolean {
  if (operator === 'in') return right.includes(left)
  if (operator === 'not in') return !right.includes(left)
  const [a, b] = [releaseOf(left), releaseOf(right)]
  if (a === undefined || b === undefined) return operator === '!=' ? left !== right : left === right
  const order = orderOf(right.endsWith('.*') ? a.slice(0, b.length) : a, b)
  switch (operator) {
    case '==':
    case '===':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '~=':
      return order >= 0 && orderOf(a.slice(0, b.length - 1), b.slice(0, -1)) === 0
    default:
      return order >= 0
  }
}
