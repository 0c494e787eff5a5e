import { quoteWord } from '../../dockerfile/shell/quote-word.ts'

/** A command with one option a line. `head` is taken as it is; each option is a list of words. */
export function shellCommand(head: string, options: readonly (readonly string[])[]): string {
  return [head, ...options.map((words) => words.map(quoteWord).join(' '))].join(' \\\n  ')
}

/** A single-quoted YAML scalar, whose only special sign is the quote. https://yaml.org/spec/1.2.2/#732-single-quoted-style */
export function yamlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A YAML sequence on one line. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`
}

/** Text for places where GitHub evaluates `${{ }}`. https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals */
export function actionsText(text: string): string {
  return text.replaceAll('${{', "${{ '${{' }}")
}

/** The same for Sourcegraph. https://sourcegraph.com/docs/batch-changes/batch-spec-templating#template-helper-functions */
export function sourcegraphText(text: string): string {
  return text.replaceAll('${{', '${{ "${{" }}')
}

/** Comment lines, `#` in front. */
export function comment(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '#' : `# ${line}`)).join('\n')
}

/** All lines but empty ones moved to the right. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}

/** Characters that end a line or can't be seen, in some language or other: none of them belongs into a name. */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u.test(
    text,
  )
}
