/** The directives of a configuration, blocks included; undefined where it can't be read. */
export function directivesOf(
  text: string,
): readonly { readonly name: string; readonly value: string }[] | undefined {
  const bare = text.replace(/(^|\s)#[^\n]*/g, '$1')
  const words = bare.match(/"[^"]*"|'[^']*'|[{};]|[^\s{};"']+/g)
  if (words === null) return undefined
  const found: { name: string; value: string }[] = []
  let line: string[] = []
  let depth = 0
  for (const word of words) {
    if (word === ';' || word === '{') {
      const [name, ...values] = line
      if (name === undefined) return undefined
      found.push({ name, value: values.join(' ') })
      line = []
      if (word === '{') depth++
    } else if (word === '}') depth--
    else line.push(word)
  }
  return depth === 0 && line.length === 0 ? found : undefined
}
