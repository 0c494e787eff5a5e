import { phpCallNames, phpCalls, phpClassNames, phpFunctionNames } from '../calls/php.ts'
import { factsOfCalls } from '../facts-of-calls.ts'
import { onePath, type PathValue } from '../path-value.ts'
import type { SourceFacts, SourceLine } from '../source-facts.ts'
import { fillerOf } from './php/absences.ts'
import { collect } from './php/collect.ts'
import { returnedValue, type PhpValue } from './php/returned-value.ts'
import { toCall } from './php/to-call.ts'
import { loadGrammar, withTree, type Node } from './tree-sitter.ts'

const grammar = await loadGrammar('php')

/** What a PHP source says. */
export interface PhpFacts extends SourceFacts {
  /** Functions without a namespace that it calls, by their names in small letters, and the first place of each. */
  readonly functions: ReadonlyMap<string, SourceLine>
  /** Functions that it defines, by their whole names in small letters. */
  readonly defined: ReadonlySet<string>
}

/**
 * Reads a PHP source, or a template with PHP in it. Imports are the classes that it uses, by their whole names, and the files that it
 * includes.
 *
 * @param path in the build context
 * @param root the application's folder as seen from the source's own, for what frameworks name by it
 */
export function readPhp(path: string, text: string, root: PathValue): PhpFacts {
  const source = path.endsWith('.blade.php') ? withoutBlade(text) : text
  const facts = withTree(grammar, source, (tree) => readTree(tree, path, text, root))
  if (facts !== undefined) return facts
  const at = { line: 1, text: '' }
  const gaps = [{ what: 'writes', at } as const, { what: 'starts', at } as const]
  return { path, ...factsOfCalls([], phpCalls), gaps, functions: new Map(), defined: new Set() }
}

/** What a configuration file returns; unknown where it returns nothing that is written out. */
export function readPhpValue(text: string): PhpValue {
  return withTree(grammar, text, (tree) => returnedValue(tree, text)) ?? { kind: 'unknown' }
}

/** `@php ... @endphp`: https://laravel.com/docs/blade#raw-php. Lines stay where they are. */
const withoutBlade = (text: string) =>
  text.replace(/@php\b(?!\s*\()/g, '<?php ').replaceAll('@endphp', ' ?>')

const anyOf = (names: ReadonlySet<string>) => [...names].join('|').replaceAll('$', '\\$')
const interesting = new RegExp(
  [
    `\\b(?:${anyOf(phpCallNames)})\\s*\\(`,
    '\\b(?:include|require)(?:_once)?\\b',
    `\\b(?:${anyOf(phpFunctionNames)})(?:['"]|\\s+as\\b)`,
    `\\b(?:${anyOf(phpClassNames)})\\b`,
    '`|\\$_ENV\\b',
  ].join('|'),
  'i',
)

/** Whether a source may do something that rows know. Others need not be parsed, which takes a second for 4 MB. */
export const mayCall = (text: string): boolean => interesting.test(text)

function readTree(tree: Node, path: string, text: string, root: PathValue): PhpFacts {
  const found = collect(tree, text)
  const source = { ...found, name: path.slice(path.lastIndexOf('/') + 1), root }
  const fills = fillerOf(tree)
  const absences = new Array<NonNullable<SourceFacts['absences']>[number]>()
  const calls = found.calls.flatMap((each) => {
    const call = toCall(each, source)
    const isMaker = call?.name === 'mkdir' && call.module === '' && fills(each.node)
    const value = isMaker ? onePath(call.args[0]?.paths() ?? []) : undefined
    if (value !== undefined) absences.push({ value, at: each.at })
    return call ?? []
  })
  const facts = factsOfCalls([...calls, ...found.broken], phpCalls)
  return {
    path,
    ...facts,
    absences: [...facts.absences, ...absences],
    imports: [...found.imports.values(), ...facts.imports],
    functions: found.functions,
    defined: found.defined,
  }
}
