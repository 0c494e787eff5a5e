import type { Function as DeclaredFunction, Node } from 'oxc-parser'
import { bare, moduleName, nameOf, walk } from '../../../src/transform.ts'
import { evaluate } from './evaluate.ts'
import { member } from './member.ts'
import { forget, meetCalls, pathOf, put } from './assignments.ts'
import { chosenCase } from './switch.ts'
import { assign, lookUp, unknownAt, valueAt, type Frame, type Machine } from './machine.ts'
import { isNothing, loosened, truthOf, type ConfigValue, type FunctionNode } from './value.ts'

/** Goes through statements in their order and gives what they return; undefined where they come to their end. */
export function run(
  statements: readonly Node[],
  frame: Frame,
  machine: Machine,
): ConfigValue | undefined {
  for (const node of statements)
    if (node.type === 'FunctionDeclaration') declare(node, frame, machine)
  for (const node of statements) {
    const result = runOne(node, frame, machine)
    if (result !== undefined) return result
  }
  return undefined
}

function runOne(node: Node, frame: Frame, machine: Machine): ConfigValue | undefined {
  switch (node.type) {
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations)
        if (init !== null) bind(id, evaluate(init, frame, machine), frame, machine)
      return undefined
    case 'ImportDeclaration':
      for (const item of node.specifiers) {
        const name =
          item.type === 'ImportSpecifier'
            ? nameOf(item.imported)
            : item.type === 'ImportDefaultSpecifier'
              ? 'default'
              : undefined
        const module = moduleName(node.source.value)
        const value =
          machine.load(node.source.value, name) ??
          valueAt(machine, node, {
            kind: 'import',
            module,
            name: name === 'default' ? undefined : name,
          })
        frame.names.set(item.local.name, value)
      }
      return undefined
    case 'ReturnStatement':
      return node.argument === null
        ? valueAt(machine, node, { kind: 'literal', value: undefined })
        : evaluate(node.argument, frame, machine)
    case 'IfStatement': {
      const truth = truthOf(evaluate(node.test, frame, machine))
      if (truth === true) return runOne(node.consequent, frame, machine)
      if (truth === false)
        return node.alternate === null ? undefined : runOne(node.alternate, frame, machine)
      return skip(node, frame, machine)
    }
    case 'SwitchStatement': {
      const chosen = chosenCase(node, frame, machine)
      return chosen === undefined
        ? skip(node, frame, machine)
        : run(chosen, { names: new Map(), outer: frame }, machine)
    }
    case 'BlockStatement':
      return run(node.body, { names: new Map(), outer: frame }, machine)
    case 'ExpressionStatement':
      runExpression(node.expression, frame, machine)
      return undefined
    case 'FunctionDeclaration':
      declare(node, frame, machine)
      return undefined
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) runOne(node.declaration, frame, machine)
      return undefined
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'TryStatement':
      return skip(node, frame, machine)
    default:
      return undefined
  }
}

function declare(node: DeclaredFunction, frame: Frame, machine: Machine): void {
  if (node.id === null) return
  const apply = (args: readonly ConfigValue[]) => machine.apply(node, args, frame)
  frame.names.set(node.id.name, valueAt(machine, node, { kind: 'function', node, apply }))
}

/** `config.server.port = 3000`, `module.exports = {...}`, `config.plugins.push(...)`, `Object.assign(config, {...})`. */
function runExpression(expression: Node, frame: Frame, machine: Machine): void {
  const node = bare(expression)
  if (node.type === 'AssignmentExpression') {
    const value =
      node.operator === '=' ? evaluate(node.right, frame, machine) : unknownAt(machine, node)
    const [name, ...keys] = pathOf(node.left)
    if (name === undefined) forget(node, frame, machine)
    else assign(name, put(lookUp(name, frame), keys, value, node, machine), frame)
    return
  }
  if (node.type !== 'CallExpression') return
  const { callee } = node
  // `app.use(a).use(b)`
  if (callee.type === 'MemberExpression' && callee.object.type === 'CallExpression')
    runExpression(callee.object, frame, machine)
  machine.called(evaluate(node, frame, machine))
  forget(node, frame, machine)
}

/** A statement that may or may not happen, or more than once: what it changes and returns is not known. */
function skip(node: Node, frame: Frame, machine: Machine): ConfigValue | undefined {
  forget(node, frame, machine)
  meetCalls(node, machine)
  machine.called(unknownAt(machine, node))
  return returns(node) ? unknownAt(machine, node) : undefined
}

function returns(node: Node): boolean {
  let found = false
  walk(node, true, (inner) => {
    found ||= inner.type === 'ReturnStatement'
    return !/Function/.test(inner.type)
  })
  return found
}

/** What a function of the file gives for these arguments. */
export function callFunction(
  node: FunctionNode,
  args: readonly ConfigValue[],
  outer: Frame,
  machine: Machine,
): ConfigValue {
  const frame: Frame = { names: new Map(), outer }
  node.params.forEach((param, i) => {
    const target = param.type === 'TSParameterProperty' ? param.parameter : param
    bind(target, args[i] ?? unknownAt(machine, node), frame, machine)
  })
  if (node.body === null) return unknownAt(machine, node)
  if (node.body.type !== 'BlockStatement') return evaluate(node.body, frame, machine)
  return (
    run(node.body.body, frame, machine) ??
    valueAt(machine, node, { kind: 'literal', value: undefined })
  )
}

/** Gives the names of a pattern their values: `({ mode })`, `const { PORT = 3000 } = process.env`. */
function bind(target: Node, value: ConfigValue, frame: Frame, machine: Machine): void {
  switch (target.type) {
    case 'Identifier':
      frame.names.set(target.name, value)
      return
    case 'AssignmentPattern':
      bind(
        target.left,
        isNothing(value)
          ? {
              ...evaluate(target.right, frame, machine),
              variables: value.variables,
            }
          : value,
        frame,
        machine,
      )
      return
    case 'ObjectPattern':
      for (const property of target.properties) {
        const name = property.type === 'Property' ? nameOf(property.key) : undefined
        if (property.type !== 'Property' || name === undefined)
          bind(
            property.type === 'Property' ? property.value : property.argument,
            loosened(value),
            frame,
            machine,
          )
        else bind(property.value, member(value, name, target, machine), frame, machine)
      }
      return
    default:
  }
}
