import { migratedFiles, type TextSubject } from './subject.ts'

/** Columns of a commit's body. https://git-scm.com/book/en/v2/Distributed-Git-Contributing-to-a-Project#_commit_guidelines */
const width = 72

/** The commit's message: its subject, and each change with its reason. */
export function commitMessageOf(subject: TextSubject, title: string): string {
  const files = migratedFiles(subject)
  const parts = files.map(({ path, result }) => {
    const head = files.length > 1 ? [`${path}:`] : []
    return [...head, ...result.changes.map(({ title, why }) => wrap(`- ${title}. ${why}`))].join(
      '\n',
    )
  })
  return `${title}\n\n${parts.join('\n\n')}\n`
}

/** Lines of at most 72 columns; what follows a `- ` is indented. */
function wrap(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `  ${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
