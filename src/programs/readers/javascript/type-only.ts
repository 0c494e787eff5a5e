import type { Node } from 'oxc-parser'

const holdsValues =
  /^TS(As|NonNull|Satisfies|TypeAssertion|Instantiation|Enum|Module|ExportAssignment|ParameterProperty|AbstractMethod|AbstractProperty|ImportEquals)/

/** True for what is gone after compiling. */
export const isTypeOnly = ({ type }: Node) => type.startsWith('TS') && !holdsValues.test(type)

/** The name in `name: Service`, which emitDecoratorMetadata keeps as a value. https://www.typescriptlang.org/tsconfig/#emitDecoratorMetadata */
export function annotatedName(node: Node): string | undefined {
  if (node.type !== 'TSTypeAnnotation') return undefined
  const { typeAnnotation } = node
  const name = typeAnnotation.type === 'TSTypeReference' ? typeAnnotation.typeName : undefined
  return name?.type === 'Identifier' ? name.name : undefined
}

/** True where a name is a member's or a property's, and stands for no value of its own. */
export const isMemberName = (node: Node, parent: Node | undefined) =>
  (parent?.type === 'MemberExpression' && !parent.computed && parent.property === node) ||
  (parent?.type === 'Property' && !parent.computed && !parent.shorthand && parent.key === node)
