/** A title that asks for what a body says, and one that only sounds like it. */
const asking = /\b(description|summary|what|why|changes?|overview|motivation|purpose|context)\b/i
const other = /\b(types?|kind|breaking|check|checklist|tests?|tested|testing|else|screenshots?)\b/i

/** What a template says of what to write, in the usual ways: `Please include ...`, `_Describe ..._`, `> What ...?`, `[...]`, `...`. */
const hint =
  /^[\s>_*([]*(please|describe|explain|include|provide|write|briefly|summari[sz]e|enter|fill|insert|list|give|tell|add|a (clear|short|brief|concise)|what|why|how|todo|tbd|n\/a|\.\.\.|…)(?![\w])/i

interface Heading {
  /** Of its line in the text. */
  readonly start: number
  readonly end: number
  readonly level: number
  readonly title: string
}

/**
 * A body in the repository's own template: in its first section that asks for a description, in place of comments and words that only say what to
 * write there; above the template where no section asks. All else stays as it is, checklists above all: they are for a person to answer,
 * and a tick would claim what nobody has done.
 */
export function intoTemplate(template: string | undefined, body: string): string {
  const text = withoutFrontMatter(template?.replace(/\r\n/g, '\n') ?? '').trim()
  if (text === '') return body
  const headings = headingsOf(text)
  const index = headings.findIndex(({ title }) => asking.test(title) && !other.test(title))
  const heading = headings[index]
  if (heading === undefined) return `${body}\n\n${text}`
  const end = headings[index + 1]?.start ?? text.length
  const kept = withoutHints(text.slice(heading.end, end))
  // Ours stand below the template's own.
  const own = body.replace(/^###(?= )/gm, '#'.repeat(Math.min(heading.level + 1, 6)))
  return [text.slice(0, heading.end), own, kept, text.slice(end)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

/** https://docs.gitea.com/usage/issue-pull-request-templates: what a template says of itself to its host. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n(?:[^\n]*:[^\n]*\n|\s*-[^\n]*\n)*---\n/, '')
}

/** Titles with `#`, and lines in bold that stand for one; none within comments and code. */
function headingsOf(text: string): readonly Heading[] {
  const plain = text.replace(/<!--[^]*?-->|^(`{3,}|~{3,})[^]*?^\1/gm, (part) =>
    part.replace(/[^\n]/g, ' '),
  )
  return [...plain.matchAll(/^(?:(#{1,6})[ \t]+(.*)|\*\*([^*\n]+)\*\*:?[ \t]*)$/gm)].map(
    (match) => {
      const [line, marks, title, bold = ''] = match
      return {
        start: match.index,
        end: match.index + line.length,
        level: marks?.length ?? 3,
        title: title ?? bold,
      }
    },
  )
}

/** A section without its comments and hints; paragraphs that say something else, or that a person is to answer, stay. */
function withoutHints(section: string): string {
  return section
    .replace(/<!--[^]*?-->/g, '')
    .split(/\n\s*\n/)
    .filter((paragraph) => !hint.test(paragraph) || /\[ \]|#/.test(paragraph))
    .join('\n\n')
    .trim()
}
