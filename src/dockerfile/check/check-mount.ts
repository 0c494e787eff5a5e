/** https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/instructions/commands_runmount.go */
import { mountFields } from './mount-fields.ts'
import { ownValue } from '../own-value.ts'
import { SyntaxFault } from '../syntax-fault.ts'

type Known = (raw: string) => string | undefined

const booleans = new Set('1 t T TRUE true True 0 f F FALSE false False'.split(' '))

/** Fails where BuildKit fails before it knows any variable. Throws SyntaxFault. */
export function checkMount(value: string): void {
  for (const field of mountFields(value)) {
    const from = /^from=(.*)$/is.exec(field)?.[1] ?? ''
    const dollar = from.indexOf('$')
    if (dollar < 0 || dollar === from.length - 1) continue
    throw new SyntaxFault("A mount's from cannot hold variables; name a stage instead")
  }
}

/**
 * Fails where BuildKit fails with all variables known; a value that is not known is let pass.
 * @throws SyntaxFault
 */
export function checkMountValue(value: string, known: Known): void {
  let type: string | undefined = 'bind'
  const values = new Map<string, string | undefined>()
  for (const field of mountFields(value)) {
    const equals = field.indexOf('=')
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase()
    const text = equals < 0 ? undefined : known(field.slice(equals + 1))
    if (equals < 0) checkBareKey(key, type, value)
    else if (text !== undefined) checkField(key, text, type, value)
    else if (!keys.has(key)) throw fault(value, `has no option ${key}`)
    if (key === 'type') type = text?.toLowerCase()
    values.set(ownValue(aliases, key) ?? key, equals < 0 ? '' : text)
  }
  if (type !== undefined) checkWhole(type, values, value)
}

const keys = new Set(
  'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(
    ' ',
  ),
)
const aliases: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
}

function checkBareKey(key: string, type: string | undefined, value: string): void {
  if (/^(readonly|ro|readwrite|rw)$/.test(key)) return
  if (key === 'required' && (type === undefined || /^(secret|ssh)$/.test(type))) return
  throw fault(value, `needs a value for ${key}`)
}

function checkField(key: string, text: string, type: string | undefined, value: string): void {
  const isValid = ((): boolean => {
    switch (key) {
      case 'type':
        return /^(bind|cache|tmpfs|secret|ssh)$/i.test(text)
      case 'readonly':
      case 'ro':
      case 'readwrite':
      case 'rw':
        return booleans.has(text)
      case 'required':
        return (type === undefined || /^(secret|ssh)$/.test(type)) && booleans.has(text)
      case 'size':
        return (
          type === undefined || (type === 'tmpfs' && /^\d+(\.\d+)? ?([kmgtp]?i?b?)$/i.test(text))
        )
      case 'sharing':
        return /^(shared|private|locked)$/i.test(text)
      case 'mode':
        return /^[0-7]+$/.test(text)
      case 'uid':
      case 'gid':
        return /^\d+$/.test(text) && Number(text) <= 0xffff_ffff
      default:
        return keys.has(key)
    }
  })()
  if (!isValid) throw fault(value, `has an invalid ${key}`)
}

/** What goes together and what does not. */
function checkWhole(
  type: string,
  values: ReadonlyMap<string, string | undefined>,
  value: string,
): void {
  const has = (key: string): boolean => values.has(key) && values.get(key) !== ''
  if (!/^(secret|ssh|cache)$/.test(type) && (has('mode') || has('uid') || has('gid'))) {
    throw fault(value, `cannot have a mode, uid or gid`)
  }
  if (has('sharing') && type !== 'cache') throw fault(value, 'cannot have sharing')
  if (type === 'ssh' && has('source')) throw fault(value, 'cannot have a source')
  if (type !== 'secret') return
  if (has('from')) throw fault(value, 'cannot have a from')
  if (has('source') && has('id')) throw fault(value, 'has a source and an id')
  if (!has('source') && !has('target') && !has('id')) throw fault(value, 'needs an id or a target')
}

function fault(value: string, what: string): SyntaxFault {
  return new SyntaxFault(`--mount=${value} ${what}`)
}
