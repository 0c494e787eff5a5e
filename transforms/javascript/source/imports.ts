import type { Node, Program } from 'oxc-parser'
import { requiredModule } from './scope.ts'
import { lineAt, type SourceLine, walk } from './syntax.ts'

/** A module that another one imports. */
export interface ModuleImport {
  readonly specifier: string
  /** False where it stands in a function, a condition or a try: it may never happen. */
  readonly isCertain: boolean
  readonly at: SourceLine
}

/** The imports and requires of a module that are there when it runs: types are left out, as the compiler leaves them out. */
export function importsOf(program: Program, text: string): readonly ModuleImport[] {
  const imports: ModuleImport[] = []
  const add = (specifier: string, node: Node, isCertain: boolean) =>
    imports.push({ specifier, isCertain, at: lineAt(text, node.start) })
  const used = valueNames(program)
  walk(program, (node, parents) => {
    switch (node.type) {
      case 'ImportDeclaration': {
        const isType =
          node.importKind === 'type' ||
          (node.specifiers.length > 0 &&
            node.specifiers.every(
              (item) =>
                (item.type === 'ImportSpecifier' && item.importKind === 'type') ||
                !used.has(item.local.name),
            ))
        if (!isType) add(node.source.value, node, true)
        return false
      }
      case 'ExportAllDeclaration':
        if (node.exportKind !== 'type') add(node.source.value, node, true)
        return false
      case 'ExportNamedDeclaration':
        if (node.source !== null && node.exportKind !== 'type') add(node.source.value, node, true)
        return true
      case 'TSImportEqualsDeclaration':
        if (node.moduleReference.type === 'TSExternalModuleReference' && used.has(node.id.name))
          add(node.moduleReference.expression.value, node, true)
        return false
      case 'CallExpression':
      case 'ImportExpression': {
        const specifier = requiredModule(node) ?? resolvedModule(node)
        if (specifier !== undefined) add(specifier, node, !parents.some(mayNotRun))
        return true
      }
      default:
        return true
    }
  })
  return imports
}

/** `require.resolve('x')`, `fork('./x')` and `new Worker('./x')` name modules, too. */
function resolvedModule(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object, property } = node.callee
  const argument = node.arguments[0]
  if (object.type !== 'Identifier' || object.name !== 'require') return undefined
  if (property.type !== 'Identifier' || property.name !== 'resolve') return undefined
  return argument?.type === 'Literal' && typeof argument.value === 'string'
    ? argument.value
    : undefined
}

const mayNotRun = (node: Node) =>
  /Function|^(IfStatement|ConditionalExpression|LogicalExpression|TryStatement|SwitchStatement|ForStatement|WhileStatement)/.test(
    node.type,
  )

/** Names that are used as values; a name that only stands in types is gone after compiling. */
function valueNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>()
  // With emitDecoratorMetadata the type of a decorated parameter is a value (NestJS).
  let hasDecorators = false
  walk(program, (node) => {
    hasDecorators ||= node.type === 'Decorator'
    return !hasDecorators
  })
  walk(program, (node, parents) => {
    if (node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration') return false
    const isAnnotation = node.type === 'TSTypeAnnotation' || node.type === 'TSTypeReference'
    if (
      node.type.startsWith('TS') &&
      !holdsValues.test(node.type) &&
      !(hasDecorators && isAnnotation)
    )
      return false
    if (node.type === 'Identifier' && !isMemberName(node, parents.at(-1))) names.add(node.name)
    if (node.type === 'JSXIdentifier') names.add(node.name)
    return true
  })
  return names
}

const holdsValues =
  /^TS(As|NonNull|Satisfies|TypeAssertion|Instantiation|Enum|Module|ExportAssignment|ParameterProperty|AbstractMethod|AbstractProperty)/

const isMemberName = (node: Node, parent: Node | undefined) =>
  (parent?.type === 'MemberExpression' && !parent.computed && parent.property === node) ||
  (parent?.type === 'Property' && !parent.computed && !parent.shorthand && parent.key === node)
