import { normalName } from '../../knowledge/pypi-packages/normal-name.ts'
import { readMarker, type Marker } from './marker.ts'
import { scan } from './scanner.ts'

/** `>=1.0` */
export interface Specifier {
  readonly operator: string
  readonly version: string
}

/** A requirement of a package. */
export interface Requirement {
  /** As names are compared. */
  readonly name: string
  readonly extras: readonly string[]
  readonly specifiers: readonly Specifier[]
  /** Where it comes from, where that is not an index: `name @ https://...`. */
  readonly url: string | undefined
  /** When it is installed; undefined for always. */
  readonly marker: Marker | undefined
}

const operators = ['===', '==', '~=', '!=', '<=', '>=', '<', '>']

/**
 * Reads one requirement: `Django[argon2] >= 4.2, < 5 ; python_version > "3.8"`. Undefined for what is none.
 * https://packaging.python.org/en/latest/specifications/dependency-specifiers/#grammar
 */
export function readRequirement(text: string): Requirement | undefined {
  const at = scan(text)
  at.blanks()
  const name = at.while(isOfName)
  if (name === '' || !isOfWord(name.charAt(0)) || !isOfWord(name.charAt(name.length - 1)))
    return undefined
  at.blanks()
  const extras: string[] = []
  if (at.take('[')) {
    for (at.blanks(); !at.take(']'); at.blanks()) {
      const extra = at.while(isOfName)
      at.blanks()
      if (extra !== '') extras.push(normalName(extra))
      if (!at.take(',') && (extra === '' || !at.sees(']'))) return undefined
    }
    at.blanks()
  }
  const url = at.take('@') ? readUrl() : undefined
  const specifiers = url === undefined ? readSpecifiers() : []
  at.blanks()
  const marker = at.take(';') ? readMarker(at) : undefined
  at.blanks()
  if (specifiers === undefined || marker === null || !at.isDone()) return undefined
  return { name: normalName(name), extras, specifiers, url, marker }

  /** A blank ends it: a `;` may be part of it. */
  function readUrl() {
    at.blanks()
    return at.while((sign) => !isBlank(sign))
  }

  function readSpecifiers(): readonly Specifier[] | undefined {
    const isInBrackets = at.take('(')
    const found: Specifier[] = []
    do {
      at.blanks()
      const operator = operators.find((item) => at.take(item))
      if (operator === undefined) break
      at.blanks()
      const version = at.while((sign) => !isBlank(sign) && !',;)'.includes(sign))
      if (version === '') return undefined
      found.push({ operator, version })
      at.blanks()
    } while (at.take(','))
    return isInBrackets && !at.take(')') ? undefined : found
  }
}

/** The name that a requirement begins with, as names are compared, whatever follows it; '' for none: `uvicorn` of `uvicorn[standard]>=0.30`. */
export function requirementName(text: string): string {
  const at = scan(text)
  at.blanks()
  return normalName(at.while(isOfName))
}

/** The one version that a requirement allows; undefined where there may be others. */
export function versionOf({ specifiers }: Pick<Requirement, 'specifiers'>): string | undefined {
  return specifiers.find(
    ({ operator, version }) => operator.startsWith('==') && !version.endsWith('*'),
  )?.version
}

const isBlank = (sign: string) => sign === ' ' || sign === '\t'
const isOfWord = (sign: string) =>
  (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')
const isOfName = (sign: string) => isOfWord(sign) || '-_.'.includes(sign)
