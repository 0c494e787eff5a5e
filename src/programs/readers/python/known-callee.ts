import { pythonCallNames } from '../../calls/python.ts'
import type { Node } from '../tree-sitter.ts'
import { deferring } from './deferred.ts'
import { namedIn, type Expression, type Scope } from './expression.ts'

/** Whether any row, or what makes paths, knows a function of this name. */
export function isKnown(callee: Node | null, scope: Scope): boolean {
  const name = callee?.type === 'attribute' ? callee.childForFieldName('attribute') : callee
  if (name?.type !== 'identifier') return false
  const isMethod = callee?.type === 'attribute'
  if (deferring.has(name.text)) return true
  if (pythonCallNames.has(name.text)) return isMethod || !/^(str|int|bool)$/.test(name.text)
  if (isMethod) return false
  // `from subprocess import run as start`, a subclass
  return namedIn(scope, name.text)?.values.some(isRenamed) === true
}

function isRenamed(value: Expression): boolean {
  if (value.kind === 'class') return value.bases.length > 0
  // `git = subprocess.run`, `git = partial(subprocess.run, cwd=folder)`
  if (value.kind === 'member') return pythonCallNames.has(value.name)
  if (value.kind === 'call') return value.args[0] !== undefined && isRenamed(value.args[0])
  return value.kind === 'imported' && pythonCallNames.has(lastPart(value.name))
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1)
