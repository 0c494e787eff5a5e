import type { Expression } from './expression.ts'
import type { ValueReader } from './values.ts'

/** What a dictionary of settings is about, by its keys; undefined where they say nothing. */
export function kindOfSettings(
  value: Expression,
  argumentOf: ValueReader['argumentOf'],
): 'handler' | 'database' | 'templates' | 'cache' | undefined {
  if (value.kind !== 'dictionary') return undefined
  const { fields } = value
  const textOf = (key: string) => {
    const field = fields.get(key)
    return field === undefined ? undefined : argumentOf(field).text('?')
  }
  if (fields.has('filename') && (fields.has('class') || fields.has('()'))) return 'handler'
  if (fields.has('ENGINE')) return /sqlite|\?/.test(textOf('ENGINE') ?? '') ? 'database' : undefined
  if (fields.has('CACHE_TYPE') && fields.has('CACHE_DIR')) return 'cache'
  if (fields.has('LOCATION') && /FileBasedCache|DjangoCache|\?/.test(textOf('BACKEND') ?? ''))
    return 'cache'
  return fields.has('BACKEND') && fields.has('DIRS') ? 'templates' : undefined
}
