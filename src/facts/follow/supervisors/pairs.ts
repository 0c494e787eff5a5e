/** `A="1",B='x, y',C=3` as supervisord reads it: quotes hold commas together. https://supervisord.org/configuration.html#program-x-section-values */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  let name: string | undefined
  let word = ''
  let quote = ''
  const end = (): void => {
    if (name !== undefined && name !== '') pairs.set(name, word.trim())
    name = undefined
    word = ''
  }
  for (const sign of text) {
    if (quote !== '') {
      if (sign === quote) quote = ''
      else word += sign
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === ',' || sign === '\n') end()
    else if (sign === '=' && name === undefined) {
      name = word.trim()
      word = ''
    } else word += sign
  }
  end()
  return pairs
}
