/** A section of an INI file. */
export interface IniSection {
  readonly name: string
  /** By name, in small letters. Of a name that is set twice the last one holds. */
  readonly values: ReadonlyMap<string, IniValue>
}

/** What a name is set to. */
export interface IniValue {
  /** Lines that go on are joined by a line end. */
  readonly text: string
  /** 1-based. */
  readonly line: number
}

/**
 * The sections of an INI file as Python reads it, with comments behind `;` and `#` at the beginning of a line and behind a blank; what stands
 * above the first section is left out. https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */
export function readIni(source: string): readonly IniSection[] {
  const sections: { name: string; values: Map<string, IniValue> }[] = []
  let last: { readonly name: string; readonly indent: number } | undefined
  source.split(/\r?\n/).forEach((written, index) => {
    const text = withoutComment(written).trim()
    if (text === '') return
    const indent = written.length - written.trimStart().length
    const values = sections.at(-1)?.values
    const before = last === undefined ? undefined : values?.get(last.name)
    if (
      values !== undefined &&
      last !== undefined &&
      before !== undefined &&
      indent > last.indent
    ) {
      values.set(last.name, { ...before, text: `${before.text}\n${text}` })
      return
    }
    if (text.startsWith('[') && text.includes(']')) {
      sections.push({ name: text.slice(1, text.indexOf(']')), values: new Map() })
      last = undefined
      return
    }
    const at = [text.indexOf('='), text.indexOf(':')].filter((found) => found > 0)
    if (at.length === 0 || values === undefined) return
    const end = Math.min(...at)
    const name = text.slice(0, end).trim().toLowerCase()
    values.set(name, { text: text.slice(end + 1).trim(), line: index + 1 })
    last = { name, indent }
  })
  return sections
}

function withoutComment(line: string): string {
  for (let at = 0; at < line.length; at++) {
    const isBehindBlank = at === 0 || /\s/.test(line[at - 1] ?? '')
    if (isBehindBlank && /[;#]/.test(line[at] ?? '')) return line.slice(0, at)
  }
  return line
}
