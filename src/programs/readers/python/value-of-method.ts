import {
  formatted,
  literal,
  nothing,
  textOf,
  unknown,
  type Value,
  type ValuesOfCall,
} from './value.ts'

/** What methods of a text give; undefined for those that nobody knows. */
export function valueOfMethod(name: string, { of, args, named }: ValuesOfCall): Value | undefined {
  switch (name) {
    case 'format': {
      const argOf = (hole: string, at: number) =>
        /^\d*$/.test(hole) ? args[hole === '' ? at : Number(hole)] : named(hole)
      return formatted(of, /\{(\w*)(?:![rsa])?(?::[^{}]*)?\}/, argOf)
    }
    case 'strip':
    case 'rstrip':
    case 'lstrip':
    case 'encode':
    case 'decode':
    case 'split':
      return of
    case 'lower':
      return textOf(of) === undefined ? unknown : literal(of.text.toLowerCase())
    case 'upper':
      return textOf(of) === undefined ? unknown : literal(of.text.toUpperCase())
    case 'removeprefix':
    case 'removesuffix':
    case 'replace':
      return textOf(of) === undefined ? unknown : replaced(name, of.text, args)
    default:
      return undefined
  }
}

function replaced(name: string, text: string, [from = unknown, to = nothing]: readonly Value[]) {
  const [before, after] = [textOf(from), textOf(to)]
  if (before === undefined || after === undefined) return unknown
  if (name === 'replace') return literal(text.replaceAll(before, after))
  if (name === 'removeprefix')
    return literal(text.startsWith(before) ? text.slice(before.length) : text)
  return literal(text.endsWith(before) ? text.slice(0, text.length - before.length) : text)
}
