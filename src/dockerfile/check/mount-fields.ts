import { SyntaxFault } from '../syntax-fault.ts'

/**
 * The fields of a `--mount` value: one line of CSV, as BuildKit's go-csvvalue reads it.
 * @throws SyntaxFault for quotes that do not match up
 */
export function mountFields(value: string): readonly string[] {
  if (value === '') throw new SyntaxFault('The flag --mount has no value')
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (value[at] !== '"') {
      const comma = value.indexOf(',', at)
      const end = comma < 0 ? value.length : comma
      const field = value.slice(at, end)
      if (field.includes('"')) throw new SyntaxFault(`--mount=${value} has a quote inside a field`)
      fields.push(field)
      if (comma < 0) return fields
      at = comma + 1
      continue
    }
    let field = ''
    at++
    for (;;) {
      const quote = value.indexOf('"', at)
      if (quote < 0) throw new SyntaxFault(`--mount=${value} has a quote that is not closed`)
      field += value.slice(at, quote)
      at = quote + 1
      if (value[at] !== '"') break
      field += '"'
      at++
    }
    fields.push(field)
    if (at === value.length) return fields
    if (value[at] !== ',') throw new SyntaxFault(`--mount=${value} goes on after a closing quote`)
    at++
  }
}
