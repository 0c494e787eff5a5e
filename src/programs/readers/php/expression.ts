import { ownFolder, type PathValue } from '../../path-value.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { ownProperty } from './target.ts'
import { textsOfCall } from './call-value.ts'
import { lastPart } from './names.ts'
import { bindingOf, classAround, type Binding, type Scope, type ScopedNode } from './scope.ts'
import { isString, textsOfString } from './string.ts'
import { anyOf, joinedAll, unknownText, type Texts } from './text.ts'

/** What a source is read with. */
export interface Source {
  /** Its file's name: 'index.php'. */
  readonly name: string
  /** The application's folder, as seen from the source; unknown where none is. */
  readonly root: PathValue
  readonly file: Scope
  /** Classes of the source by their names in small letters. */
  readonly classes: ReadonlyMap<string, Scope>
}

/** An expression, and where it stands. */
export interface Expression extends ScopedNode {
  readonly source: Source
}

const unknown: Texts = [unknownText]
/** A tree that is deeper is nobody's path. */
const deepest = 60

/** The texts that an expression may give; what isn't known of them is said in its place. */
export function textsOf({ node, scope, source }: Expression, depth = 0): Texts {
  if (depth > deepest) return unknown
  const inner = (other: Node | null | undefined, where = scope): Texts =>
    other === null || other === undefined
      ? unknown
      : textsOf({ node: other, scope: where, source }, depth + 1)
  const field = (name: string) => inner(node.childForFieldName(name))
  if (isString(node)) return textsOfString(node, inner)
  switch (node.type) {
    case 'integer':
    case 'float':
      return [[node.text]]
    case 'name':
    case 'qualified_name':
      return textsOfConstant(node.text, source, inner)
    case 'variable_name':
      return textsOfBinding(bindingOf(scope, node.text), inner)
    case 'member_access_expression':
    case 'scoped_property_access_expression': {
      const owner = classAround(scope)
      const name = ownProperty(node)
      const binding = owner?.bindings.get(`$${name ?? ''}`)
      return textsOfBinding(binding, inner)
    }
    case 'class_constant_access_expression':
      return textsOfClassConstant(node, scope, source, inner)
    case 'parenthesized_expression':
    case 'error_suppression_expression':
      return inner(childrenOf(node)[0])
    case 'cast_expression':
      return field('value')
    case 'assignment_expression':
      return field('right')
    case 'conditional_expression':
      return anyOf([
        field(node.childForFieldName('body') === null ? 'condition' : 'body'),
        field('alternative'),
      ])
    case 'match_expression':
      return anyOf(
        childrenOf(node.childForFieldName('body') ?? node).map((arm) =>
          inner(arm.childForFieldName('return_expression')),
        ),
      )
    case 'binary_expression':
      return textsOfBinary(node, inner)
    case 'function_call_expression':
    case 'member_call_expression':
    case 'nullsafe_member_call_expression':
    case 'scoped_call_expression':
      return textsOfCall(node, inner, source.root)
    default:
      return unknown
  }
}

type Inner = (node: Node | null | undefined, scope?: Scope) => Texts

/** `a . b . c`, however many; `a ?? b`. */
function textsOfBinary(node: Node, inner: Inner): Texts {
  const operator = operatorOf(node)
  if (operator === '??')
    return anyOf([inner(node.childForFieldName('left')), inner(node.childForFieldName('right'))])
  if (operator !== '.') return unknown
  const parts: Texts[] = []
  let left: Node | null = node
  while (left?.type === 'binary_expression' && operatorOf(left) === '.' && parts.length < 100) {
    parts.unshift(inner(left.childForFieldName('right')))
    left = left.childForFieldName('left')
  }
  return joinedAll([inner(left), ...parts])
}

const operatorOf = (node: Node) => node.childForFieldName('operator')?.text

/** `__DIR__`, `DIRECTORY_SEPARATOR`, and what the source defines. https://www.php.net/manual/en/language.constants.magic.php */
function textsOfConstant(text: string, { name: own, file }: Source, inner: Inner): Texts {
  const name = lastPart(text)
  switch (name.toUpperCase()) {
    case '__DIR__':
      return [[ownFolder]]
    case '__FILE__':
      return [[{ ...ownFolder, path: own }]]
    case 'DIRECTORY_SEPARATOR':
      return [['/']]
    case 'PHP_EOL':
      return [['\n']]
    case 'PHP_BINARY':
      return [['php']]
    default:
      return textsOfBinding(file.bindings.get(name), inner)
  }
}

function textsOfClassConstant(node: Node, scope: Scope, source: Source, inner: Inner): Texts {
  const [owner, name] = childrenOf(node)
  if (owner === undefined || name === undefined) return unknown
  const found =
    owner.type === 'relative_scope'
      ? owner.text === 'self'
        ? classAround(scope)
        : undefined
      : source.classes.get(owner.text.toLowerCase())
  return textsOfBinding(found?.bindings.get(name.text), inner)
}

function textsOfBinding(binding: Binding | undefined, inner: Inner): Texts {
  if (binding === undefined || binding.isChanged || binding.texts === 'asked') return unknown
  if (binding.texts !== undefined) return binding.texts
  binding.texts = 'asked'
  const values: Texts[] = [
    ...binding.values.map(({ node, scope }) => inner(node, scope)),
    ...binding.lists.map((list) => textsOfItems(list, inner)),
  ]
  binding.texts = anyOf(binding.isOpen || values.length === 0 ? [...values, unknown] : values)
  return binding.texts
}

function textsOfItems({ node: list, scope }: ScopedNode, inner: Inner): Texts {
  if (list.type !== 'array_creation_expression') return unknown
  return anyOf(
    childrenOf(list)
      .slice(0, 10)
      .map((item) => inner(childrenOf(item).at(-1), scope)),
  )
}
