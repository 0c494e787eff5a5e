import type { Node } from '../tree-sitter.ts'
import type { Texts } from './text.ts'

/** An expression, and the scope that it stands in. */
export interface ScopedNode {
  readonly node: Node
  readonly scope: Scope
}

/** A variable, a constant or a property, and all that a source gives it. */
export interface Binding {
  readonly values: ScopedNode[]
  /** Lists that it takes its values from one by one: `foreach (['a', 'b'] as $name)`. */
  readonly lists: ScopedNode[]
  /** The whole names of classes that it is of. */
  readonly classes: Set<string>
  /** It may have a value that the source doesn't tell: a parameter, what is unpacked, what is set elsewhere. */
  isOpen: boolean
  /** Its values are worked on: `.=`, `++`, by reference. */
  isChanged: boolean
  /** What it stands for, once that is known; 'asked' while it is worked out. */
  texts: Texts | 'asked' | undefined
}

/** Where names of variables count: a file, a function; a class for its constants and properties. */
export interface Scope {
  readonly kind: 'file' | 'function' | 'arrow' | 'class'
  readonly parent: Scope | undefined
  readonly end: number
  /** Of a class, in small letters. */
  readonly name: string
  readonly bindings: Map<string, Binding>
  /** Variables that a closure has from around it. */
  readonly captured: Set<string>
}

const kinds: ReadonlyMap<string, Scope['kind']> = new Map([
  ['function_definition', 'function'],
  ['method_declaration', 'function'],
  ['anonymous_function', 'function'],
  ['property_hook', 'function'],
  ['arrow_function', 'arrow'],
  ['class_declaration', 'class'],
  ['anonymous_class', 'class'],
  ['trait_declaration', 'class'],
  ['interface_declaration', 'class'],
  ['enum_declaration', 'class'],
])

/** The nodes that open a scope. */
export const scopeNodes: readonly string[] = [...kinds.keys()]

export function fileScope(end: number): Scope {
  return {
    kind: 'file',
    parent: undefined,
    end,
    name: '',
    bindings: new Map(),
    captured: new Set(),
  }
}

/** The scope that a node opens; undefined for others. */
export function openScope(node: Node, type: string, parent: Scope): Scope | undefined {
  const kind = kinds.get(type)
  if (kind === undefined) return undefined
  const name = kind === 'class' ? (node.childForFieldName('name')?.text ?? '').toLowerCase() : ''
  return { kind, parent, end: node.endIndex, name, bindings: new Map(), captured: new Set() }
}

export function bindingIn({ bindings }: Scope, name: string): Binding {
  const known = bindings.get(name)
  if (known !== undefined) return known
  const made: Binding = {
    values: [],
    lists: [],
    classes: new Set(),
    isOpen: false,
    isChanged: false,
    texts: undefined,
  }
  bindings.set(name, made)
  return made
}

/** What a variable is bound to where it stands; undefined where the source doesn't set it there. */
export function bindingOf(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.kind === 'class') return undefined
    const own = at.bindings.get(name)
    if (own !== undefined) return own
    if (at.kind !== 'arrow' && !at.captured.has(name)) return undefined
  }
  return undefined
}

/** The class that a place lies in. */
export function classAround(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope
  while (at !== undefined && at.kind !== 'class') at = at.parent
  return at
}
