import { pythonCallNames } from '../../calls/python.ts'
import type { Node } from '../tree-sitter.ts'
import { namedIn, type Expression, type Scope } from './expression.ts'

/** Whether any row, or what makes paths, knows a function of this name. */
export function isKnown(callee: Node | null, scope: Scope): boolean {
  const name = callee?.type === 'attribute' ? callee.childForFieldName('attribute') : callee
  if (name?.type !== 'identifier') return false
  const isMethod = callee?.type === 'attribute'
  if (pythonCallNames.has(name.text)) return isMethod || !/^(str|int|bool)$/.test(name.text)
  if (isMethod) return false
  // `from subprocess import run as start`, a subclass
  return namedIn(scope, name.text)?.values.some(isRenamed) === true
}

function isRenamed(value: Expression): boolean {
  if (value.kind === 'class') return value.bases.length > 0
  return value.kind === 'imported' && pythonCallNames.has(lastPart(value.name))
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1)
