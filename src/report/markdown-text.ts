/** Words that Markdown or a host would make something of: mentions, references to issues, emoji codes, links. */
const active = /[@#]|!\d|^GH-\d|:[\w+-]+:|https?:|www\./i

/**
 * Text of a program or a project as Markdown that shows it, on one line: it becomes no markup, mentions nobody and closes no issue. A word
 * that a host would act on is shown as code, which it leaves alone.
 */
export function plainText(words: string): string {
  // What is between backticks is meant as code.
  return words
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part.slice(1, -1)) : plainWords(part)))
    .join('')
    .trim()
}

function plainWords(words: string): string {
  const [before, after] = [/^\s/.test(words) ? ' ' : '', /\S\s+$/.test(words) ? ' ' : '']
  return before + plain(words) + after
}

function plain(words: string): string {
  return words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      if (!active.test(word)) return word.replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
      const [, before = '', core = '', after = ''] =
        /^([("']*)(.*?)([)"',.;:!?]*)$/.exec(word) ?? []
      return `${before}${codeSpan(core)}${after}`
    })
    .join(' ')
}

/** Text as code within a line. https://spec.commonmark.org/0.31.2/#code-spans */
export function codeSpan(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim()
  const fence = '`'.repeat(longestRun(text) + 1)
  const isPadded = text.startsWith('`') || text.endsWith('`')
  return text === '' ? '` `' : isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

/** Code in a cell of a table, where a `|` would end it: shown as the letter that looks alike. */
export function cellCode(words: string): string {
  return codeSpan(words.replace(/\|/g, '¦'))
}

/** A block of code behind a fence that nothing in it can close. */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}\n`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
}
