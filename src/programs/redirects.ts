import type { PathUse } from './source-facts.ts'

/** `cmd > file`, `cmd < file`; undefined where a descriptor or a text is meant. */
export function useOfRedirect(operator: string): PathUse['use'] | undefined {
  switch (operator) {
    case '>':
    case '>>':
    case '>|':
    case '&>':
    case '&>>':
      return 'writes-file'
    case '<':
      return 'reads'
    default:
      return undefined
  }
}
