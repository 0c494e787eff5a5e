import { parseSync } from 'oxc-parser'
import { lineOfOffset } from '../../../dockerfile/line-of-offset.ts'
import { isTooDeep } from './nesting.ts'

/** What is wrong with a text that should be JSON, and on which line, as a clause; for one that JSON.parse does not take. */
export function jsonFault(text: string): string {
  if (isTooDeep(text)) return 'it is nested too deeply'
  const [fault] = parseSync('file.js', `(${text}\n)`).errors
  const at = fault?.labels[0]?.start
  if (fault === undefined || at === undefined) return 'it is no JSON'
  const line = lineOfOffset(text, Math.min(at - 1, text.length))
  return `line ${line}: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`
}
